import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { Commit } from '../model/signal-store.ts'
import type { Reading } from '../model/delivery.ts'
import { identify } from './identify.ts'

interface IdentifiedReading {
  /** With all posts under the channel that they belong to. */
  reading: Reading
  /** The channel is one that the desk listens to, by whatever name it goes now. */
  invited: boolean
  more: Pick<Commit, 'identity' | 'events'>
}

/** Puts what was read under the channel that it is from, where the payload tells who that is. */
export async function identified(
  reading: Reading,
  context: { archive: Archive; channels: ChannelBook; at: string },
): Promise<IdentifiedReading> {
  const { identity: seen, posts, covers, passed } = reading
  if (seen === undefined) return { reading, invited: false, more: {} }
  const { channel, identity, events } = await identify(seen, context)
  const { channels } = context
  if (!channels.isConfigured(identity.channel)) return { reading, invited: false, more: {} }
  const isOther = channel !== channels.canonical(seen.channel)
  const more = { identity, events }
  if (!isOther) return { reading, invited: false, more }
  return {
    reading: {
      ...reading,
      posts: posts.map((post) => ({ ...post, channel })),
      ...(covers && {
        // What was seen of the other channel before says nothing of this one.
        covers: { ...covers, channel, to: Math.max(covers.from, ...covers.ids) },
      }),
      ...(passed && { passed: { ...passed, channel } }),
    },
    invited: true,
    more,
  }
}
