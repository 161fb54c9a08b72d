import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { markup } from '../../src/lib/markup.ts'
import { toPage } from '../../src/export/formats/page.ts'
import { findRuns } from '../../src/export/formats/quotation-runs.ts'

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
