import { z } from 'zod'
import type { Payload, Reading, Rejection } from '../../model/delivery.ts'
import type { RawPost } from '../../model/signal.ts'
import { compact } from '../compact.ts'
import { describeIssues } from '../describe-issues.ts'
import { readIsoInstant } from '../instant.ts'
import { readRows } from './read-rows.ts'
import { reject } from '../rejection.ts'
import type { Row } from './rows.ts'

/** Exports often write null for what they do not know. */
const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined)

const instant = z.string().transform((text, context) => {
  const at = readIsoInstant(text)
  if (at !== undefined) return at
  context.addIssue({ code: 'custom', message: `"${text.slice(0, 40)}" is not an ISO 8601 time` })
  return z.NEVER
})
const id = z.int().positive()
const channel = z.string().trim().min(1).max(200)
const mediaKind = z.enum([
  'photo',
  'video',
  'round-video',
  'audio',
  'voice',
  'document',
  'sticker',
  'poll',
  'location',
])
/** A fact beside the words: no post is refused for one that is odd. */
const count = optional(z.number()).catch(undefined)
const media = z
  .object({
    kind: mediaKind,
    url: optional(z.string()),
    sha256: optional(z.string()),
    bytes: count,
    width: count,
    height: count,
  })
  .transform(compact)
const forward = z
  .object({
    channel: z.string().min(1),
    id: optional(id),
    at: optional(instant),
    title: optional(z.string()),
  })
  .transform(compact)

/** One line of the JSON Lines format; members that it does not know are passed over. */
const lineSchema = z
  .object({
    channel: optional(channel),
    id,
    at: instant,
    text: z.string(),
    title: optional(z.string()),
    forwardedFrom: optional(forward),
    replyTo: optional(id),
    edits: optional(z.array(z.object({ at: instant, text: z.string() }))),
    editedAt: optional(instant),
    deletedAt: optional(instant),
    views: optional(z.int().nonnegative()),
    media: optional(z.array(media)),
    url: optional(z.string()),
    album: optional(z.string()),
    outlet: optional(z.string()),
  })
  .transform(compact)

const absent = z.object({ at: z.literal('').nullish() })

/** Reads the JSON Lines format; `payload.channel` stands for lines that name no channel. */
export function readJsonLines(payload: Payload): Reading {
  return readRows(payload, readLine)
}

function readLine(value: unknown, row: Row, payload: Payload): RawPost | Rejection {
  const { success, data, error } = lineSchema.safeParse(value)
  if (!success) {
    const undated = absent.safeParse({ ...Object(value) }).success
    const only = error.issues.every(({ path }) => path[0] === 'at')
    const reason = undated && only ? 'missing-date' : 'malformed'
    return reject(reason, row.place, describeIssues(error), row.raw)
  }
  const named = data.channel ?? payload.channel
  if (named === undefined) {
    const detail = 'the line names no channel; name one for the whole file with --channel'
    return reject('malformed', row.place, detail, row.raw)
  }
  return { ...data, channel: named }
}
