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
  /** The mass worked out last: a signal is held against many others. */
  private last: { of: LetterGrams; total: number; mass: number } | undefined

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
    let common = 0
    let b = 0
    for (let a = 0; a < first.buckets.length; a++) {
      const bucket = first.buckets[a] ?? 0
      while (b < second.buckets.length && (second.buckets[b] ?? 0) < bucket) b++
      if (second.buckets[b] !== bucket) continue
      common += logCount(first.counts[a]) * logCount(second.counts[b]) * this.rarity(bucket) ** 2
    }
    return common === 0 ? 0 : common / Math.sqrt(this.massOf(first) * this.keptMassOf(second))
  }

  private keptMassOf(grams: LetterGrams): number {
    if (this.last?.of !== grams || this.last.total !== this.total) {
      this.last = { of: grams, total: this.total, mass: this.massOf(grams) }
    }
    return this.last.mass
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
