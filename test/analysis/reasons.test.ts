import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reasons } from '../../src/analysis/reasons.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Sentence } from '../../src/lib/sentences.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { feed } from '../helpers/feed.ts'
import { testReadBack } from '../helpers/read-back.ts'

const keyOf = fc
  .tuple(fc.stringMatching(/^[a-z][\w-]{0,9}$/), fc.nat())
  .map(([channel, id]) => `${channel}/${id}`)

testReadBack(reasons, reasons.say('bothForward', { post: 'alpha/1' }), {
  post: keyOf,
  other: keyOf,
  id: fc.nat().map(String),
})

/** What could pass for words of ours. */
const misleading = fc
  .array(
    fc.oneof(
      fc.constantFrom(' and ', ': ', '" (', ').', '. ', 'And ', ' against ', ' of the same.'),
      fc.constantFrom(...Object.values(reasons.patterns)),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

test('a citation is read whole whatever it quotes', () => {
  fc.assert(
    fc.property(misleading, (quoted) => {
      const gaps = { words: quoted, rule: 'cue after' }
      const [said, more] = [reasons.say('cited', gaps), reasons.say('citedNotStored')]
      expect(reasons.read(`${said} ${more}`)).toEqual([
        { kind: 'known', key: 'cited', gaps },
        { kind: 'known', key: 'citedNotStored', gaps: {} },
      ])
    }),
  )
})

/** All sentences of a reason, those in gaps too. */
const within = (text: string): Sentence[] =>
  reasons
    .read(text)
    .flatMap((one) =>
      one.kind === 'known' && one.gaps['said'] !== undefined
        ? [one, ...within(one.gaps['said'])]
        : [one],
    )

test('every reason that real posts come to is read', async () => {
  const folder = 'data/sample'
  const posts = readdirSync(folder)
    .filter((file) => file.startsWith('sample_'))
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as RawPost)
  const { config } = loadConfig('config/intake.yaml', {})
  const fed = await feed({ posts, channels: new ChannelBook(config.channels).all() })
  const told = [...fed.links, ...fed.suggestions].map(({ reason }) => reason)
  const read = told.flatMap(within)
  expect(read.filter(({ kind }) => kind === 'unknown')).toEqual([])
  const kinds = new Set(read.map((one) => (one.kind === 'known' ? one.key : '')))
  expect(kinds.size).toBeGreaterThan(10)
})
