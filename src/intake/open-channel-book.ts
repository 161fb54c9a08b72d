import type { Config } from '../config/schema.ts'
import { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'

/** The channels that are configured, and those that posts were stored of. */
export async function openChannelBook(
  { channels }: Pick<Config, 'channels'>,
  archive: Archive,
): Promise<ChannelBook> {
  return new ChannelBook(channels, await archive.signals.channels())
}
