import type { ChannelConfig, Config } from '../config/schema.ts'
import { Pace } from '../lib/pace.ts'
import type { Source } from '../model/delivery.ts'
import { FeedSource } from './feed/feed.ts'
import { FileSource } from './file/file.ts'
import { PreviewSource } from './telegram/telegram-preview.ts'

/** All channels of one configuration ask the preview site in turn. */
const paces = new WeakMap<Config, Pace>()

/**
 * The source of a channel; undefined for channels of the bot, which has one source for all. Channels that
 * share a file have sources of one name and cursor: polling any of them reads it for all.
 */
export function createSource(channel: ChannelConfig, config: Config): Source | undefined {
  const { id, source } = channel
  switch (source.kind) {
    case 'telegram-preview': {
      const pace = paces.get(config) ?? new Pace(config.preview.delaySeconds * 1000)
      paces.set(config, pace)
      const { preview } = config
      const { allowPrivate } = config.network
      return new PreviewSource({
        channel: id,
        name: source.address ?? id,
        preview,
        pace,
        allowPrivate,
      })
    }
    case 'feed':
      return new FeedSource(id, source.address, config.network.allowPrivate)
    case 'file': {
      const { address } = source
      const sharing = config.channels.filter(
        (other) => other.source.kind === 'file' && other.source.address === address,
      )
      return new FileSource(address, sharing.length > 1 ? undefined : id)
    }
    case 'telegram-bot':
      return undefined
  }
}
