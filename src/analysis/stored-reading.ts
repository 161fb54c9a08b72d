import type { Signal } from '../model/signal.ts'
import { hashText } from './hash.ts'
import { KeptText } from './kept-text.ts'
import type { NormalText } from './normalise.ts'
import { type ReadSignal, standsFor } from './read-signal.ts'
import type { TermWeights } from './term-weights.ts'
import { type Term, termKinds } from './terms.ts'
import { textsOf } from './tool-answers.ts'

/** To be raised whenever a reader's answers change, so that stored readings are not taken for its own. */
export const readerRevision = 4

/** A reading with what its channel's signature is learned from. */
export interface LearningSignal extends ReadSignal {
  /** Hashes of the lines at the text's edges. */
  edges: readonly number[]
}

/** Numbers of a typed array as base64: parsed much faster than lists of digits. */
type Packed = string

interface StoredText {
  tokens: Packed
  kept?: readonly number[]
}

interface StoredVersion {
  normal: StoredText
  signed?: StoredText
  stock?: true
}

/** Everything of a reading that is not in the signal itself; terms as lists, one entry a term. */
interface Stored extends Pick<
  LearningSignal,
  | 'lang'
  | 'confidence'
  | 'event'
  | 'needs'
  | 'headline'
  | 'places'
  | 'details'
  | 'citations'
  | 'edges'
> {
  of: number
  kinds: number[]
  hashes: Packed
  labels: string[]
  letters: { buckets: Packed; counts: Packed }
  headNames: number[]
  versions: StoredVersion[]
}

/** Tells whether a signal's texts are those that were read. */
const hashOfTexts = (signal: Signal) => hashText(textsOf(signal).join('\n'))

/** A reading as JSON, so that the signal need not be read again. */
export function storeReading(read: LearningSignal, weights: TermWeights): string {
  const { signal, lang, confidence, event, needs, headline, places, details, citations } = read
  const { edges } = read
  const terms = Array.from(read.terms)
  const stored: Stored = {
    of: hashOfTexts(signal),
    ...{ lang, confidence, event, needs, headline, places, details, citations, edges },
    kinds: terms.map((id) => termKinds.indexOf(weights.kindOf(id))),
    hashes: pack(Uint32Array.from(terms, (id) => weights.hashOf(id))),
    labels: terms.map((id) => weights.labelOf(id)),
    letters: { buckets: pack(read.letters.buckets), counts: pack(read.letters.counts) },
    headNames: Array.from(read.headNames, (id) => weights.hashOf(id)),
    versions: read.versions.map(({ normal, signed, stock }) => ({
      normal: storeText(normal),
      ...(signed && { signed: storeText(signed) }),
      ...(stock && { stock }),
    })),
  }
  return JSON.stringify(stored)
}

/** The reading of a signal as it was stored; undefined when the signal's texts are no longer those. */
export function readStored(
  signal: Signal,
  json: string,
  weights: TermWeights,
): LearningSignal | undefined {
  const stored = JSON.parse(json) as Stored
  if (stored.of !== hashOfTexts(signal)) return undefined
  const { kinds, labels, lang, confidence, event, needs, headline, places } = stored
  const { details, citations, edges } = stored
  const atMs = Date.parse(signal.at)
  const versions = textsOf(signal).map((text, index) => ({
    signal: signal.key,
    channel: signal.channel,
    atMs,
    text,
    ...versionOf(text, stored.versions[index]),
    ...standsFor(signal),
  }))
  const normal = versions.at(-1)?.normal
  if (normal === undefined) return undefined
  const headNames = new Set(stored.headNames)
  const terms = weights.intern(
    Array.from(unpack(stored.hashes), (hash, index): Term => ({
      kind: termKinds[kinds[index] ?? 0] ?? 'stem',
      hash,
      label: labels[index] ?? '',
    })),
  )
  return {
    ...{ signal, atMs, lang, confidence, event, needs, headline, places },
    ...{ details, citations, edges },
    ...{ normal, versions },
    letters: {
      buckets: new Uint16Array(bytesOf(stored.letters.buckets)),
      counts: new Uint8Array(bytesOf(stored.letters.counts)),
    },
    terms,
    headNames: terms.filter((id) => headNames.has(weights.hashOf(id))),
  }
}

const storeText = ({ tokens, kept }: NormalText): StoredText => ({
  tokens: pack(tokens),
  ...(kept && { kept }),
})

const none: StoredVersion = { normal: { tokens: '' } }

function versionOf(text: string, { normal, signed, stock }: StoredVersion = none) {
  return {
    normal: keptText(text, normal),
    ...(signed && { signed: keptText(text, signed) }),
    ...(stock && { stock }),
  }
}

const keptText = (text: string, { tokens, kept }: StoredText) =>
  new KeptText(text, { tokens: unpack(tokens), ...(kept && { kept }) })

const pack = ({ buffer, byteOffset, byteLength }: Uint32Array | Uint16Array | Uint8Array): Packed =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64')

/** Bytes in a buffer of their own, as typed arrays of wider numbers need them. */
const bytesOf = (packed: Packed): ArrayBuffer =>
  Uint8Array.from(Buffer.from(packed, 'base64')).buffer

const unpack = (packed: Packed): Uint32Array => new Uint32Array(bytesOf(packed))
