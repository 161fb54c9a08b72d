import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isolate, plain, plainLine } from '../../src/lib/terminal-text.ts'

describe('text of a stranger on the terminal', () => {
  test('cannot clear the screen, set the title or turn the direction', () => {
    expect(plain('a\u001b[2Jb\u009b31mc\u0007d\u202ee\u2066f')).toBe('a [2Jb 31mc def')
  })

  test('keeps lines and tabs, or closes them up when one line is wanted', () => {
    expect(plain('a\n\tb\r')).toBe('a\n\tb ')
    expect(plainLine(' a\n\n\t b ')).toBe('a b')
  })

  test('has no control character left, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = plainLine(text)
        expect(/[\p{Cs}\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line)).toBe(false)
      }),
    )
  })

  test('is isolated where it runs from right to left', () => {
    expect(isolate('عاجل: 12')).toBe('\u2068عاجل: 12\u2069')
    expect(isolate('Kyiv')).toBe('Kyiv')
  })
})
