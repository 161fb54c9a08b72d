import { describe, expect, test } from 'vitest'
import type { Picture } from '../../../src/model/picture.ts'
import { renderStory, type StoryFile } from '../../../src/cli/views/story.ts'
import { deskTime } from '../../../src/cli/terminal/desk-time.ts'
import { painter } from '../../../src/cli/terminal/paint.ts'
import { makeLink, makeOrigin, makeStory, makeTold } from '../../helpers/make-story.ts'

const look = {
  paint: painter(false),
  columns: 100,
  time: deskTime('Asia/Jerusalem'),
  titleOf: (channel: string) => (channel === 'alpha' ? 'Alpha News' : channel),
}

function fileOf(overrides: Partial<StoryFile> = {}): StoryFile {
  const signals = [
    makeTold('alpha/1', 'Two killed in Kherson.\nMore soon.\n\nStay safe.\nSubscribe!'),
    makeTold('beta/7', 'عاجل: قتيلان في خيرسون', {
      lang: 'ar',
      at: '2026-07-10T18:00:00Z',
      revision: 2,
      deletedAt: '2026-07-10T19:30:00Z',
      deletion: 'suspected',
    }),
  ]
  const origins = [makeOrigin('ch:alpha', ['alpha/1']), makeOrigin('out:reuters', ['beta/7'])]
  return {
    story: makeStory(signals, {
      headline: 'Two killed\u001b[31m in Kherson',
      sourcing: 'contested',
      origins,
      notStated: ['who carried it out'],
      conflicts: [
        {
          detail: 'killed',
          values: [
            { value: '2', signals: ['alpha/1'], origins: ['ch:alpha'] },
            { value: '3', signals: ['beta/7'], origins: ['out:reuters'] },
          ],
        },
      ],
    }),
    signals: new Map(signals.map((signal) => [signal.key, signal])),
    links: [
      { ...makeLink('beta/7', 'out:reuters', 'cite'), score: 0.7, reason: 'Says "Reuters:".' },
    ],
    history: [
      {
        at: '2026-07-10T17:46:00Z',
        sourcing: 'single-source',
        origins: ['ch:alpha'],
        reason: 'One.',
      },
      {
        at: '2026-07-10T18:00:00Z',
        sourcing: 'contested',
        origins: ['ch:alpha', 'out:reuters'],
        reason: 'Two.',
      },
    ],
    suggestions: [{ stories: [3, 12], score: 0.41, reason: 'Alike.' }],
    earlier: [],
    blind: [],
    oldPictures: [],
    pictures: new Map(),
    decisions: [],
    ...overrides,
  }
}

describe('a story on the terminal', () => {
  const text = renderStory(fileOf(), look)

  test('is told from its head to its signals, in the time of the desk', () => {
    expect(text).toBe(`#12  Two killed [31m in Kherson
≠ contested  2 origins · 2 channels  other · 10 Jul 2026, 20:46 to 10 Jul 2026, 21:00

Sourcing
  Made for the test.
  Alpha News @alpha (channel): Made for the test.
  reuters (outlet, not monitored): Made for the test.

  10 Jul 2026, 20:46  ○ single-source  ch:alpha: One.
  10 Jul 2026, 21:00  ≠ contested      ch:alpha, out:reuters: Two.

Who took it from whom
  Alpha News @alpha (channel)
  └─ 20:46  alpha/1  first-hand
  reuters (outlet, not monitored)
  └─ 21:00  beta/7  cite, likely  seems deleted 22:30  edited 2 times
        Says "Reuters:".

Origins disagree
  killed  2  ch:alpha (alpha/1)
          3  out:reuters (beta/7)

Not stated
  - who carried it out

Perhaps the same
  #3  0.41  Alike.

Signals
  10 Jul 2026, 20:46  alpha/1  en
    Two killed in Kherson.
    More soon.
    Stay safe.
    … 1 more line
  10 Jul 2026, 21:00  beta/7  ar  seems deleted 22:30  edited 2 times  says: named outlet
    \u2068عاجل: قتيلان في خيرسون\u2069
`)
  })

  test('tells why pictures were not looked at, and of those that were, nothing', () => {
    const address = 'https://cdn.example/1.jpg'
    const reason = 'picture: https://cdn.example/1.jpg answered 404'
    const pictures = new Map<string, readonly Picture[]>([
      [
        'alpha/1',
        [
          { picture: 1, address, state: 'failed', reason },
          { picture: 2, address, state: 'failed', reason },
        ],
      ],
      ['beta/7', [{ picture: 3, address, state: 'fetched' }]],
    ])
    const told = renderStory(fileOf({ pictures }), look)
    expect(told).toContain(
      'Pictures not fetched\n  alpha/1: https://cdn.example/1.jpg answered 404\n\nSignals',
    )
    expect(text).not.toContain('Pictures not fetched')
  })

  test('tells the dates in the tree of a story that goes on for days, and of a late deletion', () => {
    const file = fileOf()
    const late = makeTold('beta/7', 'Two killed in Kherson.', {
      at: '2026-10-02T06:00:00Z',
      deletedAt: '2026-10-03T06:00:00Z',
      deletion: 'declared',
    })
    const signals = new Map(file.signals).set('beta/7', late)
    const returned = renderStory({ ...file, signals }, look)
    expect(returned).toContain('└─ 10 Jul 2026, 20:46  alpha/1  first-hand')
    expect(returned).toContain(
      '└─ 2 Oct 2026, 09:00  beta/7  cite, likely  deleted 3 Oct 2026, 09:00',
    )
  })

  test('leaves out what there is not', () => {
    const { story, ...rest } = fileOf({ suggestions: [] })
    const plain = renderStory({ story: { ...story, notStated: [], conflicts: [] }, ...rest }, look)
    for (const title of ['Not stated', 'Origins disagree', 'Perhaps the same']) {
      expect(plain).not.toContain(title)
    }
  })

  test('tells an old post that came back, with its age', () => {
    const { story, ...rest } = fileOf()
    const returned = {
      signal: 'beta/7',
      at: '2026-07-10T18:00:00Z',
      first: 'alpha/1',
      firstAt: '2026-01-17T18:00:00Z',
    }
    expect(renderStory({ story: { ...story, returned }, ...rest }, look)).toContain(
      'old post came back: beta/7 was first posted as alpha/1 on 17 Jan 2026, 20:00, 5 months before',
    )
  })
})
