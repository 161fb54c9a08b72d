import { shinglesOf } from './fingerprint.ts'

/** How much of two texts is the same run of words. All shares are of shingles of three words. */
export interface Overlap {
  shared: number
  /** Share of the earlier text that stands in the later one. */
  ofEarlier: number
  /** Share of the later text that stands in the earlier one. */
  ofLater: number
  jaccard: number
  /** Word ranges of each text that the shared runs span. */
  earlier: { from: number; to: number }
  later: { from: number; to: number }
}

/** Compares two token lists by their shingles. Symmetric but for the naming of the sides. */
export function compareShingles(earlier: Uint32Array, later: Uint32Array): Overlap {
  const first = shinglesOf(earlier)
  const second = shinglesOf(later)
  const inFirst = new Set(first)
  const inSecond = new Set(second)
  let shared = 0
  for (const shingle of inSecond) if (inFirst.has(shingle)) shared++
  return {
    shared,
    ofEarlier: inFirst.size === 0 ? 0 : shared / inFirst.size,
    ofLater: inSecond.size === 0 ? 0 : shared / inSecond.size,
    jaccard: shared === 0 ? 0 : shared / (inFirst.size + inSecond.size - shared),
    earlier: spanOf(first, inSecond, earlier.length),
    later: spanOf(second, inFirst, later.length),
  }
}

function spanOf(shingles: Uint32Array, other: ReadonlySet<number>, words: number) {
  const from = shingles.findIndex((shingle) => other.has(shingle))
  if (from < 0) return { from: 0, to: 0 }
  const last = shingles.findLastIndex((shingle) => other.has(shingle))
  return { from, to: Math.min(words, last + 3) }
}

/** How many words two short texts have in common in the same order: their longest common subsequence. */
export function commonInOrder(first: Uint32Array, second: Uint32Array): number {
  let row = new Array<number>(second.length + 1).fill(0)
  for (const token of first) {
    const next = [0]
    second.forEach((other, index) => {
      next.push(
        token === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0),
      )
    })
    row = next
  }
  return row.at(-1) ?? 0
}
