import { findSilence } from '../lib/rhythm.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import { letOthersRun } from '../lib/let-others-run.ts'
import { pause } from '../lib/pause.ts'
import type { Logger } from '../lib/logger.ts'
import type { Archive } from '../model/archive.ts'
import type { ChannelConfig } from '../config/schema.ts'
import { sourceName } from '../config/source-name.ts'

interface Watched {
  archive: Archive
  channels: ChannelBook
  config: { channels: readonly ChannelConfig[] }
  clock: () => Date
  logger: Logger
}

const everyMs = 5 * 60_000
/** A month of a channel that posts ten times a day. */
const postsRead = 300

/** Looks for channels that fell silent, now and then, until it is stopped. */
export async function watchChannels(desk: Watched, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(everyMs, signal)
    await noteSilence(desk).catch((error: unknown) => {
      desk.logger.error({ err: error }, 'Channels could not be looked at; it is tried again')
    })
  }
}

/** Notes which channels are silent; one whose source can't be read now says nothing by its silence. */
export async function noteSilence({ archive, channels, config, clock }: Watched): Promise<void> {
  const now = clock().toISOString()
  const states = await archive.sources()
  const failing = new Set(states.filter(({ failures }) => failures > 0).map(({ source }) => source))
  for (const { id, source, enabled } of config.channels) {
    if (!enabled || source.kind === 'file' || failing.has(sourceName(id, source.kind))) continue
    const channel = channels.canonical(id)
    const silence = findSilence(await archive.channelEvents.instants(channel, postsRead), now)
    if (silence)
      await archive.channelEvents.note({ channel, at: now, kind: 'silent', detail: silence })
    await letOthersRun()
  }
}

/** Notes that a channel closed, or is gone; of one that was never read it is no news. */
export async function noteAway(
  { archive, channels, clock }: Pick<Watched, 'archive' | 'channels' | 'clock'>,
  source: string,
  kind: 'private' | 'gone',
): Promise<void> {
  const channel = channels.canonical(source.slice(source.indexOf(':') + 1))
  if ((await archive.channelEvents.newest(channel)) === undefined) return
  await archive.channelEvents.note({ channel, at: clock().toISOString(), kind, detail: {} })
}
