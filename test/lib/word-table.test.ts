import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordTable } from '../../src/lib/word-table.ts'

const letters = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0))

describe('WordTable', () => {
  it('spells every word right, also where words share a place', () => {
    const table = new WordTable((word) => word)
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary-ascii', minLength: 1 })), (spelled) => {
        // One hash for all: each word takes the place of the one before.
        for (const word of spelled) {
          expect(table.take(letters(word), word.length, 1).word).toBe(word)
        }
      }),
    )
  })

  it('gives one word for the same letters', () => {
    const table = new WordTable((word) => word)
    const first = table.take(letters('missile'), 7, 5)
    expect(table.take(letters('missiles'), 7, 5)).toBe(first)
    expect(table.take(letters('missiles'), 8, 5)).not.toBe(first)
  })

  it('gives a word as it is finished, and spells one that is longer than a call may have arguments', () => {
    const table = new WordTable((word) => word.replace('o', 'о'))
    expect(table.take(letters('oх'), 2, 9).word).toBe('ох')
    expect(table.take(letters('oх'), 2, 9).word).toBe('ох')
    const long = 'ж'.repeat(200_000)
    expect(table.take(letters(long), long.length, 3).word).toBe(long)
  })
})
