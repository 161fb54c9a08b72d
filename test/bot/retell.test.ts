import { expect, test } from 'vitest'
import { reasons } from '../../src/analysis/reasons.ts'
import { createClock } from '../../src/bot/clock.ts'
import type { Asking } from '../../src/bot/context.ts'
import { renderNotice } from '../../src/bot/views/notice.ts'
import { retellFault, retellNote, retellReason, retellWindow } from '../../src/bot/views/retell.ts'
import { wordsOf } from '../../src/bot/words/languages.ts'
import { describeChannelEvent } from '../../src/desk/notices/channel-words.ts'
import { stubNotes } from '../../src/desk/compose/stub-notes.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { sourceFaults } from '../../src/lib/source-faults.ts'
import type { ChannelEventKind } from '../../src/model/channel-event.ts'
import type { Alarm, NoticeContent, StoryFacts } from '../../src/model/watch.ts'
import { findEnglish } from '../helpers/find-english.ts'

const others = ['he', 'ru'] as const
const channels = new ChannelBook([])
const desk = { channels } as Asking['desk']
const shown = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const reason = (text: string, language: 'en' | 'he' | 'ru') =>
  retellReason(text, { words: wordsOf(language), desk })

test('a reason of several sentences is told in the member’s language, what it quotes as it is', () => {
  const words = { words: 'пишет «Эхо»', rule: 'cue after' }
  const text = `${reasons.say('cited', words)} ${reasons.say('citedNotStored')}`
  expect(shown(reason(text, 'ru').text)).toBe(
    'Сам называет источник: «пишет «Эхо»» (слова об источнике после имени). Самого поста в архиве нет.',
  )
  expect(reason(text, 'he').text).toBe(
    'המקור נקוב בפוסט: “\u2068пишет «Эхо»\u2069” (מילות ייחוס אחרי השם). הפוסט עצמו אינו בארכיון.',
  )
  expect(shown(reason(text, 'en').text)).toBe(text)
})

test('sentences within others are told too, and names of lists one by one', () => {
  const alike = reasons.say('alike', { score: '0.31', terms: 'ракета, Херсон' })
  const pair = reasons.say('ofPair', { post: 'alpha/1', other: 'beta/2', said: alike })
  expect(reason(pair, 'ru').text).toBe(
    '\u2068alpha/1\u2069 и \u2068beta/2\u2069: Сходство 0.31; общее: \u2068ракета\u2069, \u2068Херсон\u2069.',
  )
  const none = reasons.say('alike', { score: '0.31', terms: reasons.say('nothingTelling') })
  expect(shown(reason(none, 'he').text)).toBe('דמיון 0.31; במשותף: אין דבר מובהק.')
})

test('places are called as the member calls them, names as they were found', () => {
  const place = (name: string) => (name === 'Kherson' ? 'חרסון' : undefined)
  const text = reasons.say('translation', {
    lang: 'en',
    otherLang: 'ru',
    terms: 'Kherson, Araghchi, missile',
  })
  const { text: told } = retellReason(text, { words: wordsOf('he'), desk, place })
  expect(told).toContain('\u2068חרסון\u2069, \u2068Araghchi\u2069, טיל')
  const english = retellReason(text, { words: wordsOf('en'), desk })
  expect(shown(english.text)).toBe(text)
})

test('origins are named as the desk knows them', () => {
  const text = reasons.say('otherOrigins', {
    post: 'alpha/1',
    origins: 'ch:alpha and out:reuters',
    other: 'beta/2',
    otherOrigins: reasons.say('noOrigin'),
  })
  expect(shown(reason(text, 'ru').text)).toBe(
    'alpha/1: первоисточник alpha, Reuters; beta/2: первоисточник неизвестен. Связи между ними не нашлось, поэтому они считаются разными.',
  )
})

test('origins have their names in English too, and lists of several scripts stay in order', () => {
  const text = reasons.say('oneOrigin', { origins: 'out:reuters' })
  expect(shown(reason(text, 'en').text)).toBe('Both end at Reuters: one origin.')
  const alike = reasons.say('alike', { score: '0.31', terms: 'Зеленский, ביטחון' })
  expect(reason(alike, 'en').text).toBe(
    'Likeness 0.31; in common: \u2068Зеленский\u2069, \u2068ביטחון\u2069.',
  )
})

test('a sentence of an older release stands in English, set apart', () => {
  const text = `Guessed by the moon. ${reasons.say('reply', { post: 'alpha/1' })}`
  expect(reason(text, 'he').text).toBe(
    '\u2068Guessed by the moon.\u2069 תשובה ל־\u2068alpha/1\u2069.',
  )
})

