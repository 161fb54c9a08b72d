import { monotonicMs } from './monotonic.ts'

/** How long each of some things has been so, seen time and again: a clock that is set counts for nothing. */
export class Stopwatch {
  private readonly nowMs: () => number
  private since = new Map<string, number>()

  constructor(nowMs: () => number = monotonicMs) {
    this.nowMs = nowMs
  }

  /** Milliseconds since each was first seen; whatever is missing from one look begins anew. */
  look(keys: readonly string[]): ReadonlyMap<string, number> {
    const now = this.nowMs()
    this.since = new Map(keys.map((key) => [key, this.since.get(key) ?? now]))
    return new Map(Array.from(this.since, ([key, from]) => [key, now - from]))
  }
}
