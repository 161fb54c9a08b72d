import { z } from 'zod'
import type { SeenIdentity } from '../../model/channel-event.ts'
import type { Reader, Reading } from '../../model/delivery.ts'
import type { RawPost } from '../../model/signal.ts'
import { decodeBody } from '../decode-body.ts'
import { readEpochSeconds } from '../instant.ts'
import { reject } from '../rejection.ts'
import { isService, readMedia, readWords } from './telegram-content.ts'
import { bareTelegramId, channelOf, forwardedFromOf, originOf, postUrl } from './telegram-origin.ts'
import { messageSchema, type Chat, type Message } from './telegram-update-schema.ts'

const updateSchema = z.looseObject({ update_id: z.int().nonnegative() })

/** Kinds of update that carry no post. */
const otherKinds = new Set([
  'edited_message',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'message_reaction',
  'message_reaction_count',
  'chat_boost',
  'removed_chat_boost',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
])

/** Reads one update of the Bot API: a post of a channel, an edit of one, or a post that someone hands in. */
export const readTelegramUpdate: Reader = (payload) => {
  const raw = decodeBody(payload.body)
  const sent = parseJson(raw)
  if (sent === undefined) return refuse('malformed', 'update', 'it is not JSON', raw)
  const update = updateSchema.safeParse(sent)
  if (!update.success) return refuse('unknown-shape', 'update', 'it has no update_id', raw)
  const place = `update ${update.data.update_id}`
  const { channel_post: post, edited_channel_post: edited, message } = update.data
  if (message !== undefined && !mayBeForward(message)) return ignored
  const content = post ?? edited ?? message
  if (content === undefined) {
    if (Object.keys(update.data).some((key) => otherKinds.has(key))) return ignored
    const keys = Object.keys(update.data).join(', ')
    return refuse('unknown-shape', place, `no known kind of update among: ${keys}`, raw)
  }
  const read = messageSchema.safeParse(content)
  if (!read.success) return refuse('unknown-shape', place, firstIssue(read.error), raw)
  const found = message === undefined ? readPost(read.data) : readHandIn(read.data)
  const identity = message === undefined ? { identity: identityOf(read.data.chat) } : {}
  if (typeof found === 'object') return { posts: [found], rejected: [], ignored: 0, ...identity }
  const passed =
    message === undefined
      ? { passed: { channel: channelOf(read.data.chat), id: read.data.message_id } }
      : {}
  if (found === 'no-post') return { ...ignored, ...passed }
  return { ...refuse(found, place, refusals[found], raw), ...passed }
}

function identityOf(chat: Chat): SeenIdentity {
  const { id, username, title } = chat
  return {
    channel: channelOf(chat),
    telegramId: bareTelegramId(id),
    ...(username !== undefined && { name: username }),
    ...(title !== undefined && { title }),
  }
}

type Found = RawPost | 'no-post' | keyof typeof refusals

const refusals = {
  'missing-date': 'the date is no time since 1970',
  'unknown-shape': 'the post has neither words nor media of a known kind',
}

const ignored: Reading = { posts: [], rejected: [], ignored: 1 }

const refuse = (reason: string, place: string, detail: string, raw: string): Reading => ({
  posts: [],
  rejected: [reject(reason, place, detail, raw)],
  ignored: 0,
})

function readPost(message: Message): Found {
  const { chat, reply_to_message: reply, edit_date } = message
  const origin = originOf(message)
  const editedAt = readEpochSeconds(edit_date)
  return composePost(message, chat, message.message_id, message.date, {
    ...(origin && { forwardedFrom: forwardedFromOf(origin) }),
    ...(reply?.chat.id === chat.id && reply.message_id > 0 && { replyTo: reply.message_id }),
    ...(editedAt !== undefined && { editedAt }),
  })
}

/**
 * A channel's post that a person forwarded is the channel's post, whichever chat it was forwarded in. Whether
 * the person may hand in posts is for the intake to judge, so one without a sender is none.
 */
function readHandIn(message: Message): Found {
  const origin = originOf(message)
  const { from } = message
  if (origin?.type !== 'channel' || !from || message.is_automatic_forward) return 'no-post'
  const { chat, message_id, date } = origin
  return composePost(message, chat, message_id, date, { handedInBy: from.id })
}

function composePost(
  message: Message,
  chat: Chat,
  id: number,
  date: number,
  more: Partial<RawPost>,
): Found {
  const channel = channelOf(chat)
  const text = readWords(message, channel)
  const media = readMedia(message)
  if (text === '' && media.length === 0) return isService(message) ? 'no-post' : 'unknown-shape'
  const at = readEpochSeconds(date)
  if (at === undefined) return 'missing-date'
  const { media_group_id: album } = message
  return {
    channel,
    id,
    at,
    text,
    ...(chat.title !== undefined && { title: chat.title }),
    ...(media.length > 0 && { media }),
    ...(album !== undefined && { album }),
    url: postUrl(channel, id),
    ...more,
  }
}

/** What is said to the bot itself is no post, of whatever shape it may be. */
function mayBeForward(message: unknown): boolean {
  return !isObject(message) || 'forward_origin' in message || 'forward_from_chat' in message
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function firstIssue({ issues }: z.ZodError): string {
  const [issue] = issues
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unknown shape'}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
