import type { SignalKey } from '../model/signal.ts'
import { PostingIndex } from './posting-index.ts'
import type { ReadSignal } from './read-signal.ts'
import type { TermWeights } from './term-weights.ts'

/** The rarest words, and the rarest terms that any language has, are enough to find what tells of the same. */
const probingTerms = 12
/** Newest documents looked at under one term. */
const longestList = 300
const candidatesKept = 30

/** Finds signals of the last hours that share rare terms. */
export class CandidateIndex {
  private readonly index = new PostingIndex()
  private last: { read: ReadSignal; entries: number; keys: readonly SignalKey[] } | undefined
  private readonly entries: { key: SignalKey; atMs: number }[] = []

  add(read: ReadSignal): void {
    const number = this.entries.push({ key: read.signal.key, atMs: read.atMs }) - 1
    for (const { hash } of read.terms) this.index.add(hash, number)
  }

  /** Keys of signals no further than `hours` away, those with most weight in common first. */
  find(read: ReadSignal, weights: TermWeights, hours: number): readonly SignalKey[] {
    // Links and stories of one signal are sought one after the other, among the same candidates.
    if (this.last?.read !== read || this.last.entries !== this.entries.length) {
      const keys = this.seek(read, weights, hours)
      this.last = { read, entries: this.entries.length, keys }
    }
    return this.last.keys
  }

  private seek(read: ReadSignal, weights: TermWeights, hours: number): SignalKey[] {
    const spanMs = hours * 3_600_000
    const weighted = read.terms
      .filter((term) => !weights.isCommon(term))
      .map((term) => ({ ...term, weight: weights.weightOf(term) }))
      .sort((a, b) => b.weight - a.weight)
    const probes = [
      ...weighted.filter(({ kind }) => kind === 'stem').slice(0, probingTerms),
      ...weighted.filter(({ kind }) => kind !== 'stem').slice(0, probingTerms),
    ]
    const scores = new Map<number, number>()
    for (const { hash, weight } of probes) {
      let seen = 0
      this.index.each(hash, (number) => {
        const entry = this.entries[number]
        if (entry !== undefined && Math.abs(entry.atMs - read.atMs) <= spanMs) {
          scores.set(number, (scores.get(number) ?? 0) + weight)
        }
        return ++seen < longestList
      })
    }
    const keys = Array.from(scores)
      .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .flatMap(([number]) => this.entries[number]?.key ?? [])
      .filter((key) => key !== read.signal.key)
    return [...new Set(keys)].slice(0, candidatesKept)
  }
}
