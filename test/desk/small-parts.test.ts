import { describe, expect, it } from 'vitest'
import { meetsBar } from '../../src/desk/compose/bar.ts'
import { composeKicker } from '../../src/desk/compose/kicker.ts'
import { createOutletNamer, outletName } from '../../src/desk/compose/outlet-name.ts'
import { slugOf } from '../../src/desk/compose/slug.ts'
import { judgeStrength } from '../../src/desk/compose/strength.ts'
import { balanceQuotes, cutAtWord, listed } from '../../src/desk/compose/wording.ts'
import type { Story } from '../../src/model/story.ts'
import { desk, makeChannel, makeOrigin, makeStory, makeTold } from '../helpers/make-story.ts'

describe('slugOf', () => {
  it.each([
    ['Zelensky calls for Patriot missiles!', 'zelensky-calls-for-patriot-missiles'],
    ['Café in Kyiv’s center', 'cafe-in-kyivs-center'],
    ['Russian-language report: «Взрыв 11 MiG»', 'russian-language-report'],
    ['«Взрыв»', 'story-7'],
    ['2026: 15', 'story-7'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('makes %s an address', (headline, slug) => {
    expect(slugOf(headline, 7)).toBe(slug)
  })

  it('is cut at a word', () => {
    expect(slugOf('Lorem ipsum dolor '.repeat(9), 7)).toMatch(/^[a-z-]{60,80}(?<!-)$/)
  })
})

describe('meetsBar', () => {
  const bar = { minChannels: 2, minOrigins: 2, alwaysFor: ['strike' as const] }
  const one = [makeTold('a/1', 'x')]
  const now = '2026-07-10T18:00:00Z'
  it.each<[string, Story, boolean]>([
    ['one channel, one origin', makeStory(one), false],
    ['one channel twice', makeStory([...one, makeTold('a/2', 'x')]), false],
    ['two channels', makeStory([...one, makeTold('b/1', 'x')]), true],
    [
      'two origins',
      makeStory(one, { origins: [makeOrigin('ch:a', []), makeOrigin('out:afp', [])] }),
      true,
    ],
    ['a kind that always gets one', makeStory(one, { event: 'strike' }), true],
    ['no signals', makeStory([], { event: 'strike' }), false],
  ])('%s: %s', (_title, story, expected) => {
    expect(meetsBar(story, bar, now)).toBe(expected)
  })

  it('leaves out stories older than the configured age', () => {
    const story = makeStory(one, { event: 'strike', lastAt: '2026-07-10T10:00:00Z' })
    expect(meetsBar(story, { ...bar, maxAgeHours: 9 }, now)).toBe(true)
    expect(meetsBar(story, { ...bar, maxAgeHours: 7 }, now)).toBe(false)
  })
})

describe('judgeStrength', () => {
  it('rises with the kind of event, a figure and the number of channels', () => {
    expect(judgeStrength('other', 1, 'Quiet night')).toBe('weak')
    expect(judgeStrength('other', 5, 'Quiet night')).toBe('moderate')
    expect(judgeStrength('other', 5, '40 calls')).toBe('strong')
    expect(judgeStrength('statement', 2, 'He spoke')).toBe('strong')
    expect(judgeStrength('strike', 1, 'A blast')).toBe('strong')
  })

  it('does not take a time or a year for a figure', () => {
    expect(judgeStrength('other', 2, 'At 20:46 in 2026')).toBe('weak')
  })
})

describe('composeKicker', () => {
  it('goes by the channel, then the event, then the desk', () => {
    const set = makeChannel('a', { beat: 'Statecraft', topic: 'Political' })
    expect(composeKicker('strike', [makeChannel('b'), set], desk)).toEqual({
      beat: 'Statecraft',
      form: 'Dispatch',
      topic: 'Political',
    })
    expect(composeKicker('strike', [], desk)).toMatchObject({ beat: 'World', topic: 'Military' })
    expect(composeKicker('other', [], desk)).toMatchObject({ topic: 'General' })
  })
})

describe('wording', () => {
  it('names outlets as readers know them', () => {
    expect(['reuters', 'afp', 'aljazeera', 'the-daily-post'].map(outletName)).toEqual([
      'Reuters',
      'AFP',
      'Al Jazeera',
      'The Daily Post',
    ])
  })

  it('names outlets by the gazetteer, and in Latin letters only', () => {
    const name = createOutletNamer([
      { slug: 'skynews', names: ['Скай', 'Sky News'] },
      { slug: 'sana', names: ['Syrian Arab News Agency', 'SANA'] },
      { slug: 'baza', names: ['База'] },
      { slug: 'bbc', names: ['BBC News'] },
    ])
    expect(['skynews', 'sana', 'baza', 'bbc', 'new'].map(name)).toEqual([
      'Sky News',
      'the Syrian Arab News Agency',
      'Baza',
      'the BBC',
      'New',
    ])
  })

  it('cuts at a word and never through a character', () => {
    expect(cutAtWord('one two three', 10)).toBe('one two…')
    expect(cutAtWord('😀'.repeat(9), 6)).toBe('😀😀…')
  })

  it('closes quotations that a cut left open, and leaves a gershayim', () => {
    expect(balanceQuotes('He said "we')).toBe('He said "we"')
    expect(balanceQuotes('«а «б…')).toBe('«а «б…»»')
    expect(balanceQuotes('צה"ל תקף')).toBe('צה"ל תקף')
  })

  it('lists one, two and three', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c'], []].map((items) => listed(items))).toEqual([
      'a',
      'a and b',
      'a, b and c',
      '',
    ])
  })
})
