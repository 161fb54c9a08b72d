import { gramBuckets, type LetterGrams } from './letter-grams.ts'

/** In how many texts each letter gram stood; kept current as texts come. One array of 256 KB. */
export class LetterWeights {
  private readonly texts = new Uint32Array(gramBuckets)
  private total = 0

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
    return common === 0 ? 0 : common / Math.sqrt(this.mass(first) * this.mass(second))
  }

  private mass({ buckets, counts }: LetterGrams): number {
    let mass = 0
    for (let index = 0; index < buckets.length; index++) {
      mass += (logCount(counts[index]) * this.rarity(buckets[index] ?? 0)) ** 2
    }
    return mass
  }

  private rarity(bucket: number): number {
    return Math.log(1 + this.total / ((this.texts[bucket] ?? 0) + 1))
  }
}

const logCount = (count = 1) => 1 + Math.log(count)
