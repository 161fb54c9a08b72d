import { describe, expect, it } from 'vitest'
import { headlineLength, headlineOf } from '../../../src/analysis/stories/headline.ts'

describe('headlineOf', () => {
  it.each([
    [
      '⚡️Fire at the oil terminal in Novorossiysk, crews on site. More soon @alpha',
      'Fire at the oil terminal in Novorossiysk, crews on site.',
    ],
    ['Сызрань. Атака БПЛА на НПЗ\n\nВолга громко', 'Сызрань. Атака БПЛА на НПЗ'],
    [
      'https://t.me/alpha/1\n🔴 عاجل | انهيار الجسر الحديدي في دير الزور بعد مرور رتل',
      'عاجل انهيار الجسر الحديدي في دير الزور بعد مرور رتل',
    ],
    ['🔥🔥🔥', ''],
  ])('of "%s"', (text, headline) => {
    expect(headlineOf(text)).toBe(headline)
  })

  it('cuts a long sentence at a word', () => {
    const headline = headlineOf('word '.repeat(60))
    expect(headline.length).toBeLessThanOrEqual(headlineLength)
    expect(headline).toMatch(/word…$/)
  })
})
