import type { ChannelConfig, Config } from '../config/schema.ts'
import type { Source } from '../model/delivery.ts'
import type { PollGroup } from './poll-schedule.ts'

/** The configured sources by kind, files first: they are at hand. Bots are not polled by the clock. */
export function groupSources(
  { channels, schedule }: Config,
  createSource: (channel: ChannelConfig) => Source | undefined,
): PollGroup[] {
  const kinds = [
    { kind: 'file', reads: 'file', cron: schedule.file },
    { kind: 'preview', reads: 'telegram-preview', cron: schedule.preview },
    { kind: 'feed', reads: 'feed', cron: schedule.feed },
  ] as const
  return kinds.map(({ kind, reads, cron }) => {
    const sources = channels
      .filter(({ enabled, source }) => enabled && source.kind === reads)
      .flatMap((channel) => createSource(channel) ?? [])
    // Channels that share a file share its source.
    const byName = new Map(sources.map((source) => [source.name, source]))
    return { kind, cron, sources: [...byName.values()] }
  })
}
