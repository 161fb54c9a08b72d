import type { ChannelConfig, Config } from './schema.ts'

/** What the archive calls the source of a channel; one bot hears all of its channels. */
export const sourceName = (id: string, kind: Exclude<ChannelConfig['source']['kind'], 'file'>) =>
  kind === 'telegram-bot' ? 'telegram-bot' : `${kind === 'feed' ? 'feed' : 'preview'}:${id}`

/** Leaves out the sources of channels that the desk no longer listens to; what was read from a file stays. */
export function inUse<T extends { source: string }>(
  states: readonly T[],
  config: Pick<Config, 'channels'>,
): T[] {
  const names = new Set(
    config.channels.flatMap(({ id, source, enabled }) =>
      enabled && source.kind !== 'file' ? [sourceName(id, source.kind)] : [],
    ),
  )
  return states.filter(({ source }) => source.startsWith('file:') || names.has(source))
}
