import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cutToWidth,
  displayWidth,
  padToWidth,
  wrapToWidth,
} from '../../../src/cli/terminal/display-width.ts'

describe('display width', () => {
  test.each([
    ['', 0],
    ['plain', 5],
    ['Київ', 4],
    ['צה"ל', 4],
    ['שָׁלוֹם', 4],
    ['عَاجِل', 4],
    ['⚡️', 2],
    ['🇺🇦', 2],
    ['👨‍👩‍👧', 2],
    ['漢字', 4],
    ['한국', 4],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['zero\u200bwidth', 9],
    ['\u2068abc\u2069', 3],
  ])('of %j is %i columns', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })

  test('cutting never exceeds the width and never splits a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 0, max: 30 }),
        (text, columns) => {
          const cut = cutToWidth(text, columns)
          expect(displayWidth(cut)).toBeLessThanOrEqual(columns)
          expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true)
        },
      ),
    )
  })

  test('a cut is marked, a text that fits is not', () => {
    expect(cutToWidth('missile strike', 8)).toBe('missile…')
    expect(cutToWidth('missile', 7)).toBe('missile')
    expect(cutToWidth('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…')
  })

  test('padding counts columns, not characters', () => {
    expect(padToWidth('漢', 4)).toBe('漢  ')
    expect(padToWidth('too long', 4)).toBe('too long')
  })
})

describe('a text in lines', () => {
  test('is broken between words, and a word too long for a line is cut', () => {
    expect(wrapToWidth('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapToWidth('unbreakable', 6)).toEqual(['unbre…'])
  })
})
