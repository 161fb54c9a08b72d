import type { Term } from './terms.ts'

/** Texts a term must stand in before it can be called common. */
const commonAtLeast = 25
/** Terms of fewer texts have their weight kept at hand until the next text is counted. */
const keptWeights = 1 << 14

/** A term of so many texts is no misspelling or name of a day: its weight is kept when they are gone. */
const rememberedTexts = 4

/** In how many texts each term stood; kept current as texts come. Signals share one object a term. */
export class TermWeights {
  private readonly terms = new Map<number, Term>()
  private texts = 0
  private held: readonly Term[] = []
  private mark = 0
  /** Weights by the number of texts, and of how many texts in all they were worked out. */
  private readonly kept = new Float64Array(keptWeights)
  private readonly keptOf = new Uint32Array(keptWeights).fill(0xffffffff)

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
    for (const term of terms) term.texts++
  }

  /** Forgets terms of few texts that none of the signals at hand has: most words are never met again. */
  forgetRare(atHand: Iterable<{ terms: readonly Term[] }>): void {
    this.mark++
    this.held = []
    for (const { terms } of atHand) for (const term of terms) term.mark = this.mark
    for (const [hash, term] of this.terms) {
      if (term.mark !== this.mark && term.texts < rememberedTexts) this.terms.delete(hash)
    }
    this.mark++
  }

  /** Takes a signal's terms in hand, so that those of many others can be held against them. */
  hold(terms: readonly Term[]): void {
    if (terms === this.held) return
    this.held = terms
    this.mark++
    for (const term of terms) term.mark = this.mark
  }

  /** True for a term of the signal in hand. */
  isHeld({ mark }: Term): boolean {
    return mark === this.mark
  }

  /** True for what stands in more than one text of twenty, once there are enough to tell. */
  isCommon({ texts }: Term): boolean {
    return texts > Math.max(commonAtLeast, this.texts / 20)
  }

  /** Weight of a term that one text alone has: the most there is. */
  get greatest(): number {
    return Math.log(1 + (this.texts + 50) / 2)
  }

  /** Robertson and Spärck Jones's inverse document frequency, smoothed; near 0 for what stands everywhere. */
  weightOf({ texts }: Term): number {
    if (this.keptOf[texts] === this.texts) return this.kept[texts] ?? 0
    const weight = Math.log(1 + (this.texts + 50) / (texts + 1))
    if (texts < keptWeights) {
      this.kept[texts] = weight
      this.keptOf[texts] = this.texts
    }
    return weight
  }
}
