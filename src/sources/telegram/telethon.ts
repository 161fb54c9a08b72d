import { z } from 'zod'
import type { Payload, Reading, Rejection } from '../../model/delivery.ts'
import type { ForwardedFrom, RawPost } from '../../model/signal.ts'
import { compact } from '../compact.ts'
import { describeIssues } from '../describe-issues.ts'
import { revealLink } from './hidden-link.ts'
import { readEpochSeconds, readIsoInstant } from '../instant.ts'
import { readRows } from '../file/read-rows.ts'
import { reject } from '../rejection.ts'
import type { Row } from '../file/rows.ts'
import { readTelethonMedia } from './telethon-media.ts'

const stamp = z.union([z.string(), z.number()]).nullish()
const peer = z
  .object({ channel_id: z.int().optional(), user_id: z.int().optional() })
  .nullish()
  .catch(undefined)
const entity = z.object({ offset: z.int(), length: z.int(), url: z.string() })
const messageSchema = z.object({
  id: z.int().positive(),
  peer_id: peer,
  date: stamp,
  message: z.string().nullish(),
  entities: z.array(z.unknown()).nullish().catch(undefined),
  fwd_from: z
    .object({
      from_id: peer,
      channel_post: z.int().positive().nullish(),
      date: stamp,
      from_name: z.string().nullish(),
    })
    .nullish(),
  reply_to: z
    .object({
      reply_to_msg_id: z.int().positive().nullish(),
      reply_to_peer_id: z.unknown().optional(),
    })
    .nullish()
    .catch(undefined),
  edit_date: stamp,
  edit_hide: z.boolean().nullish(),
  views: z.int().nonnegative().nullish().catch(undefined),
  grouped_id: z.union([z.number(), z.string()]).nullish(),
  media: z.unknown().optional(),
})
type Message = z.infer<typeof messageSchema>

/**
 * Reads message rows as Telethon's `to_dict()` gives them, in lines or one list. Channels are named
 * `tg<id>`, or by `payload.channel` where the row is of the file's first channel, `meta.peer`.
 */
export function readTelethon(payload: Payload): Reading {
  return readRows(payload, readMessage)
}

function readMessage(value: unknown, row: Row, payload: Payload): RawPost | Rejection | undefined {
  const shape = z.object({ _: z.string() }).safeParse(value).data
  if (shape && shape._ !== 'Message') return undefined
  const { data: message, error } = messageSchema.safeParse(value)
  if (!message) {
    return reject('malformed', row.place, describeIssues(error), row.raw)
  }
  const channel = nameChannel(message, payload)
  if (channel === undefined) {
    const detail = 'it has no peer_id.channel_id; name the channel of the file with --channel'
    return reject('malformed', row.place, detail, row.raw)
  }
  const at = readStamp(message.date)
  if (at === undefined) {
    return reject('missing-date', row.place, 'it has no date that can be read', row.raw)
  }
  const media = readTelethonMedia(message.media)
  return compact({
    channel,
    id: message.id,
    at,
    text: readText(message),
    forwardedFrom: readForward(message),
    replyTo: message.reply_to?.reply_to_peer_id
      ? undefined
      : (message.reply_to?.reply_to_msg_id ?? undefined),
    // Hidden edits are reactions and counters, not words.
    editedAt: message.edit_hide ? undefined : readStamp(message.edit_date),
    views: message.views ?? undefined,
    album: message.grouped_id == null ? undefined : String(message.grouped_id),
    media: media && [media],
  })
}

function nameChannel(message: Message, { channel, meta }: Payload): string | undefined {
  const id = message.peer_id?.channel_id
  if (id === undefined) return channel
  return channel !== undefined && (meta?.['peer'] ?? `${id}`) === `${id}` ? channel : `tg${id}`
}

function readStamp(value: string | number | null | undefined): string | undefined {
  return typeof value === 'string' ? readIsoInstant(value) : readEpochSeconds(value)
}

function readForward({ fwd_from: forward }: Message): ForwardedFrom | undefined {
  if (!forward) return undefined
  const { channel_id: id, user_id: user } = forward.from_id ?? {}
  const hidden = forward.from_name ?? (user === undefined ? 'unknown' : `user ${user}`)
  return compact({
    channel: id === undefined ? `name:${hidden}` : `tg${id}`,
    id: forward.channel_post ?? undefined,
    at: readStamp(forward.date),
    title: forward.from_name ?? undefined,
  })
}

/** The words, with the Telegram links behind them; offsets are in UTF-16 units. */
function readText({ message, entities }: Message): string {
  let text = message ?? ''
  const links = (entities ?? [])
    .flatMap((value) => entity.safeParse(value).data ?? [])
    .sort((a, b) => b.offset - a.offset)
  for (const { offset, length, url } of links) {
    const end = offset + length
    if (offset < 0 || end > text.length) continue
    const shown = revealLink(text.slice(offset, end), url, undefined)
    text = text.slice(0, offset) + shown + text.slice(end)
  }
  return text
}
