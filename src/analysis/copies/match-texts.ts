import type { CopyManner } from '../../model/explanation.ts'
import type { CopyDocument } from './copies.ts'
import { breaksOff } from '../text/breaks-off.ts'
import type { NormalText } from '../text/normalise.ts'
import { commonInOrder, compareShingles, type Overlap } from './similarity.ts'
import { type Difference, differsAsVariant, templateWords } from './variant.ts'

export interface CopyMatch {
  document: CopyDocument
  kind: 'copy' | 'variant'
  how: CopyManner
  overlap: Overlap
  /** The other channel's signature stands there too. */
  signed: boolean
  /** For a variant: the words that differ. */
  difference?: Difference
}

/** Measured with window 4 (REFERENCE, near-duplicates): copies keep at least this much. */
const leastJaccard = 0.4
const leastContainment = 0.55
/** Fewer shared shingles (this many + 2 words) prove nothing unless the texts are equal. */
const leastShared = 5
/** Of two texts too short for that, one holds the other and little more. */
const shortJaccard = 0.6
/** Texts of fewer words are not compared. */
export const leastWords = 4
/** Of two short texts, this share of the words of both stands in the same order: one word in four is another. */
const leastInOrder = 0.75
/** And so many words: fewer are a phrase. */
const leastCommon = 5

/** Judges two texts; the overlap's "earlier" side is `candidate`, whatever its time. */
export function matchTexts(candidate: CopyDocument, document: CopyDocument): CopyMatch | undefined {
  const found = likeness(candidate, document)
  if (found === undefined) return undefined
  const difference = differsAsVariant(
    { text: candidate.text, words: candidate.normal.words },
    { text: document.text, words: document.normal.words },
    found.plain,
    candidate.channel === document.channel,
  )
  const { how, overlap, plain } = found
  const match = {
    document: candidate,
    how,
    overlap,
    signed: carriesSignature(candidate, document, plain),
  }
  return difference === undefined
    ? { ...match, kind: 'copy' }
    : { ...match, kind: 'variant', difference }
}

interface Likeness {
  how: CopyManner
  overlap: Overlap
  /** The overlap without the candidate's signature. */
  plain: Overlap
}

/** How two texts are alike, by themselves or with the signature that was taken along with the words. */
function likeness(candidate: CopyDocument, document: CopyDocument): Likeness | undefined {
  const plain = compareShingles(candidate.normal.tokens, document.normal.tokens)
  const how = howAlike(plain)
  // What stands in many posts of its channel says nothing of another post that holds it.
  if (candidate.stock === true || document.stock === true)
    return how === 'whole' ? { how, overlap: plain, plain } : undefined
  const { signed } = candidate
  // A signature alone makes no copy: the words above it must stand there too.
  if (signed !== undefined && plain.shared >= 2 && plain.ofEarlier >= leastContainment) {
    const overlap = compareShingles(signed.tokens, document.normal.tokens)
    const signedHow = howAlike(overlap)
    if (signedHow !== undefined && overlap.ofLater > plain.ofLater)
      return { how: how ?? signedHow, overlap: { ...overlap, later: plain.later }, plain }
  }
  if (how !== undefined) return { how, overlap: plain, plain }
  const quoted = standsInLines(candidate.normal, document.normal)
  if (quoted || standsInLines(document.normal, candidate.normal))
    return { how: 'quoted', overlap: plain, plain }
  const short = shortLikeness(signed ?? candidate.normal, document, candidate.text)
  return short === undefined ? undefined : { ...short, plain: short.overlap }
}

/** True where half of what the candidate's signature adds to its words stands in the other text too. */
function carriesSignature(
  { normal, signed }: CopyDocument,
  document: CopyDocument,
  plain: Overlap,
): boolean {
  if (signed === undefined) return false
  const { shared } = compareShingles(signed.tokens, (document.signed ?? document.normal).tokens)
  return (shared - plain.shared) * 2 >= signed.tokens.length - normal.tokens.length
}

