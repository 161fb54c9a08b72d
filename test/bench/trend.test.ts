import { describe, expect, it } from 'vitest'
import { seeded } from './random.ts'
import { trendOfLows } from './trend.ts'

/** Memory of a window that fills by 300 posts of 10 KB and is emptied again, with chance on top. */
function sawTooth(growth: number) {
  const random = seeded(4)
  return Array.from({ length: 200 }, (_, index) => {
    const x = index * 61
    return { x, y: 120e6 + (x % 300) * 10_000 + 1e6 * random.next() + growth * x }
  })
}

describe('the growth beneath waves', () => {
  it('is none where only waves are', () => {
    const { slope, error } = trendOfLows(sawTooth(0))
    expect(Math.abs(slope)).toBeLessThan(error)
    expect(error).toBeLessThan(100)
  })

  it('is found where each post leaves 300 bytes of the 10 KB that it took', () => {
    const { slope, error } = trendOfLows(sawTooth(300))
    expect(slope - error).toBeGreaterThan(0)
    expect(slope).toBeGreaterThan(200)
    expect(slope).toBeLessThan(400)
  })

  it('is not known from a few points', () => {
    expect(trendOfLows(sawTooth(0).slice(0, 11)).error).toBe(Infinity)
  })
})
