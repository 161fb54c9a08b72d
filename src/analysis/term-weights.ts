import type { Term } from './terms.ts'

/** Texts a term must stand in before it can be called common. */
const commonAtLeast = 25
/** Terms of fewer texts have their weight kept at hand until the next text is counted. */
const keptWeights = 1024

/** In how many texts each term stood; kept current as texts come. Signals share one object a term. */
export class TermWeights {
  private readonly terms = new Map<number, Term>()
  private texts = 0
  /** Weights by the number of texts, 0 where not worked out yet: a signal is scored against many others. */
  private readonly kept = new Float64Array(keptWeights)

  /** The shared objects of the terms. */
  intern(terms: readonly Term[]): Term[] {
    return terms.map((term) => {
      const known = this.terms.get(term.hash)
      if (known === undefined) this.terms.set(term.hash, term)
      return known ?? term
    })
  }

  /** Counts one more text with these terms, interned before. */
  add(terms: readonly Term[]): void {
    this.texts++
    this.kept.fill(0)
    for (const term of terms) term.texts++
  }

  /** True for what stands in more than one text of twenty, once there are enough to tell. */
  isCommon({ texts }: Term): boolean {
    return texts > Math.max(commonAtLeast, this.texts / 20)
  }

  /** Robertson and Spärck Jones's inverse document frequency, smoothed; near 0 for what stands everywhere. */
  weightOf({ texts }: Term): number {
    const known = this.kept[texts]
    if (known !== undefined && known !== 0) return known
    const weight = Math.log(1 + (this.texts + 50) / (texts + 1))
    this.kept[texts] = weight
    return weight
  }
}
