import fc from 'fast-check'
import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { markup, toText } from '../../src/lib/markup.ts'

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
