import type { SignalKey } from '../model/signal.ts'
import { shinglesOf, winnow } from './fingerprint.ts'
import type { NormalText } from './normalise.ts'
import { keptNumbers, PostingIndex } from './posting-index.ts'
import { compareShingles, type Overlap } from './similarity.ts'
import { type Difference, differsAsVariant } from './variant.ts'

/** One version of one text that may be copied or be a copy. */
export interface CopyDocument {
  /** The signal it belongs to. */
  signal: SignalKey
  channel: string
  /** Milliseconds since 1970. */
  atMs: number
  text: string
  normal: NormalText
  /** Set for the text of a forward: it stands for the post that was forwarded. */
  standsFor?: { channel: string; id?: number; atMs: number }
}

export interface CopyMatch {
  document: CopyDocument
  kind: 'copy' | 'variant'
  how: 'whole' | 'cut' | 'embedded' | 'near'
  overlap: Overlap
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
const leastWords = 4
/** Fingerprints in more documents than this are stock phrases. */
const commonFingerprint = 400
/** A copy shares more of the shorter text's fingerprints than this, well below what it must keep of the words. */
const leastFingerprints = 0.2
const candidatesVerified = 24

/** Finds earlier and later texts that hold the same words, among those added. */
export class CopyIndex {
  private readonly index = new PostingIndex()
  private documents: CopyDocument[] = []
  /** How many fingerprints each document has. */
  private sizes: number[] = []

  add(document: CopyDocument): void {
    const number = this.documents.push(document) - 1
    const fingerprints = winnow(shinglesOf(document.normal.tokens))
    this.sizes.push(fingerprints.length)
    for (const fingerprint of fingerprints) this.index.add(fingerprint, number)
  }

  /** Lets go of the texts of all signals but those to keep. */
  keep(isKept: (key: SignalKey) => boolean): void {
    const kept = keptNumbers(this.documents.map(({ signal }) => isKept(signal)))
    this.index.renumber(kept)
    const stays = (_: unknown, number: number) => (kept[number] ?? -1) >= 0
    this.documents = this.documents.filter(stays)
    this.sizes = this.sizes.filter(stays)
  }

  /** All texts of other signals that are a copy or a variant of this one, in either direction of time. */
  find(document: CopyDocument): CopyMatch[] {
    if (document.normal.tokens.length < leastWords) return []
    const counts = new Map<number, number>()
    const fingerprints = winnow(shinglesOf(document.normal.tokens))
    for (const fingerprint of fingerprints) {
      if (this.index.count(fingerprint) > commonFingerprint) continue
      this.index.each(fingerprint, (number) => {
        counts.set(number, (counts.get(number) ?? 0) + 1)
        return true
      })
    }
    const enough = (number: number, shared: number) =>
      shared >= leastFingerprints * Math.min(fingerprints.length, this.sizes[number] ?? 0)
    return Array.from(counts)
      .filter(([number, shared]) => enough(number, shared))
      .sort(([a, countA], [b, countB]) => countB - countA || a - b)
      .slice(0, candidatesVerified)
      .flatMap(([number]) => this.documents[number] ?? [])
      .filter((candidate) => candidate.signal !== document.signal)
      .flatMap((candidate) => matchTexts(candidate, document) ?? [])
  }
}

/** Judges two texts; the overlap's "earlier" side is `candidate`, whatever its time. */
export function matchTexts(candidate: CopyDocument, document: CopyDocument): CopyMatch | undefined {
  const overlap = compareShingles(candidate.normal.tokens, document.normal.tokens)
  const how = howAlike(overlap)
  if (how === undefined) return undefined
  const difference = differsAsVariant(
    { text: candidate.text, words: candidate.normal.words },
    { text: document.text, words: document.normal.words },
    overlap,
    candidate.channel === document.channel,
  )
  return difference === undefined
    ? { document: candidate, kind: 'copy', how, overlap }
    : { document: candidate, kind: 'variant', how, overlap, difference }
}

function howAlike(overlap: Overlap): CopyMatch['how'] | undefined {
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
