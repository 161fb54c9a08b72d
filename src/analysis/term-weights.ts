import type { Term } from './terms.ts'

/** Texts a term must stand in before it can be called common. */
const commonAtLeast = 25

/** In how many texts each term stood; kept current as texts come. */
export class TermWeights {
  private readonly counts = new Map<number, number>()
  private texts = 0

  add(terms: readonly Term[]): void {
    this.texts++
    for (const { hash } of terms) this.counts.set(hash, (this.counts.get(hash) ?? 0) + 1)
  }

  /** True for what stands in more than one text of twenty, once there are enough to tell. */
  isCommon({ hash }: Term): boolean {
    return (this.counts.get(hash) ?? 0) > Math.max(commonAtLeast, this.texts / 20)
  }

  /** Robertson and Spärck Jones's inverse document frequency, smoothed; near 0 for what stands everywhere. */
  weightOf({ hash }: Term): number {
    const count = this.counts.get(hash) ?? 0
    return Math.log(1 + (this.texts + 50) / (count + 1))
  }
}
