import { type SignalKey, signalKey } from '../../model/signal.ts'
import { sha256 } from './chain.ts'
import type { SignalRecord } from '../signals/signal-record.ts'

/** What of a journal entry is hashed; its address and its last arrival change when it comes again. */
export interface ChainedPayload {
  journal: number
  source: string
  kind: string
  channel: string | null
  first_at: string
  sha256: Buffer
}

export interface ChainedRevision {
  revision: number
  at: string
  text: string
}

/**
 * A line of an entry, taken apart. `name` is a signal's key, a revision's `key#number`, or the number of a
 * payload or picture; of what was let go, the hash is that of the text or body.
 */
export interface ChainItem {
  kind: 'signal' | 'revision' | 'payload' | 'picture' | 'text-gone' | 'revision-gone' | 'body-gone'
  name: string
  sha256: string
}

/** What of a row is hashed, in this order, as JSON. */
export type ChainContent = readonly (string | number | null)[]

const line = (kind: ChainItem['kind'], name: string, content: ChainContent) =>
  `${kind} ${name} ${sha256(JSON.stringify(content)).toString('hex')}`

/**
 * A signal as it stands, but for its views, which change by the minute, and what analysis found. The text
 * goes in by its hash, so that the line still holds when the text is let go.
 */
export const signalContent = (
  record: SignalRecord,
  textHash = hashText(record.text),
): ChainContent => [
  record.row,
  record.name,
  record.id,
  record.at,
  record.revision,
  record.text_at,
  textHash,
  record.forward_channel,
  record.forward_id,
  record.forward_at,
  record.forward_title,
  record.reply_to,
  record.deleted_at,
  record.deletion,
  record.media,
  record.url,
  record.outlet,
  record.handed_in_by,
]

export const signalItem = (record: SignalRecord, textHash?: string): string =>
  line('signal', signalKey(record.name, record.id), signalContent(record, textHash))

export const revisionContent = (
  key: SignalKey,
  { revision, at, text }: ChainedRevision,
  textHash = hashText(text),
): ChainContent => [key, revision, at, textHash]

export const revisionItem = (
  key: SignalKey,
  revision: ChainedRevision,
  textHash?: string,
): string =>
  line('revision', `${key}#${revision.revision}`, revisionContent(key, revision, textHash))

export const payloadContent = (payload: ChainedPayload): ChainContent => [
  payload.journal,
  payload.source,
  payload.kind,
  payload.channel,
  payload.first_at,
  payload.sha256.toString('hex'),
]

export const payloadItem = (payload: ChainedPayload): string =>
  line('payload', String(payload.journal), payloadContent(payload))

/** A photo or video as it was fetched. */
export interface ChainedPicture {
  picture: number
  /** The key of its signal. */
  name: string
  address: string
  fetched_at: string
  type: string
  bytes: number
  width: number | null
  height: number | null
  sha256: Buffer
  print: Buffer | null
}

export const pictureContent = (picture: ChainedPicture): ChainContent => [
  picture.picture,
  picture.name,
  picture.address,
  picture.fetched_at,
  picture.type,
  picture.bytes,
  picture.width,
  picture.height,
  picture.sha256.toString('hex'),
  picture.print?.toString('hex') ?? null,
]

export const pictureItem = (picture: ChainedPicture): string =>
  line('picture', String(picture.picture), pictureContent(picture))

/** What was let go for its age, by the hash it had. */
export const goneItem = (
  kind: 'text-gone' | 'revision-gone' | 'body-gone',
  name: string,
  hash: string,
) => `${kind} ${name} ${hash}`

export const hashText = (text: string): string => sha256(text).toString('hex')

/** Reads a line; undefined where it is none. Names may hold spaces, kinds and hashes can't. */
export function readItem(text: string): ChainItem | undefined {
  const [, kind, name, hash] = /^([a-z-]+) (.+) ([0-9a-f]{64})$/.exec(text) ?? []
  if (kind === undefined || name === undefined || hash === undefined) return undefined
  return { kind: kind as ChainItem['kind'], name, sha256: hash }
}
