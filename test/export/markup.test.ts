import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { markup, toText } from '../../src/lib/markup.ts'
import { toPage } from '../../src/export/page.ts'
import { findRuns } from '../../src/export/quotation-runs.ts'

describe('markup', () => {
  it('escapes every value, whatever it holds, in text and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const page = load(toText(markup`<p title="${value}">${value}</p>`), null, false)
        expect(page('*')).toHaveLength(1)
        const shown = value.replace(
          /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/gu,
          '',
        )
        const sameLines = (text: string | undefined) => text?.replace(/\r\n?/g, '\n')
        expect(sameLines(page('p').text())).toBe(sameLines(shown))
        expect(sameLines(page('p').attr('title'))).toBe(sameLines(shown))
      }),
    )
  })

  it('puts in what it made itself as it stands', () => {
    expect(toText(markup`<ul>${['a<', 'b'].map((item) => markup`<li>${item}</li>`)}</ul>`)).toBe(
      '<ul><li>a&lt;</li><li>b</li></ul>',
    )
  })
})

describe('toPage', () => {
  it('allows exactly the style that it holds', () => {
    const page = load(toPage('en', 'T', markup`x`))
    const hash = createHash('sha256').update(page('style').text()).digest('base64')
    expect(page('meta[http-equiv]').attr('content')).toContain(`style-src 'sha256-${hash}'`)
  })
})

describe('findRuns', () => {
  const stub = {
    lang: 'en',
    quotations: [
      { text: 'שלום עליכם «חבר» יקר מאוד. המשך', lang: 'he', dir: 'rtl' as const },
      { text: 'in plain English', lang: 'en', dir: 'ltr' as const },
    ],
  }
  const he = { lang: 'he', dir: 'rtl' }

  it.each([
    ['whole, with its marks', '«שלום עליכם «חבר» יקר מאוד.»'],
    ['cut, with the ellipsis', '«שלום עליכם «חבר»…»'],
  ])('finds a quotation %s', (_title, quoted) => {
    expect(findRuns(`It said: ${quoted} Then: in plain English`, stub)).toEqual([
      { text: 'It said: ' },
      { text: quoted, foreign: he },
      { text: ' Then: in plain English' },
    ])
  })

  it('keeps every character', () => {
    const piece = fc.constantFrom('«', '»', 'שלום עליכם «', 'שלום', ' ', '…', 'text')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        expect(
          findRuns(text, stub)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
