import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../src/config/nearest.ts'

const known = ['reliability', 'languages', 'nameable', 'telegramId', 'title']

describe('the nearest known word', () => {
  it.each([
    ['relability', 'reliability'],
    ['Languges', 'languages'],
    ['telegram_id', 'telegramId'],
    ['titel', 'title'],
    ['nameabel', 'nameable'],
    ['colour', undefined],
    ['x', undefined],
    ['', undefined],
    ['של', undefined],
  ])('of %j is %j', (word, meant) => {
    expect(nearest(word, known)).toBe(meant)
  })

  it('finds a word with one letter dropped, doubled or swapped', () => {
    const slip = fc.record({
      word: fc.constantFrom(...known),
      at: fc.nat(3),
      kind: fc.constantFrom('drop', 'double', 'swap'),
    })
    fc.assert(
      fc.property(slip, ({ word, at, kind }) => {
        const [a, b] = [word.charAt(at), word.charAt(at + 1)]
        const middle = kind === 'drop' ? b : kind === 'double' ? a + a + b : b + a
        expect(nearest(word.slice(0, at) + middle + word.slice(at + 2), known)).toBe(word)
      }),
    )
  })

  it('answers any string with a candidate or nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (word) => {
        const meant = nearest(word, known)
        expect(meant === undefined || known.includes(meant)).toBe(true)
      }),
    )
  })
})
