import type { Signal } from '../../model/signal.ts'
import { hashText } from '../text/hash.ts'
import { KeptText } from '../text/kept-text.ts'
import type { LetterGrams } from '../text/letter-grams.ts'
import type { NormalText } from '../text/normalise.ts'
import { pack, unpack } from './pack.ts'
import { type ReadSignal, standsFor } from './read-signal.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { textsOf } from '../tool-answers.ts'

/** To be raised whenever a reader's answers change, so that stored readings are not taken for its own. */
export const readerRevision = 7

/** A reading with what its channel's signature is learned from. */
export interface LearningSignal extends ReadSignal {
  /** Hashes of the lines at the text's edges. */
  edges: readonly number[]
}

/** How many hashes of the reading are of the text's words, and which of its lines they are of. */
interface StoredText {
  tokens: number
  kept?: readonly number[]
}

interface StoredVersion {
  normal: StoredText
  signed?: StoredText
  stock?: true
}

/**
 * Everything of a reading that is not in the signal itself, but for long rows of numbers. These are, in 32 bits:
 * a hash of the texts, hashes of the terms, of the edges, of the words of each version; in 16 bits: letter grams,
 * then those that stand there more than once; in 8 bits: how often they do, then the kinds of the terms.
 */
interface Stored extends Pick<
  LearningSignal,
  'lang' | 'confidence' | 'event' | 'needs' | 'headline' | 'places' | 'details' | 'citations'
> {
  terms: number
  edges: number
  /** How many letter grams stand there more than once. */
  repeated: number
  /** Parted by line ends. */
  labels: string
  versions: StoredVersion[]
}

/** Added to the kind of a term that is a name in the headline. */
const inHeadline = 0x80

/** Tells whether a signal's texts are those that were read. */
const hashOfTexts = (signal: Signal) => hashText(textsOf(signal).join('\n'))

/** A reading as bytes, so that the signal need not be read again. */
export function storeReading(read: LearningSignal, weights: TermWeights): Uint8Array {
  const { signal, lang, confidence, event, needs, headline, places, details, citations } = read
  const { terms, headNames, edges, letters, versions } = read
  const stored: Stored = {
    ...{ lang, confidence, event, needs, headline, places, details, citations },
    terms: terms.length,
    edges: edges.length,
    repeated: letters.counts.filter(isRepeated).length,
    labels: Array.from(terms, (id) => weights.labelOf(id)).join('\n'),
    versions: versions.map(({ normal, signed, stock }) => ({
      normal: storeText(normal),
      ...(signed && { signed: storeText(signed) }),
      ...(stock && { stock }),
    })),
  }
  const hashes = versions.flatMap(({ normal, signed }) => [normal.tokens, signed?.tokens ?? none])
  const kinds = terms.map(
    (id) => weights.kindNumberOf(id) + (headNames.includes(id) ? inHeadline : 0),
  )
  return pack({
    wide: joined([[hashOfTexts(signal)], terms.map((id) => weights.hashOf(id)), edges, ...hashes]),
    medium: Uint16Array.from([
      ...letters.buckets,
      ...letters.buckets.filter((_, at) => isRepeated(letters.counts[at] ?? 1)),
    ]),
    narrow: Uint8Array.from([...letters.counts.filter(isRepeated), ...kinds]),
    text: JSON.stringify(stored),
  })
}

const none = new Uint32Array()

const isRepeated = (count: number) => count > 1

function joined(rows: readonly (Uint32Array | readonly number[])[]): Uint32Array {
  const all = new Uint32Array(rows.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const row of rows) {
    all.set(row, at)
    at += row.length
  }
  return all
}

/** The reading of a signal as it was stored; undefined when the signal's texts are no longer those. */
export function readStored(
  signal: Signal,
  bytes: Uint8Array,
  weights: TermWeights,
): LearningSignal | undefined {
  const { wide, medium, narrow, text } = unpack(bytes)
  if (wide[0] !== hashOfTexts(signal)) return undefined
  const stored = JSON.parse(text) as Stored
  const { lang, confidence, event, needs, headline, places, details, citations } = stored
  const atMs = Date.parse(signal.at)
  let next = 1
  const take = (length: number) => wide.slice(next, (next += length))
  const hashes = take(stored.terms)
  const edges = Array.from(take(stored.edges))
  const versions = textsOf(signal).map((version, index) => {
    const { normal, signed, stock } = stored.versions[index] ?? noVersion
    return {
      signal: signal.key,
      channel: signal.channel,
      atMs,
      text: version,
      normal: keptText(version, normal, take(normal.tokens)),
      ...(signed && { signed: keptText(version, signed, take(signed.tokens)) }),
      ...(stock && { stock }),
      ...standsFor(signal),
    }
  })
  const normal = versions.at(-1)?.normal
  if (normal === undefined) return undefined
  const kinds = narrow.subarray(stored.repeated)
  const terms = weights.internStored(hashes, kinds, stored.labels)
  return {
    ...{ signal, atMs, lang, confidence, event, needs, headline, places },
    ...{ details, citations, edges, normal, versions, terms },
    letters: readLetters(medium, narrow, stored.repeated),
    headNames: terms.filter((_, index) => (kinds[index] ?? 0) >= inHeadline),
  }
}

const noVersion: StoredVersion = { normal: { tokens: 0 } }

function readLetters(medium: Uint16Array, narrow: Uint8Array, repeated: number): LetterGrams {
  const buckets = medium.slice(0, medium.length - repeated)
  const counts = new Uint8Array(buckets.length).fill(1)
  let at = 0
  for (let index = 0; index < repeated; index++) {
    const bucket = medium[buckets.length + index]
    while (at < buckets.length && buckets[at] !== bucket) at++
    counts[at] = narrow[index] ?? 1
  }
  return { buckets, counts }
}

const storeText = ({ tokens, kept }: NormalText): StoredText => ({
  tokens: tokens.length,
  ...(kept && { kept }),
})

const keptText = (text: string, { kept }: StoredText, tokens: Uint32Array) =>
  new KeptText(text, { tokens, ...(kept && { kept }) })
