import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  apart,
  bold,
  code,
  foreign,
  italic,
  lines,
  link,
  quote,
  type Rich,
  rich,
} from '../../src/bot/rich.ts'
import { shorten, split } from '../../src/bot/split.ts'
import { toHtml } from '../../src/bot/to-html.ts'
import { isolated, ownLine } from '../../src/bot/words/isolated.ts'
import { findTurned } from '../helpers/find-turned.ts'
import { parseHtml } from '../helpers/telegram/parse-html.ts'

describe('writing a message', () => {
  it.each<[string, Rich, string]>([
    [
      'takes strings for what they say',
      rich`<b>${'<i>&"'}</b>`,
      '&lt;b&gt;&lt;i&gt;&amp;&quot;&lt;/b&gt;',
    ],
    ['nests marks', bold(rich`a ${italic('b')} c`), '<b>a <i>b</i> c</b>'],
    ['puts marks side by side', rich`${bold('a')}${code('b')}`, '<b>a</b><code>b</code>'],
    ['nests marks over the same words', bold(italic('a')), '<b><i>a</i></b>'],
    ['leaves out empty marks', rich`a${bold('')}b`, 'ab'],
    [
      'links to the web',
      link('a', 'https://t.me/x/1?a=1&b="'),
      '<a href="https://t.me/x/1?a=1&amp;b=&quot;">a</a>',
    ],
    ['links nowhere else', link('a', 'javascript:alert(1)'), 'a'],
    [
      'joins lines, those left out left out',
      lines(['a', undefined, quote('b')]),
      'a\n<blockquote>b</blockquote>',
    ],
  ])('%s', (_what, message, html) => {
    expect(toHtml(message)).toBe(html)
  })

  it('keeps names in the bot’s own sentences apart', () => {
    const sentence = `שיחה עם ${isolated('@BotFather')} על ${isolated('story 12')}`
    expect(rich`${sentence}`.text).toBe('שיחה עם \u2068@BotFather\u2069 על \u2068story 12\u2069')
    expect(findTurned(rich`${sentence}`.text)).toEqual([])
  })

  it('leaves a command at the start of its line, and what is said of it in its own direction', () => {
    const line = rich`/wire — ${apart(`סיפורים: ${isolated('6')}`)}`
    expect(line.text).toBe('/wire — \u2068סיפורים: \u20686\u2069\u2069')
    expect(findTurned(line.text)).toEqual([])
    expect(findTurned(`הרשימה:${ownLine('/wire')}`)).toEqual([])
    expect(findTurned(`הרשימה: ${isolated('/wire')}`)).not.toEqual([])
    expect(findTurned('הרשימה: /wire')).not.toEqual([])
  })

  it('keeps a post from turning or hiding what stands around it', () => {
    expect(rich`${foreign('a\u202eb\u0007\ud800')}.`.text).toBe('\u2068ab \ufffd\u2069.')
    expect(rich`${isolated('a\u2069\u202eb')}.`.text).toBe('\u2068ab\u2069.')
    expect(rich`${'\u2069a\u2068b\u202e'}.`.text).toBe('ab.')
  })
})

const message: fc.Arbitrary<Rich> = fc
  .array(
    fc.tuple(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.constantFrom(
        (part: Rich) => part,
        bold,
        italic,
        (part: Rich) => bold(italic(part)),
      ),
      fc.constantFrom('', ' ', '\n', '\n\n'),
    ),
    { maxLength: 20 },
  )
  .map((parts) => lines(parts.map(([text, mark, gap]) => rich`${mark(rich`${text}`)}${gap}`)))

const stripTags = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

describe('splitting a message', () => {
  it('loses no words, cuts no mark open, and fits every part', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 20, max: 80 }), (whole, most) => {
        const parts = split(whole, most)
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(most)
          expect(stripTags(toHtml(part))).toBe(part.text)
          expect(isBalanced(toHtml(part))).toBe(true)
        }
        const letters = (text: string) => text.replace(/\s+/g, '')
        expect(letters(parts.map(({ text }) => text).join(''))).toBe(letters(whole.text))
      }),
    )
  })

  it('cuts between paragraphs where it can', () => {
    const text = `${'a'.repeat(50)}\n\n${'b'.repeat(60)}`
    expect(split(rich`${text}`, 80).map((part) => part.text)).toEqual([
      'a'.repeat(50),
      'b'.repeat(60),
    ])
  })

  it('cuts no character in two', () => {
    const family = '👨‍👩‍👧‍👦'
    const parts = split(rich`${family.repeat(20)}`, 50)
    expect(parts.every((part) => part.text.length % family.length === 0)).toBe(true)
  })

  it('shortens with a sign that it goes on', () => {
    expect(shorten(rich`${bold('one two three')} four`, 10)).toMatchObject({ text: 'one two…' })
    expect(toHtml(shorten(bold('one two three'), 10))).toBe('<b>one two</b>…')
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '<b>',
    '</b>',
    '&lt;',
    '&amp;amp;',
    '<a href="tg://user?id=1">',
    '<!--',
    '\u202e',
    '\ud83d',
    '\u0000',
    '👨‍👩‍👧‍👦',
    'e\u0301\u0323',
    '🇺🇦🇮🇱',
  ),
)
const marks = [bold, italic, code, quote, foreign] as const
const anything: fc.Arbitrary<Rich> = fc
  .array(fc.tuple(hostile, fc.nat(4), fc.constantFrom('', ' ', '\n')), { maxLength: 30 })
  .map((parts) =>
    lines(parts.map(([text, which, gap]) => rich`${(marks[which] ?? bold)(text)}${text}${gap}`)),
  )

describe('whatever the words', () => {
  it('Telegram takes every part, and reads in it what was meant', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 20, max: 200 }), (whole, most) => {
        for (const part of [...split(whole, most), shorten(whole, most)]) {
          const { text } = parseHtml(toHtml(part))
          expect(text).toBe(part.text.trim())
          expect(part.text.length).toBeLessThanOrEqual(most)
          expect(part.text).not.toMatch(/\p{Surrogate}/u)
        }
      }),
    )
  })

  it('a cut stands between characters as people see them', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
    const count = (text: string) => [...segmenter.segment(text)].length
    const visible = fc.constantFrom(
      '👨‍👩‍👧‍👦',
      'e\u0301\u0323',
      '🏴\u200d☠️',
      '👍🏽',
      'क्षि',
      'ש\u05c1\u05b8',
      'a',
      '漢',
    )
    fc.assert(
      fc.property(fc.array(visible, { maxLength: 80 }), (characters) => {
        const whole = characters.join('')
        const parts = split(rich`${whole}`, 40)
        expect(parts.map(({ text }) => text).join('')).toBe(whole)
        expect(parts.reduce((sum, { text }) => sum + count(text), 0)).toBe(count(whole))
      }),
    )
  })
})

function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, end, name] of html.matchAll(/<(\/?)([a-z-]+)[^>]*>/g)) {
    if (end === '') open.push(name ?? '')
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
