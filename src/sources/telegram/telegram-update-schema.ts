import { z } from 'zod'

// telegraf's own types lack the date of a channel origin and all that is newer than Bot API 7.1. Only
// what is read is checked; an unknown kind of origin is refused, for a forward read as an original
// would count as an independent source.

// It becomes a part of a signal's key, and so may hold no slash.
const username = z.string().regex(/^\w{2,64}$/, 'is no username')

const chat = z.object({
  id: z.int(),
  type: z.string(),
  title: z.string().optional(),
  username: username.optional(),
})

const user = z.object({
  id: z.int(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: username.optional(),
})

const postId = z.int().positive()

const origin = z.discriminatedUnion('type', [
  z.object({ type: z.literal('channel'), date: z.int(), chat, message_id: postId }),
  z.object({ type: z.literal('chat'), date: z.int(), sender_chat: chat }),
  z.object({ type: z.literal('user'), date: z.int(), sender_user: user }),
  z.object({ type: z.literal('hidden_user'), date: z.int(), sender_user_name: z.string() }),
])

const entity = z.object({
  type: z.string(),
  /** UTF-16 units. */
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  url: z.string().optional(),
})

const words = z.object({ text: z.string() })

const count = z.int().nonnegative().optional().catch(undefined)

/** A file as the Bot API tells of it; a post is not refused for what is odd in it. */
const there = z.looseObject({
  file_id: z.string().optional().catch(undefined),
  file_size: count,
  width: count,
  height: count,
})

const media = {
  photo: z.array(there).optional(),
  video: there.optional(),
  animation: there.optional(),
  video_note: there.optional(),
  audio: there.optional(),
  voice: there.optional(),
  document: there.optional(),
  sticker: there.optional(),
  poll: z.object({ question: z.string(), options: z.array(words) }).optional(),
  location: there.optional(),
  venue: z.object({ title: z.string(), address: z.string() }).optional(),
  paid_media: z.object({ paid_media: z.array(z.object({ type: z.string() })) }).optional(),
}

/** A message or post; keys that are not read are kept, so that service messages can be told. */
export const messageSchema = z.looseObject({
  message_id: postId,
  date: z.int(),
  chat,
  from: user.optional(),
  text: z.string().optional(),
  entities: z.array(entity).optional(),
  caption: z.string().optional(),
  caption_entities: z.array(entity).optional(),
  edit_date: z.int().optional(),
  media_group_id: z.string().optional(),
  reply_to_message: z.object({ message_id: z.int(), chat: z.object({ id: z.int() }) }).optional(),
  is_automatic_forward: z.boolean().optional(),
  forward_origin: origin.optional(),
  // What stood for the origin before Bot API 7.0, and still does on older local servers.
  forward_from_chat: chat.optional(),
  forward_from_message_id: postId.optional(),
  forward_from: user.optional(),
  forward_sender_name: z.string().optional(),
  forward_date: z.int().optional(),
  ...media,
})

export type Chat = z.infer<typeof chat>
export type User = z.infer<typeof user>
export type Entity = z.infer<typeof entity>
export type File = z.infer<typeof there>
export type Origin = z.infer<typeof origin>
export type Message = z.infer<typeof messageSchema>