function howAlike(overlap: Overlap): CopyManner | undefined {
  const { ofEarlier, ofLater, jaccard, shared } = overlap
  if (ofEarlier === 1 && ofLater === 1) return 'whole'
  // A short text with a line more or less is still that text.
  if (shared >= 2 && jaccard >= shortJaccard && (ofEarlier === 1 || ofLater === 1)) return 'near'
  if (shared < leastShared) return undefined
  if (ofEarlier >= 0.9 && ofLater >= 0.9) return 'whole'
  if (ofLater >= leastContainment && ofLater >= ofEarlier) return ofEarlier > 0.7 ? 'near' : 'cut'
  if (ofEarlier >= leastContainment) return ofLater > 0.7 ? 'near' : 'embedded'
  return jaccard >= leastJaccard ? 'near' : undefined
}

/** True where all lines of a short text are lines of the other, one after the other. */
function standsInLines(short: NormalText, other: NormalText): boolean {
  const { length } = short.tokens
  if (length < leastWords || length > templateWords || length > other.tokens.length) return false
  // The lines of a text at hand are read anew: only where all the words stand there.
  if (!holdsRun(other.tokens, short.tokens)) return false
  const hashes = short.lines.map(({ hash }) => hash)
  return other.lines.some((_, at) =>
    hashes.every((hash, index) => other.lines[at + index]?.hash === hash),
  )
}

/** True where all of some words stand in a text, one after the other. */
function holdsRun(tokens: Uint32Array, run: Uint32Array): boolean {
  const last = tokens.length - run.length
  for (let at = tokens.indexOf(run[0] ?? 0); at >= 0 && at <= last;) {
    if (run.every((token, index) => token === tokens[at + index])) return true
    at = tokens.indexOf(run[0] ?? 0, at + 1)
  }
  return false
}

/** What is too short for shingles: a beginning that breaks off, or the same short text with a word changed. */
function shortLikeness(
  candidate: NormalText,
  document: CopyDocument,
  text: string,
): Omit<Likeness, 'plain'> | undefined {
  const first = candidate.tokens.length
  const second = document.normal.tokens.length
  const begun =
    first > second
      ? breaksOff(document.text) && beginsWith(candidate, document.normal)
      : breaksOff(text) && beginsWith(document.normal, candidate)
  if (begun) return { how: 'begun', overlap: overlapOf(Math.min(first, second), first, second) }
  if (Math.max(first, second) > templateWords) return undefined
  const common = commonInOrder(candidate.tokens, document.normal.tokens)
  if (common < leastCommon || common < leastInOrder * Math.max(first, second)) return undefined
  return { how: 'reworded', overlap: overlapOf(common, first, second) }
}

/** True where the words of the shorter text, the last of which may be broken off too, begin the longer. */
function beginsWith(longer: NormalText, shorter: NormalText): boolean {
  const last = shorter.tokens.length - 1
  if (last + 1 < leastWords || longer.tokens.length <= last + 1) return false
  for (let index = 0; index < last; index++) {
    if (longer.tokens[index] !== shorter.tokens[index]) return false
  }
  return (longer.words[last]?.word ?? '').startsWith(shorter.words[last]?.word ?? '')
}

/** An overlap of single words, for texts too short for shingles. */
const overlapOf = (shared: number, first: number, second: number): Overlap => ({
  shared,
  ofEarlier: shared / first,
  ofLater: shared / second,
  jaccard: shared / (first + second - shared),
  earlier: { from: 0, to: first },
  later: { from: 0, to: second },
})

/** Words after a common beginning, one of which two copies of one text still share. */
const lookAhead = 3

/** True where the texts that a cut text may be the beginning of go on in more ways than one. */
export function goOnDifferently(document: CopyDocument, matches: readonly CopyMatch[]): boolean {
  const cut = document.normal.tokens.length
  const [first, ...others] = matches
    .filter(({ how, document: { normal } }) => how === 'begun' && normal.tokens.length > cut)
    .map(({ document: { normal } }) => normal.words.slice(cut, cut + lookAhead))
    .map((next) => next.map(({ word }) => word))
  return others.some((next) => first !== undefined && !next.some((word) => first.includes(word)))
}
