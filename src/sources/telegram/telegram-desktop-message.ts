import { z } from 'zod'
import type { Rejection } from '../../model/delivery.ts'
import type { ForwardedFrom, Media, MediaKind, RawPost } from '../../model/signal.ts'
import { compact } from '../compact.ts'
import { describeIssues } from '../describe-issues.ts'
import { revealLink } from './hidden-link.ts'
import { readEpochSeconds } from '../instant.ts'
import { reject } from '../rejection.ts'

const words = z.string().nullish().catch(undefined)
const piece = z.union([
  z.string().transform((text) => ({ text, href: undefined })),
  z.object({ text: z.string(), href: z.string().optional() }),
])
const poll = z.object({
  question: z.string(),
  answers: z.array(z.object({ text: z.string() })).catch([]),
})
const count = z.int().nonnegative().optional().catch(undefined)
const messageSchema = z.object({
  id: z.int(),
  type: z.string(),
  date_unixtime: z.union([z.string(), z.number()]).optional(),
  edited_unixtime: z.union([z.string(), z.number()]).optional(),
  text: z.union([piece.transform((one) => [one]), z.array(piece)]).optional(),
  text_entities: z.array(piece).optional().catch(undefined),
  forwarded_from: words,
  forwarded_from_id: words,
  reply_to_message_id: z.int().positive().optional().catch(undefined),
  reply_to_peer_id: words,
  photo: words,
  file: words,
  media_type: words,
  photo_file_size: count,
  file_size: count,
  width: count,
  height: count,
  poll: poll.optional().catch(undefined),
  location_information: z.unknown().optional(),
})
type Message = z.infer<typeof messageSchema>

/** Reads one message of an export; undefined for service messages. */
export function readDesktopMessage(
  value: unknown,
  {
    channel,
    title,
    raw,
    place,
  }: {
    channel: string
    title: string | undefined
    raw: string
    place: string
  },
): RawPost | Rejection | undefined {
  const { data: message, error } = messageSchema.safeParse(value)
  if (!message) {
    return reject('malformed', place, describeIssues(error), raw)
  }
  if (message.type === 'service') return undefined
  const named = `message ${message.id}`
  if (message.type !== 'message' || message.id < 1) {
    return reject('unknown-shape', named, `a message of type "${message.type}" is not known`, raw)
  }
  const at = readEpochSeconds(message.date_unixtime)
  if (at === undefined) {
    const next = 'export it again with a newer Telegram Desktop'
    return reject(
      'missing-date',
      named,
      `it has no date_unixtime, and "date" has no zone; ${next}`,
      raw,
    )
  }
  const media = readMedia(message)
  const pieces = message.text_entities?.length ? message.text_entities : (message.text ?? [])
  const text = pieces.map(({ text, href }) => revealLink(text, href ?? '', undefined)).join('')
  return compact({
    channel,
    id: message.id,
    at,
    text: text === '' ? readPoll(message) : text,
    title,
    forwardedFrom: readForward(message),
    replyTo: message.reply_to_peer_id ? undefined : message.reply_to_message_id,
    editedAt: readEpochSeconds(message.edited_unixtime),
    media: media.length > 0 ? media : undefined,
  })
}

function readPoll({ poll }: Message): string {
  return poll ? [poll.question, ...poll.answers.map(({ text }) => text)].join('\n') : ''
}

/** The export names no origin post; `channel<digits>` is a channel, anything else a person. */
function readForward(message: Message): ForwardedFrom | undefined {
  const { forwarded_from: title, forwarded_from_id: from } = message
  if (title == null && from == null) return undefined
  const digits = /^channel(\d+)$/.exec(from ?? '')?.[1]
  const channel = digits === undefined ? `name:${title ?? from ?? ''}` : `tg${digits}`
  return { channel, ...(title != null && { title }) }
}

const kinds: Record<string, MediaKind> = {
  video_file: 'video',
  video_message: 'round-video',
  animation: 'video',
  voice_message: 'voice',
  audio_file: 'audio',
  sticker: 'sticker',
}

/** Kinds only: addresses in an export are file names on the machine that made it. */
function readMedia(message: Message): Media[] {
  const file = message.media_type ?? (message.file == null ? undefined : 'file')
  return [
    ...(message.photo == null ? [] : (['photo'] as const)),
    ...(file === undefined ? [] : [kinds[file] ?? 'document']),
    ...(message.poll ? (['poll'] as const) : []),
    ...(message.location_information === undefined ? [] : (['location'] as const)),
  ].map((kind) =>
    compact({
      kind,
      bytes: kind === 'photo' ? message.photo_file_size : message.file_size,
      width: message.width,
      height: message.height,
    }),
  )
}
