import { z } from 'zod'
import type { Payload, Reading, Rejection } from '../../model/delivery.ts'
import type { RawPost } from '../../model/signal.ts'
import { decodeBody } from '../decode-body.ts'
import { JsonScanner } from '../file/json-scanner.ts'
import { reject } from '../rejection.ts'
import { readDesktopMessage } from './telegram-desktop-message.ts'

const chatSchema = z.object({
  name: z.string().optional().catch(undefined),
  type: z.string(),
  id: z.int().positive(),
})

/** Kinds of chat whose posts are a channel's own; the others are people's conversations. */
export const channelTypes: ReadonlySet<string> = new Set(['public_channel', 'private_channel'])

/**
 * Reads result.json, whole, in chunks or cut in half, of one channel or of a whole account. Channels are
 * named `tg<id>`, or by `payload.channel` where the file holds only one.
 */
export function readTelegramDesktop(payload: Payload): Reading {
  const text = decodeBody(payload.body).replace(/^\uFEFF/, '')
  const scanner = new JsonScanner()
  scanner.push(text)
  const posts: RawPost[] = []
  const rejected: Rejection[] = []
  let ignored = Number(payload.meta?.['skipped'] ?? 0)
  let lastPlace = 'the beginning'
  const first = Number(payload.meta?.['firstLine'] ?? 1)
  for (const [index, { raw, holder }] of scanner.take().entries()) {
    const place = `message ${first + index} of the file`
    const chat = readChat(holder)
    const read = readMessage(raw, place, chat, payload.channel)
    if (read === undefined) ignored += 1
    else if ('reason' in read) rejected.push(read)
    else {
      posts.push(read)
      lastPlace = `message ${read.id}`
    }
  }
  const unfinished = scanner.unfinished()
  if (unfinished !== undefined) {
    const detail = 'the file ends in the middle; what stood before the cut was read'
    rejected.push(reject('cut-short', `after ${lastPlace}`, detail, unfinished || text.slice(-500)))
  } else if (
    posts.length + rejected.length + ignored === 0 &&
    !/"messages"\s*:\s*\[\s*\]/.test(text)
  ) {
    const detail = 'it holds no list of messages as Telegram Desktop writes it'
    rejected.push(reject('unknown-shape', 'document', detail, text))
  }
  return { posts, rejected, ignored }
}

type Chat = z.infer<typeof chatSchema> | undefined

function readChat(scalars: Readonly<Record<string, string>>): Chat {
  try {
    const members = Object.entries(scalars).map(([key, raw]) => [key, JSON.parse(raw) as unknown])
    return chatSchema.safeParse(Object.fromEntries(members)).data
  } catch {
    return undefined
  }
}

function readMessage(
  raw: string,
  place: string,
  chat: Chat,
  named: string | undefined,
): RawPost | Rejection | undefined {
  if (chat && !channelTypes.has(chat.type)) return undefined
  const channel = named ?? (chat && `tg${chat.id}`)
  if (channel === undefined) {
    return reject(
      'malformed',
      place,
      'its chat has no type and id; name the channel with --channel',
      raw,
    )
  }
  let message: unknown
  try {
    message = JSON.parse(raw)
  } catch {
    return reject('malformed', place, 'it is not JSON', raw)
  }
  return readDesktopMessage(message, { channel, title: chat?.name, raw, place })
}
