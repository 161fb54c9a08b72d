import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dominantScript, fold, words } from '../../src/lib/text.ts'

describe('fold', () => {
  it.each([
    ['upper case and Latin accents', 'Café ÉCOLE', 'cafe ecole'],
    ['ё as е, й kept', 'Ёлка, йод', 'елка йод'],
    ['harakat', 'الْعَرَبِيَّة', 'العربيه'],
    ['niqqud and final letters', 'שָׁלוֹם', 'שלומ'],
    ['tatweel', 'عـــاجل', 'عاجل'],
    ['Arabic and Persian yeh and kaf alike', 'كي کی', 'کي کي'],
    ['alef with hamza or madda', 'أحمد إلى آخر', 'احمد الي اخر'],
    ['a zero-width non-joiner', 'می\u200cخواهم', 'ميخواهم'],
    ['Arabic-Indic and Persian digits', '١٢٠٠ ۱۲۰۰', '1200 1200'],
    ['apostrophes and gershayim inside words', `в'їзд צה"ל don’t`, 'вїзд צהל dont'],
    ['Latin look-alikes in a Cyrillic word', 'Бaсів oбстріляли', 'басів обстріляли'],
    ['a Cyrillic word of mostly Latin letters', 'Нoвopoccийcка', 'новороссийска'],
    ['Cyrillic look-alikes in a Latin word', 'Таrifа', 'tarifa'],
    ['emoji and punctuation as breaks', '🔴Киев‼️взрыв', 'киев взрыв'],
  ])('folds %s', (_, text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('leaves a Latin word Latin', () => {
    expect(fold('FPV')).toBe('fpv')
  })

  it('folded twice is folded once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)),
    )
  })
})

describe('words', () => {
  it('tells where each word stands in the original', () => {
    const text = '⚡️ «Нової пошти» з FРV'
    for (const { from, to } of words(text)) expect(text.slice(from, to)).toMatch(/^\p{L}+$/u)
    expect(words(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      'Нової',
      'пошти',
      'з',
      'FРV',
    ])
  })

  it('never fails, and its spans stand in order inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let end = 0
        for (const { word, from, to } of words(text)) {
          expect(word).not.toBe('')
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          end = to
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('dominantScript', () => {
  it.each([
    ['Kyiv', 'latin'],
    ['Київ FPV', 'cyrillic'],
    ['غزة', 'arabic'],
    ['תל אביב', 'hebrew'],
    ['123 🔴', 'other'],
  ])('finds the script of %s', (text, script) => {
    expect(dominantScript(text)).toBe(script)
  })
})
