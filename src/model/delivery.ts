import type { SeenIdentity } from './channel-event.ts'
import type { RawPost } from './signal.ts'

/** Which reader understands a payload. */
export type PayloadKind =
  'telegram-update' | 'telegram-preview' | 'feed' | 'jsonl' | 'telegram-desktop' | 'telethon'

/** Raw bytes as a source received them; written to the journal before anything is done with them. */
export interface Payload {
  /** Name of the source, e.g. `preview:osintdefender`. */
  source: string
  kind: PayloadKind
  /** The channel it belongs to, where one payload holds one channel. */
  channel?: string
  /** Where it came from: a URL or a file path, without secrets. */
  address?: string
  receivedAt: string
  body: string | Uint8Array
  /** What the reader needs beside the body, e.g. the line number a chunk starts at. */
  meta?: Record<string, string>
}

/** One piece of a payload that could not be read, kept with the reason. */
export interface Rejection {
  /** `malformed`, `missing-date`, `future-date`, `unknown-shape`, `too-long`, … */
  reason: string
  /** Where in the payload: `line 17`, `message 4711`. */
  place: string
  /** One sentence for a person. */
  detail: string
  /** The piece itself, cut to a sane length. */
  raw: string
}

/** What a reader found in one payload. Readers are pure. */
export interface Reading {
  posts: readonly RawPost[]
  rejected: readonly Rejection[]
  /** The payload shows every post of `channel` with an id in `from`–`to`; others are gone. */
  covers?: { channel: string; from: number; to: number; ids: readonly number[] }
  /** The one channel that the payload is from, where it tells who that is. */
  identity?: SeenIdentity
  /** The post of a channel that the payload holds and that is none of `posts`: a service row, or one that was refused. */
  passed?: { channel: string; id: number }
  /** Items that carry no post and are no fault: service rows, votes, other chats. */
  ignored: number
}

export type Reader = (payload: Payload) => Reading

/** One payload and the cursor that may be stored with its rows. */
export interface Delivery {
  payload: Payload
  /** Opaque; a restart polls from the last stored one. */
  cursor?: string
}

export interface PollRequest {
  /** The stored cursor, or undefined on the first poll. */
  cursor: string | undefined
  signal: AbortSignal
  /** Ids that are to be asked for again, where the source can page back. */
  missing?: readonly { from: number; to: number }[]
}

/**
 * Anything posts come from. `poll` yields deliveries, each safe to commit alone; the caller commits
 * one before it asks for the next. Throws `SourceError` when the source can't be read now.
 */
export interface Source {
  readonly name: string
  poll(request: PollRequest): AsyncIterable<Delivery>
}

export type SourceFault =
  | 'unreachable'
  | 'refused'
  | 'throttled'
  | 'redirected'
  | 'challenged'
  | 'broken-markup'
  | 'not-a-feed'
  | 'too-large'
  | 'unauthorised'
  | 'missing-file'
  | 'unknown-format'
