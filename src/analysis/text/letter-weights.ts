import { gramBuckets, type LetterGrams } from './letter-grams.ts'

/** Grams of fewer texts have their rarity kept at hand until the next text is counted. */
const keptRarities = 1 << 14

/** In how many texts each letter gram stood; kept current as texts come. One array of 256 KB. */
export class LetterWeights {
  private readonly texts = new Uint32Array(gramBuckets)
  private total = 0
  /** Rarities by the number of texts, and of how many texts in all they were worked out. */
  private readonly kept = new Float64Array(keptRarities)
  private readonly keptOf = new Uint32Array(keptRarities)
  /** The text in hand, since one is held against many others: how often it has each gram, and its mass. */
  private held: LetterGrams | undefined
  private readonly heldCounts = new Uint8Array(gramBuckets)
  private heldMass = 0
  private heldOf = 0
  /** What the text in hand was held against last: who asks once mostly asks again. */
  private last: { first: LetterGrams; likeness: number } | undefined

  /** Counts one more text. */
  add({ buckets }: LetterGrams): void {
    this.total++
    for (const bucket of buckets) this.texts[bucket] = (this.texts[bucket] ?? 0) + 1
  }

  /**
   * Cosine of two texts' grams, 0–1, each weighted by 1 + log of its count and by the inverse of how
   * many texts have it (Salton and Buckley 1988, "ltc").
   */
  likeness(first: LetterGrams, second: LetterGrams): number {
    this.hold(second)
    if (this.last?.first !== first) this.last = { first, likeness: this.likenessToHeld(first) }
    return this.last.likeness
  }

  private likenessToHeld(first: LetterGrams): number {
    const { buckets, counts } = first
    const { heldCounts } = this
    let common = 0
    let mass = 0
    for (let index = 0; index < buckets.length; index++) {
      const bucket = buckets[index] ?? 0
      const rarity = this.rarity(bucket)
      const own = logCount(counts[index])
      mass += (own * rarity) ** 2
      const count = heldCounts[bucket] ?? 0
      if (count > 0) common += own * logCount(count) * rarity ** 2
    }
    return common === 0 ? 0 : common / Math.sqrt(mass * this.heldMass)
  }

  private hold(grams: LetterGrams): void {
    const { held, heldCounts } = this
    if (held === grams && this.heldOf === this.total) return
    if (held !== undefined) for (const bucket of held.buckets) heldCounts[bucket] = 0
    const { buckets, counts } = grams
    for (let index = 0; index < buckets.length; index++) {
      heldCounts[buckets[index] ?? 0] = counts[index] ?? 0
    }
    this.last = undefined
    this.held = grams
    this.heldMass = this.massOf(grams)
    this.heldOf = this.total
  }

  private massOf({ buckets, counts }: LetterGrams): number {
    let mass = 0
    for (let index = 0; index < buckets.length; index++) {
      mass += (logCount(counts[index]) * this.rarity(buckets[index] ?? 0)) ** 2
    }
    return mass
  }

  private rarity(bucket: number): number {
    const texts = this.texts[bucket] ?? 0
    if (this.keptOf[texts] === this.total) return this.kept[texts] ?? 0
    const rarity = Math.log(1 + this.total / (texts + 1))
    if (texts < keptRarities) {
      this.kept[texts] = rarity
      this.keptOf[texts] = this.total
    }
    return rarity
  }
}

/** 1 + log of each count that a gram can have. */
const logCounts = Float64Array.from({ length: 256 }, (_, count) => 1 + Math.log(Math.max(1, count)))

const logCount = (count = 1) => logCounts[count] ?? 1
