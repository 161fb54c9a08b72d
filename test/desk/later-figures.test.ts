import { describe, expect, it } from 'vitest'
import type { Story } from '../../src/model/story.ts'
import type { Signal } from '../../src/model/signal.ts'
import { makeOrigin, makeStub, makeTold } from '../helpers/make-story.ts'

const bus = makeTold('alpha/1', 'A bomb exploded on a bus in Cauca, 10 people were killed.')
const at = '2026-07-10T19:05:00Z'

const bodyOf = (signals: readonly Signal[], overrides: Partial<Story> = {}) => {
  const keys = signals.map(({ key }) => key)
  const origins = [...new Set(signals.map(({ channel }) => channel))].map((channel) =>
    makeOrigin(
      `ch:${channel}`,
      keys.filter((key) => key.startsWith(`${channel}/`)),
    ),
  )
  return makeStub(signals, {
    story: {
      origins,
      sourcing: origins.length > 1 ? 'corroborated' : 'single-source',
      ...overrides,
    },
  }).body.flat()
}

const later = (signals: readonly Signal[], overrides: Partial<Story> = {}) =>
  bodyOf(signals, overrides).filter(({ text }) => text.includes('later put'))

describe('figures that came later than the lead', () => {
  it('are told with who gives them, when, and where they stand', () => {
    const text = '۱۳ کشته و ۱۷ مجروح بر اثر انفجار بمب در کلمبیا'
    const [sentence, ...others] = later([bus, makeTold('beta/7', text, { at, lang: 'fa' })])
    expect(others).toEqual([])
    expect(sentence?.text).toBe(
      'Another monitored channel later put the number of people killed at 13, on Friday at 22:05.',
    )
    expect(sentence?.spans.map(({ from, to }) => text.slice(from, to))).toEqual(['۱۳'])
  })

  it('are told of the same channel as its own', () => {
    const update = makeTold('alpha/2', 'The bus in Cauca: 9 people were killed.', { at })
    expect(later([bus, update]).map(({ text }) => text)).toEqual([
      'The channel later put the number of people killed at 9, on Friday at 22:05.',
    ])
  })

  it('are those of the last who gives another', () => {
    const second = makeTold('beta/7', 'Bus bomb in Cauca: 12 people killed', { at })
    const third = makeTold('gamma/3', 'Bus bomb in Cauca: 14 people killed', {
      at: '2026-07-10T20:00:00Z',
    })
    expect(later([bus, second, third]).map(({ text }) => text)).toEqual([
      'Another monitored channel later put the number of people killed at 14, on Friday at 23:00.',
    ])
  })

  it.each([
    ['the same figure', { at, text: 'Bus bomb in Cauca: 10 people killed' }],
    ['a lower bound', { at, text: 'Bus bomb in Cauca: more than 12 people killed' }],
    [
      'several figures of one detail',
      { at, text: '13 people were killed in Cauca, and 4 people were killed in Nariño' },
    ],
    ['a post that was deleted', { at, text: '13 people were killed in Cauca', deletedAt: at }],
  ])('are not %s', (_, { text, ...more }) => {
    expect(later([bus, makeTold('beta/7', text, more)])).toEqual([])
  })

  it('are told where the lead gave a bound alone', () => {
    const bound = makeTold('alpha/1', 'A bomb exploded on a bus in Cauca, at least 10 people died.')
    const other = makeTold('beta/7', 'Bus bomb in Cauca: 13 people killed', { at })
    expect(later([bound, other]).map(({ text }) => text)).toEqual([
      'Another monitored channel later put the number of people killed at 13, on Friday at 22:05.',
    ])
  })

  it('are not told twice where origins disagree on them', () => {
    const other = makeTold('beta/7', 'Bus bomb in Cauca: 13 people killed', { at })
    const conflicts = [
      {
        detail: 'killed' as const,
        values: [
          { value: '10', signals: ['alpha/1'], origins: ['ch:alpha'] },
          { value: '13', signals: ['beta/7'], origins: ['ch:beta'] },
        ],
      },
    ]
    expect(later([bus, other], { sourcing: 'contested', conflicts })).toEqual([])
  })
})
