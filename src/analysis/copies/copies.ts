import type { SignalKey } from '../../model/signal.ts'
import { fingerprintsOf } from './fingerprint.ts'
import { type CopyMatch, goOnDifferently, leastWords, matchTexts } from './match-texts.ts'
import type { NormalText } from '../text/normalise.ts'
import { keptNumbers, PostingIndex } from './posting-index.ts'

/** One version of one text that may be copied or be a copy. */
export interface CopyDocument {
  /** The signal it belongs to. */
  signal: SignalKey
  channel: string
  /** Milliseconds since 1970. */
  atMs: number
  text: string
  /** The text without the channel's signature. */
  normal: NormalText
  /** With the signature, where there is one: who takes the text may take that along. */
  signed?: NormalText
  /** Nothing but lines that stand in many posts of the channel. */
  stock?: boolean
  /** Set for the text of a forward: it stands for the post that was forwarded. */
  standsFor?: { channel: string; id?: number; atMs: number }
}

/** Fingerprints in more documents than this are stock phrases. */
const commonFingerprint = 400
/**
 * Fingerprints that a copy shares for each word of the shorter text: a fifth of the two in five that winnowing
 * with a window of four keeps, well below what a copy must keep of the words.
 */
const leastFingerprints = 0.08
const candidatesVerified = 24

/** Finds earlier and later texts that hold the same words, among those added. */
export class CopyIndex {
  private readonly index = new PostingIndex()
  private documents: CopyDocument[] = []
  private last: { of?: Uint32Array; fingerprints: Uint32Array } = {
    fingerprints: new Uint32Array(),
  }

  add(document: CopyDocument): void {
    const number = this.documents.push(document) - 1
    for (const fingerprint of this.fingerprints(document.normal.tokens)) {
      this.index.add(fingerprint, number)
    }
  }

  /** A text is sought and then added: its fingerprints are made once. */
  private fingerprints(tokens: Uint32Array): Uint32Array {
    if (this.last.of !== tokens) this.last = { of: tokens, fingerprints: fingerprintsOf(tokens) }
    return this.last.fingerprints
  }

  /** Lets go of the texts of all signals but those to keep. */
  keep(isKept: (key: SignalKey) => boolean): void {
    const kept = keptNumbers(this.documents.map(({ signal }) => isKept(signal)))
    this.index.renumber(kept)
    const stays = (_: unknown, number: number) => (kept[number] ?? -1) >= 0
    this.documents = this.documents.filter(stays)
  }

  /** All texts of other signals that are a copy or a variant of this one, in either direction of time. */
  find(document: CopyDocument): CopyMatch[] {
    const words = document.normal.tokens.length
    if (words < leastWords) return []
    const counts = new Map<number, number>()
    for (const fingerprint of this.fingerprints(document.normal.tokens)) {
      if (this.index.count(fingerprint) > commonFingerprint) continue
      this.index.each(fingerprint, (number) => {
        counts.set(number, (counts.get(number) ?? 0) + 1)
        return true
      })
    }
    const enough = (number: number, shared: number) =>
      shared >=
      leastFingerprints * Math.min(words, this.documents[number]?.normal.tokens.length ?? 0)
    const matches = Array.from(counts)
      .filter(([number, shared]) => enough(number, shared))
      .sort(([a, countA], [b, countB]) => countB - countA || a - b)
      .slice(0, candidatesVerified)
      .flatMap(([number]) => this.documents[number] ?? [])
      .filter((candidate) => candidate.signal !== document.signal)
      .flatMap((candidate) => matchTexts(candidate, document) ?? [])
    return goOnDifferently(document, matches)
      ? matches.filter(({ how }) => how !== 'begun')
      : matches
  }
}

/** Signals of the earlier texts that one of the later is a copy or a variant of. */
export function signalsHeldBy(
  later: readonly CopyDocument[],
  earlier: readonly CopyDocument[],
): readonly SignalKey[] {
  const index = new CopyIndex()
  for (const document of earlier) index.add(document)
  const matches = later.flatMap((document) => index.find(document))
  return [...new Set(matches.map(({ document }) => document.signal))]
}
