import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toText } from '../../src/lib/markup.ts'
import { drawable } from '../../src/picture/drawable.ts'
import { cutToPixels, wrapToPixels } from '../../src/picture/fit.ts'
import { drawText, readsFromRight } from '../../src/picture/svg-text.ts'
import { face } from './helpers.ts'

describe('drawable', () => {
  it.each([
    ['keeps the letters of the desk’s languages', 'Їжак צה״ל قناة گچپژ é', 'Їжак צה״ל قناة گچپژ é'],
    ['keeps what parts Persian letters', 'می\u200cخواهد', 'می\u200cخواهد'],
    ['leaves emoji out', '🔥 Fire 🔥🔥 at port', 'Fire at port'],
    ['makes an ellipsis of letters that the font has not', '中文新闻 China 日报', '… China …'],
    ['takes direction controls out', '\u202eRetsor\u202c \u2067a\u2069', 'Retsor a'],
    ['takes controls and lone surrogates out', 'a\u0000b\ud800c', 'a bc'],
    ['lets no tower of marks stand', `a${'\u0301'.repeat(30)}b`, 'á\u0301\u0301b'],
    ['is empty where no letter is left', '🔥 — ★', ''],
    ['is empty where the font has no letter of it', '', ''],
  ])('%s', (_, text, drawn) => {
    expect(drawable(text, face)).toBe(drawn)
  })

  it('leaves nothing that the font cannot draw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const drawn = Array.from(drawable(text, face))
        expect(
          drawn.filter((character) => !/[\u200c ]/.test(character) && !face.draws(character)),
        ).toEqual([])
      }),
    )
  })
})

describe('texts that are too long', () => {
  const style = { size: 30, weight: 'regular' } as const

  it('are cut to the width, between characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const cut = cutToPixels(text, 200, style, face)
        expect(face.width(cut, 30)).toBeLessThanOrEqual(200)
        if (face.width(text, 30) <= 200) expect(cut).toBe(text)
        else expect(cut.endsWith('…')).toBe(true)
      }),
    )
  })

  it('are wrapped between words, and the last line is cut', () => {
    const lines = wrapToPixels('one two three four five six seven', 150, 2, style, face)
    expect(lines).toEqual(['one two', 'three fou…'])
    expect(wrapToPixels('W'.repeat(100), 150, 2, style, face)).toHaveLength(1)
  })
})

describe('drawText', () => {
  const contentOf = (text: string) =>
    />(.*)<\/text>/.exec(toText(drawText(0, 0, text, { size: 30 })))?.[1]

  it('orders a text by its first letter', () => {
    expect(readsFromRight('12 – צפון Reuters')).toBe(true)
    expect(readsFromRight('Reuters: צפון')).toBe(false)
    expect(contentOf('צפון Reuters.')).toBe('\u2067צפון Reuters.\u2069')
    expect(contentOf('Reuters')).toBe('Reuters')
  })

  it('shapes Arabic beside Hebrew by itself', () => {
    expect(contentOf('ערוץ قناة العاجل')).toBe('\u2067ערוץ \u2067قناة العاجل\u2069\u2069')
  })

  it('escapes what is markup', () => {
    expect(contentOf('</text><rect a="b">')).toBe('&lt;/text&gt;&lt;rect a=&quot;b&quot;&gt;')
  })
})
