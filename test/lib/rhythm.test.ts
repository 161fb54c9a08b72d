import { describe, expect, it } from 'vitest'
import { findSilence } from '../../src/lib/rhythm.ts'

const hourMs = 3_600_000
const start = Date.UTC(2026, 2, 1)
const iso = (ms: number) => new Date(ms).toISOString()

/** A post each `minutes` between 06:00 and 22:00 of so many days, latest first. */
function days(count: number, minutes: number): string[] {
  const posts: string[] = []
  for (let day = 0; day < count; day += 1)
    for (let at = 6 * 60; at < 22 * 60; at += minutes)
      posts.push(iso(start + day * 24 * hourMs + at * 60_000))
  return posts.reverse()
}

describe('silence', () => {
  const busy = days(10, 20)
  const lastMs = Date.parse(busy[0] ?? '')

  it('is no quiet night', () => {
    expect(findSilence(busy, iso(lastMs + 8 * hourMs))).toBeUndefined()
  })

  it('is a morning in which more posts were due than ever stayed out', () => {
    expect(findSilence(busy, iso(lastMs + 9 * hourMs))).toBeUndefined()
    expect(findSilence(busy, iso(lastMs + 12 * hourMs))).toEqual({
      lastAt: busy[0],
      usualMinutes: 20,
    })
  })

  it('is longer where a channel paused long before', () => {
    const paused = busy.filter((at) => !at.startsWith('2026-03-05'))
    expect(findSilence(paused, iso(lastMs + 12 * hourMs))).toBeUndefined()
    expect(findSilence(paused, iso(lastMs + 80 * hourMs))).toBeDefined()
  })

  it('is not found in a few posts or a few days', () => {
    expect(findSilence(busy.slice(0, 29), iso(lastMs + 900 * hourMs))).toBeUndefined()
    expect(findSilence(days(3, 10), iso(lastMs + 900 * hourMs))).toBeUndefined()
    expect(findSilence([], iso(lastMs))).toBeUndefined()
  })
})
