import { describe, expect, it } from 'vitest'
import { epochSeconds, formatInstant, parseInstant } from '../../src/lib/time.ts'

describe('an instant', () => {
  it.each([
    ['2026-03-04T02:14:36Z', '2026-03-04T02:14:36Z'],
    ['2026-03-04T02:14:36.987Z', '2026-03-04T02:14:36Z'],
    ['2026-03-04T02:14Z', '2026-03-04T02:14:00Z'],
    ['2026-03-04T02:14:36+03:00', '2026-03-03T23:14:36Z'],
    ['2026-03-04T02:14:36-0330', '2026-03-04T05:44:36Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
  ])('%s is %s', (value, expected) => {
    expect(parseInstant(value)).toBe(expected)
  })

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-03-04T25:00:00Z',
    '2026-03-04T02:14:36',
    '2026-03-04 02:14:36Z',
    '2026-03-04',
    '1772590476',
    'yesterday',
    '',
  ])('%j is none', (value) => {
    expect(parseInstant(value)).toBeUndefined()
  })

  it('is written in whole seconds and read as seconds since 1970', () => {
    expect(formatInstant(1_772_590_476_999)).toBe('2026-03-04T02:14:36Z')
    expect(epochSeconds('2026-03-04T02:14:36Z')).toBe(1_772_590_476)
  })
})
