import type { ForwardedFrom } from '../../model/signal.ts'
import { readEpochSeconds } from '../instant.ts'
import type { Chat, Message, Origin, User } from './telegram-update-schema.ts'

const channelIdBase = 1_000_000_000_000

/** The username, or `tg<digits>` with the id as links write it, without the `-100` before it. */
export function channelOf({ id, username }: Chat): string {
  if (username !== undefined) return username
  return `tg${bareTelegramId(id)}`
}

/** The id as links write it: without its sign and the `-100` before it. */
export const bareTelegramId = (id: number): number =>
  id < -channelIdBase ? -id - channelIdBase : Math.abs(id)

/** Where a post can be opened; of a channel without a username, by its members only. */
export function postUrl(channel: string, id: number): string {
  return `https://t.me/${channel.replace(/^tg(?=\d+$)/, 'c/')}/${id}`
}

/** What a message was forwarded from, in one shape for both ways in which the Bot API has told it. */
export function originOf(message: Message): Origin | undefined {
  if (message.forward_origin) return message.forward_origin
  const date = message.forward_date ?? 0
  const chat = message.forward_from_chat
  const id = message.forward_from_message_id
  if (chat && id !== undefined) return { type: 'channel', date, chat, message_id: id }
  if (chat) return { type: 'chat', date, sender_chat: chat }
  if (message.forward_from) return { type: 'user', date, sender_user: message.forward_from }
  const hidden = message.forward_sender_name
  return hidden === undefined ? undefined : { type: 'hidden_user', date, sender_user_name: hidden }
}

/** The origin as a post names it. A person without a username goes by name, as on preview pages. */
export function forwardedFromOf(origin: Origin): ForwardedFrom {
  const at = readEpochSeconds(origin.date)
  const when = at === undefined ? {} : { at }
  switch (origin.type) {
    case 'channel':
      return {
        channel: channelOf(origin.chat),
        id: origin.message_id,
        ...when,
        ...titleOf(origin.chat),
      }
    case 'chat':
      return { channel: channelOf(origin.sender_chat), ...when, ...titleOf(origin.sender_chat) }
    case 'user': {
      const title = nameOf(origin.sender_user)
      return { channel: origin.sender_user.username ?? `name:${title}`, ...when, title }
    }
    case 'hidden_user': {
      const title = origin.sender_user_name
      return { channel: `name:${title}`, ...when, title }
    }
  }
}

const titleOf = ({ title }: Chat) => (title === undefined ? {} : { title })

const nameOf = ({ first_name, last_name = '' }: User) => `${first_name} ${last_name}`.trim()
