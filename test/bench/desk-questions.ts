import Database from 'better-sqlite3'
import { pause } from '../../src/lib/pause.ts'
import type { Person } from '../helpers/telegram/person.ts'
import type { Message } from '../helpers/telegram/types.ts'
import { type Random, seeded } from './random.ts'

/** One kind of thing that a member asks; each asking is another one of its kind. */
export interface Question {
  name: string
  ask: (person: Person) => Promise<unknown>
}

interface Known {
  stories: number[]
  stubs: number[]
  texts: string[]
  pairs: [string, string][]
  channels: string[]
}

/** Everything that a reader of the bot can ask, on what a database holds. */
export function questionsOn(database: string, seed: number): Question[] {
  const random = seeded(seed)
  const known = look(database, random)
  const word = (least: number) => {
    const words = random.pick(known.texts).split(/[\s.,!?]+/)
    return words.find(({ length }) => length >= least) ?? words[0] ?? ''
  }
  const typed = (name: string, text: () => string): Question => ({
    name,
    ask: (person) => person.ask(text()),
  })
  const turned = (name: string, text: () => string): Question => ({
    name: `${name} ▶`,
    ask: async (person) => {
      const first = await person.ask(text())
      const buttons = first.reply_markup?.inline_keyboard?.flat() ?? []
      if (!buttons.some(({ text: label }) => label.includes('▶'))) return first
      return { pressed: first, turn: () => person.open(first, '▶') }
    },
  })
  const inline = (name: string, words: () => string): Question => ({
    name: `inline ${name}`,
    ask: (person) => inTime(words(), (query) => person.inline(query)),
  })
  const common = () => random.pick(['the', 'and', 'в', 'на', 'في', 'من', 'של', 'та', 'به'])
  const search = (name: string, text: () => string) =>
    typed(`/search ${name}`, () => `/search ${text()}`)
  return [
    typed('/wire', () => '/wire'),
    typed('/wire 168 corroborated', () => '/wire 168 corroborated'),
    typed('/wire 8760 contested', () => '/wire 8760 contested'),
    turned('/wire', () => '/wire'),
    typed('/story', () => `/story ${random.pick(known.stories)}`),
    typed('/signals', () => `/signals ${random.pick(known.stories)}`),
    typed('/tree', () => `/tree ${random.pick(known.stories)}`),
    search('rare word', () => word(9)),
    search('common word', common),
    search('two common words', () => random.pick(['the of', 'в на', 'في من', 'של על'])),
    search('rare and common word', () => `the ${word(9)}`),
    search('phrase', () => `"${random.pick(known.texts).split(' ').slice(1, 4).join(' ')}"`),
    search('phrase of common words', () => random.pick(['"of the"', '"in the"', '"и в"'])),
    search('prefix of 2', () => `${word(6).slice(0, 2)}*`),
    search('prefix of 4', () => `${word(6).slice(0, 4)}*`),
    search('common word lang:', () => `${common()} lang:${random.pick(['en', 'ru', 'he'])}`),
    search('no hit lang:', () => `the lang:${random.pick(['he', 'ar', 'ru'])}`),
    search('common word channel:', () => `${common()} channel:${random.pick(known.channels)}`),
    search('common word since:', () => `${common()} since:2026-06-15`),
    search('many words', () => random.pick(known.texts).split(' ').slice(0, 12).join(' ')),
    search('nothing', () => 'qqzxqqzx'),
    turned('/search common word', () => '/search the'),
    typed('/explain', () => `/explain ${random.pick(known.pairs).join(' ')}`),
    typed('/channels', () => '/channels'),
    turned('/channels', () => '/channels'),
    typed('/channel', () => `/channel ${random.pick(known.channels)}`),
    typed('/stub', () => `/stub ${random.pick(known.stubs)}`),
    typed('/drafts', () => '/drafts'),
    turned('/drafts', () => '/drafts'),
    typed('/status', () => '/status'),
    inline('word', () => word(7)),
    inline('common word', common),
    inline('nothing', () => ''),
  ]
}

const patienceMs = 20_000

/** Unlike messages, what is offered inline is waited for without end. */
async function inTime(query: string, ask: (query: string) => Promise<unknown>): Promise<unknown> {
  const stopping = new AbortController()
  const late = pause(patienceMs, stopping.signal).then(() => {
    if (!stopping.signal.aborted) throw new Error(`Nothing was offered for ${query}`)
  })
  try {
    return await Promise.race([ask(query), late])
  } finally {
    stopping.abort()
  }
}

/** A first press; what is timed is the second. */
export interface Turn {
  pressed: Message
  turn: () => Promise<Message>
}

const looked = 300

function look(database: string, random: Random): Known {
  const db = new Database(database, { readonly: true })
  const all = <T>(sql: string) => db.prepare<[], T>(sql).pluck().all()
  const [last = 1] = all<number>('SELECT max(story) FROM stories')
  const some = (table: string, column: string, isOne: string) =>
    Array.from({ length: looked }, () =>
      db
        .prepare<[number], number>(
          `SELECT ${column} FROM ${table} WHERE ${column} >= ? AND ${isOne} LIMIT 1`,
        )
        .pluck()
        .get(random.below(last)),
    ).filter((found) => found !== undefined)
  try {
    const stories = [
      ...some('stories', 'story', '1'),
      ...all<number>(
        `SELECT story FROM stories WHERE sourcing = 'corroborated' ORDER BY last_at DESC LIMIT 50`,
      ),
    ]
    const keys = stories.map((story) =>
      db
        .prepare<[number], string>(
          `SELECT c.name || '/' || s.id FROM story_signals m JOIN signals s USING (row)
           JOIN channels c USING (channel) WHERE m.story = ? LIMIT 2`,
        )
        .pluck()
        .all(story),
    )
    const pairs = keys.map((pair, index): [string, string] => [
      pair[0] ?? '',
      pair[1] ?? keys[(index + 1) % keys.length]?.[0] ?? '',
    ])
    const texts = db
      .prepare<[], string>(
        `SELECT text FROM signals WHERE length(text) > 120 ORDER BY row DESC LIMIT ${looked}`,
      )
      .pluck()
      .all()
    const stubs = [...some('stubs', 'stub', '1'), last]
    return { stories, stubs, texts, pairs, channels: all('SELECT name FROM channels') }
  } finally {
    db.close()
  }
}
