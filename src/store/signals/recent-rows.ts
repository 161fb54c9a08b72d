import type { SignalKey } from '../../model/signal.ts'

/** Rows kept at hand, at least; twice as many at most. */
const least = 20_000

/** Rows of the signals met last by key: what is stored of a signal is written and read by its row, many times over. */
export class RecentRows {
  private recent = new Map<SignalKey, number>()
  private before: ReadonlyMap<SignalKey, number> = new Map()

  get(key: SignalKey): number | undefined {
    return this.recent.get(key) ?? this.before.get(key)
  }

  set(key: SignalKey, row: number): void {
    if (this.recent.size >= least) {
      this.before = this.recent
      this.recent = new Map()
    }
    this.recent.set(key, row)
  }
}
