import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reasons, type ReasonKey } from '../../src/analysis/reasons.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Sentence } from '../../src/lib/sentences.ts'
import { nestingGaps, Template } from '../../src/lib/template.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { feed } from '../helpers/feed.ts'

const keys = Object.keys(reasons.patterns) as ReasonKey[]
const count = fc.nat({ max: 9999 }).map(String)
const word = fc.stringMatching(/^[\p{L}\d_-]{1,12}$/u)
const post = fc.tuple(word, count).map(([channel, id]) => `${channel}/${id}`)
/** Words of a post: of any kind but for the quotation marks around them. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => !text.includes('"'))
const sentence = fc.constantFrom(reasons.say('bothForward', { post: 'alpha/1' }), 'Little alike.')

function valueOf(gap: string): fc.Arbitrary<string> {
  if (nestingGaps.has(gap)) return sentence
  if (gap === 'post' || gap === 'other') return post
  if (/^(?:words|otherWords|is|was)$/.test(gap)) return words
  return /hours|percent|posts|copied|id|found|least|score/.test(gap) ? count : word
}

test.each(keys)('%s: what was filled in is read back', (key) => {
  const { gaps } = new Template(reasons.patterns[key])
  const values = fc.record(Object.fromEntries(gaps.map((gap) => [gap, valueOf(gap)])))
  fc.assert(
    fc.property(values, (given) => {
      const text = new Template(reasons.patterns[key]).fill(given)
      expect(reasons.read(text)).toEqual([{ kind: 'known', key, gaps: given }])
    }),
  )
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
