import { describe, expect, it } from 'vitest'
import { findPrior } from '../../src/desk/compose/prior.ts'
import type { Dispatch } from '../../src/model/stub.ts'
import type { Story } from '../../src/model/story.ts'
import { desk, makeStory, makeTold } from '../helpers/make-story.ts'

const kushner: Dispatch = {
  dispatch: 'd-0621',
  at: '2026-06-21T22:30:00Z',
  headline: 'Zelensky presses Kushner on Patriot production lines in Europe',
  tldr: 'Ukrainian President Volodymyr Zelensky discussed production of Patriot missiles with Jared Kushner.',
  text: 'In talks with Jared Kushner, Zelensky asked for Patriot production lines in Ukraine and Europe.',
}
const licence: Dispatch = {
  dispatch: 'd-0702',
  at: '2026-07-02T09:00:00Z',
  headline: 'Zelensky appeals to Washington for Patriot missile production',
  tldr: 'Zelensky appealed to the Trump administration to let Ukraine produce Patriot missiles at home.',
  text: 'The Ukrainian president said that Patriot missiles must be produced in Ukraine.',
  url: 'https://example.org/licence',
}
const unrelated: Dispatch[] = [
  {
    dispatch: 'd-1',
    at: '2026-07-03T09:00:00Z',
    headline: 'Russian missiles strike a power plant near Kharkiv',
    tldr: 'A Russian attack damaged a power plant near Kharkiv, Ukraine. Repairs are under way.',
    text: 'The plant near Kharkiv supplies the region.',
  },
  {
    dispatch: 'd-2',
    at: '2026-07-04T09:00:00Z',
    headline: 'Zelensky dismisses the head of the security service',
    tldr: 'Ukrainian President Volodymyr Zelensky dismissed the head of the security service in Kyiv.',
    text: 'Zelensky signed the decree in Kyiv.',
  },
]
const call =
  'Ukrainian President Volodymyr Zelensky emphasized the need for Ukraine to establish its own production lines for Patriot missiles, following a Russian attack on Kyiv.'
const find = (text: string, dispatches: readonly Dispatch[], story: Partial<Story> = {}) => {
  const signals = [makeTold('a/1', text)]
  return findPrior(makeStory(signals, story), signals, dispatches, desk)
}

describe('findPrior', () => {
  it('finds what the desk said on the same subject, oldest first, dated in its zone', () => {
    expect(find(call, [licence, ...unrelated, kushner])).toEqual([
      { dispatch: 'd-0621', date: '2026-06-22', headline: kushner.headline, relation: 'repeats' },
      {
        dispatch: 'd-0702',
        date: '2026-07-02',
        headline: licence.headline,
        relation: 'repeats',
        url: 'https://example.org/licence',
      },
    ])
  })

  it('finds nothing for a story of the same country and another subject', () => {
    expect(
      find('Ukrainian grain exports fell in June, the ministry in Kyiv said on Friday.', [
        kushner,
        licence,
        ...unrelated,
      ]),
    ).toEqual([])
  })

  it('leaves out a dispatch that came after the story', () => {
    expect(find(call, [{ ...licence, at: '2026-07-10T17:47:00Z' }])).toEqual([])
  })

  it('does not read a language that dispatches are not written in', () => {
    const signals = [
      makeTold('a/1', 'Зеленский Patriot Kushner production missiles', { lang: 'ru' }),
    ]
    expect(findPrior(makeStory(signals), signals, [kushner], desk)).toEqual([])
  })

  const toll: Dispatch = {
    dispatch: 'd-9',
    at: '2026-07-10T08:00:00Z',
    headline: 'Ferry fire near Yalova leaves 12 passengers dead',
    tldr: 'A fire on the ferry Kaptan Duru near Yalova left 12 passengers dead.',
    text: 'The ferry Kaptan Duru caught fire near Yalova.',
  }
  it.each([
    ['updates', 'The fire on the ferry Kaptan Duru near Yalova left 16 passengers dead.'],
    ['repeats', 'The fire on the ferry Kaptan Duru near Yalova left 12 passengers dead.'],
    [
      'contradicts',
      'The coastguard denied that a fire on the ferry Kaptan Duru near Yalova left 12 passengers dead.',
    ],
  ])('%s: tells what a new report does to the last one', (relation, text) => {
    expect(find(text, [toll]).map((reference) => reference.relation)).toEqual([relation])
  })

  it('holds a withdrawn story against what was published of it', () => {
    const text = 'The fire on the ferry Kaptan Duru near Yalova left 12 passengers dead.'
    expect(find(text, [toll], { sourcing: 'withdrawn' })[0]?.relation).toBe('contradicts')
  })
})
