import type { ChannelEvent } from '../../model/channel-event.ts'
import type { Member } from '../../model/desk.ts'
import type { Watch } from '../../model/watch.ts'

interface Addressee {
  chat: number
  member: number
  thread?: number
}

/**
 * Who is told what became of a channel: those who watch it, where they watch it, and in private the editors and
 * chiefs, of silence the chiefs only. Nobody is told twice.
 */
export function channelAudience(
  { channel, kind }: Pick<ChannelEvent, 'channel' | 'kind'>,
  watches: readonly Watch[],
  members: readonly Pick<Member, 'id' | 'role'>[],
): readonly Addressee[] {
  const watchers = watches
    .filter(
      ({ subject }) =>
        subject.kind === 'channel' && subject.channel.toLowerCase() === channel.toLowerCase(),
    )
    .map(({ chat, member, thread }) => ({
      chat,
      member,
      ...(thread === undefined ? {} : { thread }),
    }))
  const reached = new Set(watchers.map(({ member }) => member))
  const isQuiet = kind === 'silent' || kind === 'back'
  const desk = members.filter(
    ({ id, role }) => !reached.has(id) && (role === 'chief' || (role === 'editor' && !isQuiet)),
  )
  // Telegram's private chat with a person has the person's number.
  return [...watchers, ...desk.map(({ id }) => ({ chat: id, member: id }))]
}
