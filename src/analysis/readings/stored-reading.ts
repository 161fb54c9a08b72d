import type { Signal } from '../../model/signal.ts'
import { hashText } from '../text/hash.ts'
import { KeptText } from '../text/kept-text.ts'
import type { LetterGrams } from '../text/letter-grams.ts'
import type { NormalText } from '../text/normalise.ts'
import { pack, unpack } from './pack.ts'
import {
  type LearningSignal,
  type Reading,
  type SaidSignal,
  standsFor,
  textsOf,
} from './read-signal.ts'
import { termKinds } from '../text/terms.ts'
import type { TermWeights } from '../text/term-weights.ts'

/** To be raised whenever a reader's answers change, so that stored readings are not taken for its own. */
export const readerRevision = 11

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
  SaidSignal,
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

/** Added to the kind of a term that the headline is about, and of one that is named there: see `HeadNames`. */
const inHeadline = 0x80
const namedThere = 0x40

/** Tells whether a signal's texts are those that were read. */
const hashOfTexts = (signal: Signal) => hashText(textsOf(signal).join('\n'))

/** A reading as bytes, so that the signal need not be read again. */
export function storeReading(read: Reading): Uint8Array {
  const { signal, lang, confidence, event, needs, headline, places, details, citations } = read
  const { terms, headNames, edges, letters, versions } = read
  const repeated = repeatedIn(letters)
  const stored: Stored = {
    ...{ lang, confidence, event, needs, headline, places, details, citations },
    terms: terms.length,
    edges: edges.length,
    repeated: repeated.counts.length,
    labels: terms.map(({ label }) => label).join('\n'),
    versions: versions.map(({ normal, signed, stock }) => ({
      normal: storeText(normal),
      ...(signed && { signed: storeText(signed) }),
      ...(stock && { stock }),
    })),
  }
  const hashes = versions.flatMap(({ normal, signed }) => [normal.tokens, signed?.tokens ?? none])
  const kinds = terms.map(
    ({ kind, hash }) =>
      termKinds.indexOf(kind) +
      (headNames.about.has(hash) ? inHeadline : 0) +
      (headNames.named.has(hash) ? namedThere : 0),
  )
  return pack({
    wide: joined([[hashOfTexts(signal)], terms.map(({ hash }) => hash), edges, ...hashes]),
    medium: Uint16Array.from([...letters.buckets, ...repeated.buckets]),
    narrow: Uint8Array.from([...repeated.counts, ...kinds]),
    text: JSON.stringify(stored),
  })
}

const none = new Uint32Array()

/** The letter grams that stand in a text more than once. */
function repeatedIn({ buckets, counts }: LetterGrams): { buckets: number[]; counts: number[] } {
  const repeated: { buckets: number[]; counts: number[] } = { buckets: [], counts: [] }
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] ?? 1
    if (count === 1) continue
    repeated.buckets.push(buckets[at] ?? 0)
    repeated.counts.push(count)
  }
  return repeated
}

function joined(rows: readonly (Uint32Array | readonly number[])[]): Uint32Array {
  const all = new Uint32Array(rows.reduce((total, { length }) => total + length, 0))
  let at = 0
  for (const row of rows) {
    all.set(row, at)
    at += row.length
  }
  return all
}

/** A stored reading whose terms are not numbered yet. */
export interface OpenedReading {
  said: SaidSignal & Pick<Reading, 'edges'>
  /** Of the terms: hashes, kinds with what is in the headline, and labels by line. */
  hashes: Uint32Array
  kinds: Uint8Array
  labels: string
}

/** The reading of a signal as it was stored; undefined when the signal's texts are no longer those. */
export function openReading(signal: Signal, bytes: Uint8Array): OpenedReading | undefined {
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
  return {
    said: {
      ...{ signal, atMs, lang, confidence, event, needs, headline, places },
      ...{ details, citations, edges, normal, versions },
      letters: readLetters(medium, narrow, stored.repeated),
    },
    ...{ hashes, kinds: narrow.subarray(stored.repeated), labels: stored.labels },
  }
}

/** The reading with its terms as the weights number them; new numbers for those not met before. */
export function internOpened(
  { said, hashes, kinds, labels }: OpenedReading,
  weights: TermWeights,
): LearningSignal {
  const terms = weights.internStored(hashes, kinds, labels)
  const marked = (mark: number) => terms.filter((_, index) => ((kinds[index] ?? 0) & mark) !== 0)
  return { ...said, terms, headNames: marked(inHeadline), named: marked(namedThere) }
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
