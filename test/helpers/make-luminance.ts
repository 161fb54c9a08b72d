import { printSide } from '../../src/analysis/pictures/picture-print.ts'

/** 64 × 64 luminances of blocks that the seed places: the same seed gives the same picture. */
export function makeLuminance(seed: number): Uint8Array {
  let state = seed * 7919 + 17
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647
    return Math.floor((state / 2_147_483_647) * limit)
  }
  const luminance = new Uint8Array(printSide * printSide).fill(128)
  for (let block = 0; block < 40; block += 1) {
    const [left, top, level] = [below(printSide), below(printSide), below(256)]
    const [right, bottom] = [left + 4 + below(20), top + 4 + below(20)]
    for (let row = top; row < Math.min(bottom, printSide); row += 1)
      luminance.fill(level, row * printSide + left, row * printSide + Math.min(right, printSide))
  }
  return luminance
}
