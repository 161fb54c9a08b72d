import type { SignalKey } from '../../model/signal.ts'
import { keptNumbers, PostingIndex } from '../copies/posting-index.ts'
import type { TermWeights } from '../text/term-weights.ts'
import type { TermIds } from '../text/terms.ts'

/** The rarest words, and the rarest terms that any language has, are enough to find what tells of the same. */
const probingTerms = 12
/** Newest documents looked at under one term. */
const longestList = 300
const candidatesKept = 30

/** What is known of a signal that is sought, or found, by its terms. */
export interface TermedSignal {
  signal: { key: SignalKey }
  atMs: number
  terms: TermIds
}

/** Finds signals of the last hours that share rare terms. */
export class CandidateIndex {
  private readonly index = new PostingIndex()
  private last: { read: TermedSignal; entries: number; keys: readonly SignalKey[] } | undefined
  private keys: SignalKey[] = []
  private times: number[] = []
  /** Time of the latest of all entries up to each: where it is too old, so are all before. */
  private latest: number[] = []
  /** Weight each entry has in common with the signal in hand; all 0 between two searches. */
  private scores: number[] = []

  add(read: TermedSignal, weights: TermWeights): void {
    const number = this.keys.push(read.signal.key) - 1
    this.times.push(read.atMs)
    this.latest.push(Math.max(read.atMs, this.latest[number - 1] ?? read.atMs))
    this.scores.push(0)
    for (const id of read.terms) this.index.add(weights.hashOf(id), number)
  }

  /** Lets go of all signals but those to keep. */
  keep(isKept: (key: SignalKey) => boolean): void {
    const kept = keptNumbers(this.keys.map(isKept))
    this.index.renumber(kept)
    const stays = (_: unknown, number: number) => (kept[number] ?? -1) >= 0
    this.keys = this.keys.filter(stays)
    this.times = this.times.filter(stays)
    this.latest = this.latest.filter(stays)
    this.scores = this.scores.filter(stays)
    this.last = undefined
  }

  /** Keys of signals no further than `hours` away, those with most weight in common first. */
  find(read: TermedSignal, weights: TermWeights, hours: number): readonly SignalKey[] {
    // Links and stories of one signal are sought one after the other, among the same candidates.
    if (this.last?.read !== read || this.last.entries !== this.keys.length) {
      const keys = this.seek(read, weights, hours * 3_600_000)
      this.last = { read, entries: this.keys.length, keys }
    }
    return this.last.keys
  }

  private seek(read: TermedSignal, weights: TermWeights, spanMs: number): SignalKey[] {
    const { keys, times, latest, scores } = this
    const met: number[] = []
    const earliestMs = read.atMs - spanMs
    const latestMs = read.atMs + spanMs
    const isPosted = (id: number) => this.standsElsewhere(weights.hashOf(id), read.signal.key)
    for (const { id, weight } of probesOf(read, weights, isPosted)) {
      const hash = weights.hashOf(id)
      let left = longestList
      for (let at = this.index.first(hash); at !== 0 && left > 0; at = this.index.next(at)) {
        const number = this.index.document(at)
        if ((latest[number] ?? 0) < earliestMs) break
        left--
        const time = times[number] ?? 0
        if (time < earliestMs || time > latestMs) continue
        const score = scores[number] ?? 0
        if (score === 0) met.push(number)
        scores[number] = score + weight
      }
    }
    const best: number[] = []
    for (const number of met) if (keys[number] !== read.signal.key) this.rank(number, best)
    for (const number of met) scores[number] = 0
    return best.flatMap((number) => keys[number] ?? [])
  }

  /** A term of this signal alone finds nothing, and is the rarest of all. */
  private standsElsewhere(hash: number, key: SignalKey): boolean {
    const first = this.index.first(hash)
    if (first === 0) return false
    return this.keys[this.index.document(first)] !== key || this.index.next(first) !== 0
  }

  /** Puts an entry among the best, each signal once; most of many entries are none, so nothing is sorted. */
  private rank(number: number, best: number[]): void {
    const { keys } = this
    const worst = best[best.length - 1]
    if (best.length === candidatesKept && worst !== undefined && !this.isAhead(number, worst))
      return
    const same = best.findIndex((other) => keys[other] === keys[number])
    if (same >= 0) {
      if (!this.isAhead(number, best[same] ?? 0)) return
      best.splice(same, 1)
    }
    const behind = best.findIndex((other) => this.isAhead(number, other))
    best.splice(behind < 0 ? best.length : behind, 0, number)
    if (best.length > candidatesKept) best.pop()
  }

  private isAhead(first: number, second: number): boolean {
    const a = this.scores[first] ?? 0
    const b = this.scores[second] ?? 0
    return a > b || (a === b && first < second)
  }
}

/** A term to search by. */
interface Probe {
  id: number
  weight: number
}

/** The terms to search by, of those that others have: the rarest words, and the rarest of what any language has. */
function probesOf(
  read: TermedSignal,
  weights: TermWeights,
  isPosted: (id: number) => boolean,
): Probe[] {
  const words: Probe[] = []
  const others: Probe[] = []
  for (const id of read.terms) {
    if (!weights.isCommon(id) && isPosted(id))
      keepRarest(weights.isStem(id) ? words : others, id, weights.weightOf(id))
  }
  return words.concat(others)
}

/** Keeps the probes of most weight, the first of equals first. */
function keepRarest(probes: Probe[], id: number, weight: number): void {
  const last = probes[probes.length - 1]
  if (probes.length === probingTerms) {
    if (last !== undefined && weight <= last.weight) return
    probes.pop()
  }
  let at = probes.length
  while (at > 0 && (probes[at - 1]?.weight ?? 0) < weight) at--
  probes.splice(at, 0, { id, weight })
}
