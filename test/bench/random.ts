/** Numbers that are the same for the same seed on every machine. */
export interface Random {
  /** 0 up to 1. */
  next(): number
  /** 0 up to a whole number. */
  below(count: number): number
  pick<T>(list: readonly T[]): T
  chance(share: number): boolean
  /** Standard normal. */
  normal(): number
}

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[below(list.length)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    chance: (share) => next() < share,
    normal: () =>
      Math.sqrt(-2 * Math.log(next() || Number.MIN_VALUE)) * Math.cos(2 * Math.PI * next()),
  }
}

/** Ranks from 0 by Zipf and Mandelbrot's law, exponent 1.05 and shift 2.7, as words are distributed. */
export function zipf(random: Random, ranks: number): () => number {
  const cumulative = new Float64Array(ranks)
  let total = 0
  for (let rank = 0; rank < ranks; rank++) {
    total += 1 / (rank + 2.7) ** 1.05
    cumulative[rank] = total
  }
  return () => {
    const target = random.next() * total
    let low = 0
    let high = ranks - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) < target) low = middle + 1
      else high = middle
    }
    return low
  }
}