test('why a source fails is told without its name, to the end of what it asks for', () => {
  const why = sourceFaults.say('answered', {
    address: 'https://news.example/feed',
    status: 429,
    next: sourceFaults.say('nextAsked', { seconds: 90 }),
  })
  const told = retellFault(`feed:news: ${why}`, 'feed:news', wordsOf('ru'))
  expect(shown(told.text)).toBe('https://news.example/feed отвечает 429; просит подождать 90 с')
  const english = retellFault(`feed:news: ${why}`, 'feed:news', wordsOf('en'))
  expect(shown(english.text)).toBe(`feed:news: ${why}`)
  const fault = sourceFaults.say('notRead', { said: sourceFaults.say('markup') })
  for (const language of others)
    expect(
      findEnglish(retellFault(`file:x: ${fault}`, 'file:x', wordsOf(language)).text, [
        'HTML',
        'XML',
        'JSON',
      ]),
    ).toEqual([])
})

test.each(others)('what a stub notes is told in %s, dates and ages too', (language) => {
  const words = wordsOf(language)
  const blind = stubNotes.say('blindSince', {
    when: 'July 2, 23:50',
    channels: stubNotes.say('moreChannels', {
      channels: `Эхо, ${stubNotes.say('botChannels')}, גמא`,
      count: 2,
    }),
    gap: 'Intake was not running',
  })
  const picture = stubNotes.say('mirroredPicture', {
    post: 'alpha/1',
    title: 'Эхо',
    date: 'March 5, 2024',
    age: '2 years',
    place: stubNotes.say('inStory', { post: 'beta/4', story: 1 }),
  })
  const more = stubNotes.say('morePeriods', { count: 3 })
  for (const note of [blind, picture, more])
    expect(findEnglish(retellNote(note, words).text), note).toEqual([])
  expect(findEnglish(retellWindow('July 2, 23:50 – July 3, 00:10', words))).toEqual([])
  expect(retellWindow('July 2, 23:50', wordsOf('en'))).toBe('July 2, 23:50')
})

const facts: StoryFacts = {
  story: 12,
  headline: 'Пожар на складе',
  sourcing: 'corroborated',
  origins: 2,
  channels: 3,
  signals: ['alpha/1'],
}
const at = '2026-07-09T20:50:00Z'
const event = (what: ChannelEventKind): NoticeContent => {
  const detail = { now: 'эхо', was: 'отклик', successor: 'эхо-2', lastAt: at, usualMinutes: 30 }
  const words = describeChannelEvent({ kind: what, channel: 'эхо', detail }, 'UTC')
  return { kind: 'channel', channel: 'эхо', what, words, detail }
}
const alarms: Alarm[] = [
  {
    kind: 'source',
    source: 'feed:эхо',
    since: at,
    why: 'feed:эхо: Эхо cannot be reached (…); wait',
  },
  { kind: 'disk', freeMb: 300 },
  { kind: 'deliveries', count: 2 },
  { kind: 'damage', count: 1 },
  { kind: 'judging', since: at },
  { kind: 'polls', count: 2 },
]
const stopped = { kind: 'stopped', stub: 12, headline: 'Пожар', target: 'сайт' } as const
const contents: readonly NoticeContent[] = [
  { kind: 'story', facts, because: { kind: 'words', words: 'пожар' } },
  { kind: 'story', facts, because: { kind: 'digest' } },
  { kind: 'turn', facts, from: 'echoed', because: { kind: 'story', story: 12 } },
  {
    kind: 'flags',
    stub: 12,
    headline: 'Пожар',
    flags: [
      {
        flag: 1,
        stub: 12,
        at,
        kind: 'conflict',
        subject: 'killed',
        words: 'Origins disagree now.',
        seen: false,
      },
    ],
  },
  { ...stopped, code: 'given-up', words: 'Given up.', last: { code: 'unreachable' } },
  { ...stopped, code: 'altered', words: 'It holds something else.' },
  ...(['moved', 'retitled', 'replaced', 'private', 'gone', 'silent', 'back'] as const).map(event),
  { kind: 'health', since: at, alarms },
  { kind: 'health', since: at, alarms, endedAt: at },
  { kind: 'digest', since: at, until: at, stories: [facts], more: 4 },
  { kind: 'digest', since: at, until: at, stories: [], more: 0 },
]

test.each(others)('no notice says a word of English in %s', (language) => {
  const words = wordsOf(language)
  const time = createClock(new Date(at), 'UTC', language)
  for (const content of contents) {
    const { text, buttons = [] } = renderNotice(
      {
        notice: 1,
        chat: 1,
        member: 1,
        topic: '',
        urgency: 'alert',
        version: 1,
        dueAt: at,
        content,
      },
      { words, time },
    )
    const labels = buttons.flat().map(({ label }) => label)
    const latin = findEnglish([text.text, ...labels].join('\n'), ['feed', 'intake verify'])
    expect(latin, JSON.stringify(content)).toEqual([])
  }
})

test('of a delivery that stopped before codes were kept, the words are told', () => {
  const words = wordsOf('he').export
  expect(words.reason({ words: 'It stopped.' })).toBe('\u2068It stopped.\u2069')
  expect(words.reason({ code: 'refused', words: 'It said no.', detail: '418 ("no")' })).toMatch(
    /\p{Script=Hebrew}[^]*\u2068418 \("no"\)\u2069$/u,
  )
})
