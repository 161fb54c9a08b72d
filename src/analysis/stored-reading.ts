import type { Signal } from '../model/signal.ts'
import { hashText } from './hash.ts'
import { KeptText, UnreadText } from './kept-text.ts'
import type { LetterGrams } from './letter-grams.ts'
import type { NormalText } from './normalise.ts'
import { type ReadSignal, standsFor } from './read-signal.ts'
import type { Signed } from './signatures.ts'
import { type Term, termKinds } from './terms.ts'

/** To be raised whenever a reader's answers change, so that stored readings are not taken for its own. */
export const readerRevision = 3

/** A reading with what its channel's signature is learned from. */
export interface LearningSignal extends ReadSignal {
  /** Hashes of the lines at the text's edges. */
  edges: readonly number[]
}

/** Numbers of a typed array, as base64 of its bytes. */
type Packed = string

type StoredText = [tokens: number[], kept: readonly number[] | 0, stock: 0 | 1]

/** Everything of a reading that is not in the signal itself; terms as lists, one entry a term. */
interface Stored extends Pick<
  LearningSignal,
  'lang' | 'confidence' | 'event' | 'places' | 'details' | 'citations' | 'edges'
> {
  of: number
  kinds: number[]
  hashes: number[]
  labels: string[]
  texts: StoredText[]
  letters: [buckets: Packed, counts: Packed]
  headNames: number[]
}

const textsOf = ({ text, revisions }: Signal) => [
  ...new Set([...revisions.map((revision) => revision.text), text]),
]

/** Tells whether a signal's texts are those that were read. */
const hashOfTexts = (signal: Signal) => hashText(textsOf(signal).join('\n'))

/** A reading as JSON, so that the signal need not be read again. */
export function storeReading(read: LearningSignal): string {
  const { signal, lang, confidence, event, places, details, citations, edges, terms } = read
  const stored: Stored = {
    of: hashOfTexts(signal),
    ...{ lang, confidence, event, places, details, citations, edges },
    kinds: terms.map(({ kind }) => termKinds.indexOf(kind)),
    hashes: terms.map(({ hash }) => hash),
    labels: terms.map(({ label }) => label),
    letters: [pack(read.letters.buckets), pack(read.letters.counts)],
    headNames: Array.from(read.headNames),
    texts: read.versions.map(({ normal, stock }) => [
      Array.from(normal.tokens),
      normal.kept ?? 0,
      stock === true ? 1 : 0,
    ]),
  }
  return JSON.stringify(stored)
}

/** The reading of a signal as it was stored; undefined when the signal's texts are no longer those. */
export function readStored(signal: Signal, json: string): LearningSignal | undefined {
  const stored = JSON.parse(json) as Stored
  if (stored.of !== hashOfTexts(signal)) return undefined
  const { kinds, hashes, labels, texts, lang, confidence, event, places } = stored
  const { details, citations, edges } = stored
  const atMs = Date.parse(signal.at)
  const versions = textsOf(signal).map((text, index) => ({
    signal: signal.key,
    channel: signal.channel,
    atMs,
    text,
    normal: new KeptText(text, normalOf(texts[index])),
    ...signatureOf(text, texts[index]),
    ...standsFor(signal),
  }))
  const normal = versions.at(-1)?.normal
  if (normal === undefined) return undefined
  return {
    ...{ signal, atMs, lang, confidence, event, places, details, citations, edges },
    ...{ normal, versions },
    letters: lettersOf(stored.letters),
    headNames: new Set(stored.headNames),
    terms: hashes.map((hash, index): Term => ({
      kind: termKinds[kinds[index] ?? 0] ?? 'stem',
      hash,
      label: labels[index] ?? '',
      texts: 0,
      mark: 0,
    })),
  }
}

const pack = ({ buffer, byteOffset, byteLength }: Uint16Array | Uint8Array): Packed =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

function lettersOf([buckets, counts]: Stored['letters']): LetterGrams {
  // Copied, so that the numbers stand where an array of two-byte numbers may stand.
  const bytes = Uint8Array.from(Buffer.from(buckets, 'base64'))
  return {
    buckets: new Uint16Array(bytes.buffer),
    counts: Uint8Array.from(Buffer.from(counts, 'base64')),
  }
}

function signatureOf(
  text: string,
  [, kept, stock]: StoredText = [[], 0, 0],
): Omit<Signed, 'normal'> {
  if (stock === 1) return { stock: true }
  return kept === 0 ? {} : { signed: new UnreadText(text) }
}

function normalOf([tokens, kept]: StoredText = [[], 0, 0]): Pick<NormalText, 'tokens' | 'kept'> {
  return { tokens: Uint32Array.from(tokens), ...(kept === 0 ? {} : { kept }) }
}
