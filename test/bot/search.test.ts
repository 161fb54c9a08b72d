import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch } from '../../src/bot/commands/search.ts'
import { search } from '../../src/bot/commands/search.ts'
import type { Asking } from '../../src/bot/context.ts'
import { createClock } from '../../src/bot/clock.ts'
import { en } from '../../src/bot/words/en.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

test.each([
  [
    'drone "power station" lang:UK channel:X since:2026-07-01',
    'drone "power station"',
    'uk',
    '2026-07-01T00:00:00Z',
  ],
  ['lang:ru', '', 'ru', undefined],
  ['LANG:he רכבת', 'רכבת', 'he', undefined],
  ['http://lang:x a', 'http://lang:x a', undefined, undefined],
])('%j is read as words and what narrows them', (typed, words, lang, since) => {
  const read = readSearch(typed, (channel) => channel.toLowerCase())
  expect(read).toMatchObject({ query: { words } })
  const { query } = read as Extract<typeof read, { query: unknown }>
  expect(query.lang).toBe(lang)
  expect(query.since).toBe(since)
  expect(query.channel).toBe(typed.includes('channel:') ? 'x' : undefined)
})

test('whatever is typed, the answer is a page or one clear sentence, and nothing is thrown', async () => {
  const archive = tempArchive()
  await commitPosts(archive, [
    makePost({ id: 1, text: 'A drone hit the "power" station; 3 were hurt.' }),
    makePost({ id: 2, text: 'רכבת ישראל: 12 נפגעו' }),
  ])
  const words = en
  const asking = {
    desk: { archive, channels: new ChannelBook([]) },
    words,
    time: createClock(new Date('2026-03-04T04:00:00Z'), 'UTC', 'en'),
  } as unknown as Asking
  const token = fc.oneof(
    fc.constantFrom(
      '"',
      '*',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      ')',
      '^',
      ':',
      '-',
      '+',
      '{',
      '}',
      '~',
      "'",
    ),
    fc.constantFrom(
      'lang:',
      'lang:ru',
      'channel:',
      'channel:"',
      'since:',
      'since:2026-99-99',
      'since:1',
    ),
    fc.constantFrom('drone', 'רכבת', 'signal_words', '\u0000', '\ud800', '\u202e', 'ﷺ', '0x', '%'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const typed = fc.array(fc.tuple(token, fc.constantFrom('', ' ')), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(typed, async (tokens) => {
      const { screens } = await search.run(asking, tokens.flat().join(''))
      const text = screens[0]?.text.text ?? ''
      expect(text).toMatch(/^(?:Found: |Nothing found|What shall I|“[^]*is no date)/)
      expect(screens).toHaveLength(1)
    }),
    { numRuns: 400 },
  )
})
