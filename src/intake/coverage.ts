import type { ChannelBook } from '../lib/channel-book.ts'
import type { Payload, Reading } from '../model/delivery.ts'
import type { Coverage } from '../model/gap.ts'
import type { RawPost } from '../model/signal.ts'

/**
 * The ids that a payload accounts for. A page and the bot tell what is newest; a post that was handed in or
 * imported, or an edit of an old one, only fills what was missing.
 */
export function coverageOf(
  { posts, covers, passed }: Reading,
  { kind }: Pick<Payload, 'kind'>,
  { channels, invited }: { channels: ChannelBook; invited: boolean },
): readonly Coverage[] {
  if (covers) {
    const { channel, from, to } = covers
    return [{ channel: channels.canonical(channel), from, to, collected: true }]
  }
  // Items of a feed are numbered by Intake.
  if (kind === 'feed') return []
  const live = kind === 'telegram-preview' || kind === 'telegram-update'
  const seen = posts.map((post) => ({ ...post, collected: live && isNew(post) }))
  const all = passed ? [...seen, { ...passed, collected: live }] : seen
  return all
    .filter(
      ({ channel, id }) =>
        (invited || channels.isConfigured(channel)) && Number.isSafeInteger(id) && id > 0,
    )
    .map(({ channel, id, collected }) => ({
      channel: channels.canonical(channel),
      from: id,
      to: id,
      collected,
    }))
}

const isNew = ({ handedInBy, editedAt }: RawPost) =>
  handedInBy === undefined && editedAt === undefined
