import { formatInstant, parseInstant } from '../lib/time.ts'
import type { Rejection } from '../model/delivery.ts'
import type { Edit, ForwardedFrom, RawPost } from '../model/signal.ts'
import { checkForward, checkSideFacts, isPostId } from './check-facts.ts'
import { cleanText } from './clean-text.ts'

export interface CheckContext {
  /** When the payload was received; nothing can be much later. */
  receivedAt: string
  /** Telegram user ids of the members whose hand-ins are taken. */
  editors: ReadonlySet<number>
}

export type CheckedPost = { kind: 'ok'; post: RawPost } | { kind: 'rejected'; rejection: Rejection }

/** In UTF-16 units. Telegram's own limit is 4,096. */
const textLimit = 256 * 1024
const rawLimit = 2000
const dayMs = 86_400_000
/** Before this no channel or feed of today was there. */
const earliestAt = '2005-01-01T00:00:00Z'

type Problem = Pick<Rejection, 'reason' | 'detail'>

/** A post that can be stored, its text cleaned and its times in UTC; or why it can't. */
export function checkPost(raw: RawPost, context: CheckContext): CheckedPost {
  const latestAt = formatInstant(Date.parse(context.receivedAt) + dayMs)
  const problem = findProblem(raw, context, latestAt)
  if (problem) return { kind: 'rejected', rejection: reject(raw, problem) }
  const origin = readForward(raw)
  const edits = raw.edits?.map(({ at, text }) => ({ at: utc(at), text: cleanText(text) })) ?? []
  const post: RawPost = {
    ...checkSideFacts(raw),
    channel: raw.channel.replace(/^@/, ''),
    id: raw.id,
    at: utc(raw.at),
    text: cleanText(raw.text),
    ...(origin && { forwardedFrom: origin }),
    ...(raw.replyTo !== undefined && { replyTo: raw.replyTo }),
    ...(edits.length > 0 && { edits }),
    ...(raw.editedAt !== undefined && { editedAt: utc(raw.editedAt) }),
    ...(raw.deletedAt !== undefined && { deletedAt: utc(raw.deletedAt) }),
    ...(raw.handedInBy !== undefined && { handedInBy: raw.handedInBy }),
  }
  return { kind: 'ok', post }
}

function findProblem(raw: RawPost, { editors }: CheckContext, latestAt: string) {
  return (
    checkSender(raw, editors) ??
    checkIdentity(raw) ??
    checkDate('at', raw.at, latestAt) ??
    checkLength(raw) ??
    checkLaterDates(raw, latestAt) ??
    checkProvenance(raw)
  )
}

function checkSender({ handedInBy }: RawPost, editors: ReadonlySet<number>): Problem | undefined {
  if (handedInBy === undefined || editors.has(handedInBy)) return undefined
  return {
    reason: 'not-a-member',
    detail: `user ${handedInBy} is no editor or chief of the desk; add them to desk.members to take what they hand in`,
  }
}

function checkIdentity({ channel, id }: RawPost): Problem | undefined {
  if (!/^@?[\w.-]{1,64}$/.test(channel)) {
    const detail = `"${cleanText(channel).slice(0, 80)}" is no channel id (1–64 letters, digits, "_", "-" and ".")`
    return { reason: 'bad-channel', detail }
  }
  if (isPostId(id)) return undefined
  return { reason: 'bad-id', detail: `id ${String(id)} is not a positive whole number` }
}

function checkDate(field: string, value: string, latestAt: string): Problem | undefined {
  if (value.trim() === '') return { reason: 'missing-date', detail: `"${field}" is missing` }
  const at = parseInstant(value)
  const shown = cleanText(value).slice(0, 80)
  if (at === undefined) {
    const detail = `"${field}" is "${shown}", not an instant such as 2026-03-04T02:14:36Z`
    return { reason: 'invalid-date', detail }
  }
  if (at > latestAt) {
    const detail = `"${field}" is ${shown}, more than a day after it was received`
    return { reason: 'future-date', detail }
  }
  if (at >= earliestAt) return undefined
  return { reason: 'ancient-date', detail: `"${field}" is ${shown}, before 2005` }
}

function checkLength({ text, edits }: RawPost): Problem | undefined {
  const longest = Math.max(text.length, ...(edits ?? []).map((edit) => edit.text.length))
  if (longest <= textLimit) return undefined
  const detail = `the text has ${longest} characters, more than ${textLimit}; it stays in the journal`
  return { reason: 'too-long', detail }
}

function checkLaterDates(raw: RawPost, latestAt: string): Problem | undefined {
  const fields: [string, string | undefined][] = [
    ['editedAt', raw.editedAt],
    ['deletedAt', raw.deletedAt],
    ...(raw.edits ?? []).map(({ at }: Edit, index): [string, string] => [`edits[${index}].at`, at]),
  ]
  for (const [field, value] of fields) {
    const problem = value === undefined ? undefined : checkDate(field, value, latestAt)
    if (problem) return problem
  }
  return undefined
}

/** Who a post is from and what it answers decide on origins: a post that garbles them is not guessed at. */
function checkProvenance({ forwardedFrom, replyTo }: RawPost): Problem | undefined {
  const forward = forwardedFrom && checkForward(forwardedFrom)
  if (forward && 'fault' in forward) {
    const detail = `"forwardedFrom.${forward.fault}" makes no sense`
    return { reason: 'malformed', detail }
  }
  if (replyTo === undefined || isPostId(replyTo)) return undefined
  return { reason: 'malformed', detail: `"replyTo" is ${String(replyTo)}, not a post's id` }
}

function readForward({ forwardedFrom }: RawPost): ForwardedFrom | undefined {
  const forward = forwardedFrom && checkForward(forwardedFrom)
  return forward && 'fault' in forward ? undefined : forward
}

/** For instants that were found to be readable. */
const utc = (at: string) => parseInstant(at) ?? at

function reject(raw: RawPost, { reason, detail }: Problem): Rejection {
  const place = `post ${cleanText(raw.channel).slice(0, 80)}/${String(raw.id)}`
  return { reason, place, detail, raw: cleanText(JSON.stringify(raw).slice(0, rawLimit)) }
}
