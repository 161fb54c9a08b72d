import type { Media, MediaKind } from '../../model/signal.ts'
import { revealLink } from './hidden-link.ts'
import { compact } from '../compact.ts'
import type { Entity, File, Message } from './telegram-update-schema.ts'

/** The words of a message, with the Telegram links that stand hidden behind some of them made readable. */
export function readWords(message: Message, own: string): string {
  if (message.text !== undefined) return revealLinks(message.text, message.entities ?? [], own)
  if (message.caption !== undefined) {
    return revealLinks(message.caption, message.caption_entities ?? [], own)
  }
  const { poll, venue } = message
  if (poll) return [poll.question, ...poll.options.map(({ text }) => text)].join('\n')
  return venue ? `${venue.title}\n${venue.address}` : ''
}

function revealLinks(text: string, entities: readonly Entity[], own: string): string {
  const links = entities
    .filter(({ type, length }) => type === 'text_link' && length > 0)
    .sort((one, other) => one.offset - other.offset)
  let revealed = ''
  let at = 0
  for (const { offset, length, url = '' } of links) {
    if (offset < at) continue
    revealed += text.slice(at, offset) + revealLink(text.slice(offset, offset + length), url, own)
    at = offset + length
  }
  return revealed + text.slice(at)
}

// An animation comes with a document for programs that do not know it, a venue with a location.
const kinds = [
  ['photo', 'photo'],
  ['video', 'video'],
  ['animation', 'video'],
  ['video_note', 'round-video'],
  ['audio', 'audio'],
  ['voice', 'voice'],
  ['document', 'document'],
  ['sticker', 'sticker'],
  ['poll', 'poll'],
  ['location', 'location'],
] as const satisfies readonly (readonly [string, MediaKind])[]

/** The Bot API gives files by id, which is good for this bot only, and no addresses. */
export function readMedia(message: Message): Media[] {
  if (message.paid_media) {
    return message.paid_media.paid_media.map(({ type }) => ({
      kind: type === 'video' ? 'video' : 'photo',
    }))
  }
  return kinds
    .filter(([key]) => message[key] !== undefined)
    .filter(([key]) => key !== 'document' || !message.animation)
    .map(([key, kind]) => ({ kind, ...factsOf(key, message) }))
}

function factsOf(key: (typeof kinds)[number][0], message: Message): Omit<Media, 'kind'> {
  if (key === 'poll' || key === 'location') return {}
  // A photo comes in several sizes, the largest last.
  const file: File | undefined = key === 'photo' ? message.photo?.at(-1) : message[key]
  return compact({
    file: file?.file_id,
    bytes: file?.file_size,
    width: file?.width,
    height: file?.height,
  })
}

const serviceKeys =
  /^(new_chat_|delete_chat_|left_chat_|group_chat_|supergroup_chat_|channel_chat_|migrate_|pinned_message|message_auto_delete_|video_chat_|voice_chat_|forum_topic_|general_forum_|giveaway|boost_added|chat_background_set|chat_owner_|users_shared|chat_shared|write_access_|web_app_data|proximity_|direct_message_price_|paid_message_price_|suggested_post_|gift|unique_gift|checklist_tasks_)/

/** The platform's own notices: pinned, renamed, a call began, a giveaway. */
export function isService(message: Message): boolean {
  return Object.keys(message).some((key) => serviceKeys.test(key))
}
