import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NumberTable } from '../../../src/analysis/figures/number-table.ts'

describe('a number table', () => {
  it('answers what a map would', () => {
    const hash = fc.oneof(fc.integer({ min: 1, max: 0xffffffff }), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(fc.array(fc.tuple(hash, fc.nat())), (entries) => {
        const table = new NumberTable()
        for (const [key, value] of entries) table.set(key, value)
        const map = new Map(entries)
        for (const [key] of entries) expect(table.get(key)).toBe(map.get(key))
        expect(table.get(0x7fffffff)).toBe(map.get(0x7fffffff))
      }),
    )
  })

  it('keeps all of many entries', () => {
    const table = new NumberTable()
    for (let key = 1; key <= 20_000; key++) table.set(key * 4096, key)
    for (let key = 1; key <= 20_000; key += 777) expect(table.get(key * 4096)).toBe(key)
  })

  it('knows nothing once it is cleared', () => {
    const table = new NumberTable()
    table.set(7, 1)
    table.clear()
    expect(table.get(7)).toBeUndefined()
  })
})
