import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../src/sources/html-text.ts'

describe('htmlToText', () => {
  it.each([
    ['plain', 'plain'],
    ['Tom &amp; Jerry &#33;', 'Tom & Jerry !'],
    ['one<br/>two<br><br>three', 'one\ntwo\n\nthree'],
    ['<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['<div>one</div><div>two</div>', 'one\ntwo'],
    ['<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['<b>a\n   b\t c</b>', 'a b c'],
    ['plain\nlines stay', 'plain\nlines stay'],
    ['a <b> b</b> c', 'a b c'],
    ['line  <br>  next', 'line\nnext'],
    ['<pre>a\n  b</pre>', 'a\n  b'],
    ['a<script>alert(1)</script>b<style>p{}</style>', 'ab'],
    ['a<!-- no -->b', 'ab'],
    ['<i class="emoji"><b>✍️</b></i> text', '✍️ text'],
    ['<a href="https://example.com">words</a>', 'words'],
    ['by <a href="https://t.me/alpha/12">Alpha</a>.', 'by Alpha (https://t.me/alpha/12).'],
    [
      'by <a href="https://t.me/alpha/12">Alpha<br/></a>next',
      'by Alpha (https://t.me/alpha/12)\nnext',
    ],
    ['<a href="https://t.me/alpha">@alpha</a>', '@alpha'],
    ['<a href="https://t.me/alpha/12">@Alpha</a>', '@Alpha (https://t.me/alpha/12)'],
    ['<a href="https://t.me/alpha/12">t.me/alpha/12</a>', 't.me/alpha/12'],
    ['<a href="https://t.me/c/77/12">source</a>', 'source (https://t.me/c/77/12)'],
    ['<a href="https://t.me/beta">subscribe</a>', 'subscribe'],
    ['<a href="https://t.me/+invite">join</a>', 'join'],
    ['<a href="https://t.me/alpha/1"><img src="x"></a>', ''],
    ['unclosed <b>bold <a href="', 'unclosed bold'],
    ['', ''],
  ])('reads %j as %j', (html, text) => {
    expect(htmlToText(html, 'beta')).toBe(text)
  })

  it('reads markup nested as deep as calls cannot be', () => {
    expect(htmlToText('<b>'.repeat(4_900) + 'deep<br>er')).toBe('deep\ner')
  })

  it.each([
    ['never closed', '<b>'.repeat(1_000_000) + 'deep'],
    ['closed', '<b>'.repeat(500_000) + 'deep' + '</b>'.repeat(500_000)],
  ])('reads markup of hostile depth, %s, for its words and in good time', (_, html) => {
    const startedMs = performance.now()
    expect(htmlToText(html)).toBe('deep')
    expect(performance.now() - startedMs).toBeLessThan(5_000)
  })

  it('reads a megabyte of line breaks in good time', () => {
    const startedMs = performance.now()
    expect(htmlToText('word <br>'.repeat(120_000)).length).toBe(120_000 * 5 - 1)
    expect(performance.now() - startedMs).toBeLessThan(3_000)
  })

  it('keeps any plain text whose white space is single spaces', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((w) => !/[\s<&]/u.test(w))
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        const line = words.join(' ')
        expect(htmlToText(`<b>${line}</b>`)).toBe(line)
      }),
    )
  })
})
