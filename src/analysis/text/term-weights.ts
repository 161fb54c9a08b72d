import { type Background, noBackground } from './background.ts'
import { kindBits, type Term, type TermIds, type TermKind, termKinds } from './terms.ts'
import { NumberTable } from '../figures/number-table.ts'

/** Texts a term must stand in before it can be called common. */
const commonAtLeast = 25
/** Terms of fewer texts have their weight kept at hand until the next text is counted. */
const keptWeights = 1 << 14

/** A term of so many texts is no misspelling or name of a day: its weight is kept when they are gone. */
const rememberedTexts = 4
/** Once it stands in less than one text of so many, it is as rare as any: or else terms would grow without end. */
const rememberedOf = 25_000

/** So many texts weigh as much as what is known of the world. */
const backgroundTexts = 200

/** The lowest bit of the number of texts, above those of the kind. */
const countFrom = 3

const stem = termKinds.indexOf('stem')
const figure = termKinds.indexOf('figure')
const concept = termKinds.indexOf('concept')

/** Sums of squared weights of a text's terms: of its words, of names, places and figures, and of concepts. */
export interface Masses {
  stems: number
  named: number
  concepts: number
}

/**
 * All terms met, by number, and in how many texts each stood; kept current as texts come. What is known of a
 * term is in columns: judging goes through the terms of hundreds of texts for every new one.
 */
export class TermWeights {
  private readonly numbers = new NumberTable()
  private hashes = new Uint32Array(1024)
  /**
   * Two a term, side by side since they are asked for together: in how many texts it stood, with its kind in the
   * lower bits, and `mark`.
   */
  private facts = new Uint32Array(2048)
  private labels: string[] = []
  /** Numbers of terms that were forgotten. */
  private free: number[] = []
  private texts = 0
  private held: TermIds | undefined
  private heldMasses: Masses = { stems: 0, named: 0, concepts: 0 }
  /** The number of the last text in hand: its terms have it. */
  private mark = 0
  /** Weights by the number of texts, and of how many texts in all they were worked out. */
  private readonly kept = new Float64Array(keptWeights)
  private readonly keptOf = new Uint32Array(keptWeights).fill(0xffffffff)

  private readonly background: Background

  constructor(background: Background = noBackground) {
    this.background = background
  }

  /** The numbers of the terms, new ones for those not met before. */
  intern(terms: readonly Term[]): TermIds {
    return Uint32Array.from(terms, (term) => {
      const { kind, hash, label } = term
      return this.numbers.get(hash) ?? this.enter(termKinds.indexOf(kind), hash, label)
    })
  }

  /** The same of terms as they were stored: their hashes, their kinds in the lower bits, and labels by line. */
  internStored(hashes: Uint32Array, kinds: Uint8Array, labels: string): TermIds {
    let split: readonly string[] | undefined
    return hashes.map((hash, index) => {
      const known = this.numbers.get(hash)
      if (known !== undefined) return known
      split ??= labels.split('\n')
      const kind = (kinds[index] ?? 0) & kindBits
      return this.enter(kind, hash, split[index] ?? '')
    })
  }

  private enter(kind: number, hash: number, label: string): number {
    const id = this.free.pop() ?? this.labels.length
    if (id === this.hashes.length) this.grow()
    this.hashes[id] = hash
    this.facts[id * 2] = kind
    this.facts[id * 2 + 1] = 0
    this.labels[id] = label
    this.numbers.set(hash, id)
    return id
  }

  private grow(): void {
    this.hashes = enlarged(this.hashes)
    this.facts = enlarged(this.facts)
  }

  private textsWith(id: number): number {
    return (this.facts[id * 2] ?? 0) >>> countFrom
  }

  private kindAt(id: number): number {
    return (this.facts[id * 2] ?? 0) & kindBits
  }

  kindOf(id: number): TermKind {
    return termKinds[this.kindAt(id)] ?? 'stem'
  }

  hashOf(id: number): number {
    return this.hashes[id] ?? 0
  }

  labelOf(id: number): string {
    return this.labels[id] ?? ''
  }

  /** Counts one more text with these terms. */
  add(terms: TermIds): void {
    this.texts++
    this.held = undefined
    for (const id of terms) this.facts[id * 2] = (this.facts[id * 2] ?? 0) + (1 << countFrom)
  }

  /** Forgets terms of few texts that none of the signals at hand has: most words are never met again. */
  forgetRare(atHand: Iterable<{ terms: TermIds }>): void {
    this.mark++
    this.held = undefined
    for (const { terms } of atHand) for (const id of terms) this.facts[id * 2 + 1] = this.mark
    const gone = new Set(this.free)
    const least = Math.max(rememberedTexts, this.texts / rememberedOf)
    for (let id = 0; id < this.labels.length; id++) {
      if (this.isHeld(id) || this.textsWith(id) >= least || gone.has(id)) continue
      this.free.push(id)
      this.labels[id] = ''
      gone.add(id)
    }
    this.numbers.clear()
    for (let id = 0; id < this.labels.length; id++) {
      if (!gone.has(id)) this.numbers.set(this.hashOf(id), id)
    }
    this.mark++
  }

  /** Takes a signal's terms in hand, so that those of many others can be held against them; answers their masses. */
  hold(terms: TermIds): Masses {
    if (terms === this.held) return this.heldMasses
    this.held = terms
    this.mark++
    for (const id of terms) this.facts[id * 2 + 1] = this.mark
    this.heldMasses = this.massesOf(terms)
    return this.heldMasses
  }

  private massesOf(terms: TermIds): Masses {
    let stems = 0
    let named = 0
    let concepts = 0
    for (let at = 0; at < terms.length; at++) {
      const id = terms[at] ?? 0
      const square = this.weightOf(id) ** 2
      if (this.isStem(id)) stems += square
      else if (this.isConcept(id)) concepts += square
      else named += square
    }
    return { stems, named, concepts }
  }

  /** True for a term of the signal in hand. */
  isHeld(id: number): boolean {
    return this.facts[id * 2 + 1] === this.mark
  }

  isStem(id: number): boolean {
    return this.kindAt(id) === stem
  }

  isConcept(id: number): boolean {
    return this.kindAt(id) === concept
  }

  isFigure(id: number): boolean {
    return this.kindAt(id) === figure
  }

  /** True for what stands in more than one text of twenty, once there are enough to tell. */
  isCommon(id: number): boolean {
    return this.textsWith(id) > Math.max(commonAtLeast, this.texts / 20)
  }

  /** The chance that a text has a term which two others share, by what was seen and is known of the world. */
  chanceOf(id: number): number {
    const { share, least } = this.background(this.kindOf(id), this.hashOf(id))
    const others = Math.max(0, this.textsWith(id) - 2)
    return Math.max(least, (others + backgroundTexts * share) / (this.texts + backgroundTexts))
  }

  /** Weight of a term that one text alone has: the most there is. */
  get greatest(): number {
    return Math.log(1 + (this.texts + 50) / 2)
  }

  /** Robertson and Spärck Jones's inverse document frequency, smoothed; near 0 for what stands everywhere. */
  weightOf(id: number): number {
    const texts = this.textsWith(id)
    if (this.keptOf[texts] === this.texts) return this.kept[texts] ?? 0
    const weight = Math.log(1 + (this.texts + 50) / (texts + 1))
    if (texts < keptWeights) {
      this.kept[texts] = weight
      this.keptOf[texts] = this.texts
    }
    return weight
  }
}

function enlarged(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(old.length * 2)
  more.set(old)
  return more
}
