import { describe, expect, test } from 'vitest'
import { en } from '../../src/bot/words/en.ts'
import { plain } from '../../src/lib/terminal-text.ts'
import { wordsOf } from '../../src/bot/words/languages.ts'
import { labelsOf } from '../../src/picture/labels-of.ts'
import type { EventKind } from '../../src/model/story.ts'
import type { Leak } from '../../src/export/leaks/leaks.ts'
import type { DeliveryCode } from '../../src/model/outgoing.ts'
import type { Refusal } from '../../src/model/desk.ts'
import type { ToldEvent, ToldFlag } from '../../src/bot/words/told.ts'
import type { Language } from '../../src/model/bot.ts'
import { findTurned } from '../helpers/find-turned.ts'

const counts = [0, 1, 2, 5, 21] as const
const languages: readonly Language[] = ['en', 'he', 'ru']
const scripts = { he: /\p{Script=Hebrew}/u, ru: /\p{Script=Cyrillic}/u } as const

const refusals: readonly Refusal[] = [
  { code: 'no-stub' },
  { code: 'role', needs: 'chief' },
  { code: 'role', needs: 'editor' },
  { code: 'state', state: 'held' },
  { code: 'not-in-story', signal: 'alpha/7' },
  { code: 'unknown-detail', detail: 'the venue' },
  { code: 'unknown-field', field: 'paragraph:9' },
  { code: 'too-long', most: 110 },
  { code: 'empty' },
  { code: 'reason-missing' },
  { code: 'nothing-reviewed' },
  { code: 'withdrawn' },
  { code: 'unchanged' },
  { code: 'nothing-to-undo' },
  { code: 'already-leaving' },
]

const features = [
  'letters',
  'words',
  'figures',
  'long reports have much in common',
  'names in long reports',
  'rare words in long reports',
  'names of the headline',
  'other days in their leads',
  'one kind of event',
  'other kinds of event',
  'terms that any language has',
  'contradiction',
  'likeness of the texts',
  'little in common',
  'nearness',
  'what both name',
  'long texts',
  'kinds of event',
  'other towns',
  'posts in between',
  'more than chance',
  'one voice',
  'kept apart',
  'support is bounded',
  'two towns in common',
  'a town in common',
  'other places',
  'both tell of a kind',
  'they count the same',
  'one denies it',
]

const eventKinds: readonly EventKind[] = [
  'strike',
  'alert',
  'statement',
  'arrest',
  'talks',
  'sanctions',
  'accident',
  'protest',
  'other',
]

const codes: Readonly<Record<DeliveryCode, true>> = {
  gone: true,
  trashed: true,
  published: true,
  taken: true,
  touched: true,
  hidden: true,
  altered: true,
  'not-yet-seen': true,
  leak: true,
  unmapped: true,
  'unknown-categories': true,
  'unknown-tags': true,
  'title-too-long': true,
  'content-too-long': true,
  unreachable: true,
  tls: true,
  throttled: true,
  'server-fault': true,
  clock: true,
  refused: true,
  unauthorised: true,
  forbidden: true,
  'not-found': true,
  'gone-for-good': true,
  'too-large': true,
  'not-stored': true,
  'answer-too-large': true,
  'half-answer': true,
  'strange-answer': true,
  'not-an-api': true,
  'login-page': true,
  moved: true,
  'disk-full': true,
  disk: true,
  'not-writable': true,
  'unknown-target': true,
  fault: true,
  'given-up': true,
}

const leakKinds: Readonly<Record<Leak['kind'], true>> = {
  channel: true,
  title: true,
  owner: true,
  post: true,
  address: true,
  media: true,
  member: true,
  reason: true,
  'too-deeply-encoded': true,
}

/** Sentences about somebody or something by its name. */
const takesNames =
  /^(?:fault|unknownCommand|wire\.bad|search\.bad|explain\.unknown|channels\.(?:none|reliability|copies)|handIn\.known|card\.unsupported|watch\.(?:words|channel)|member|standing|notice\.(?:stopped|channel|health\.source))/

const flags: readonly ToldFlag[] = (
  [
    ['edited', 'alpha/7'],
    ['deleted', 'alpha/7'],
    ['sourcing-fell', 'corroborated echoed'],
    ['sourcing-rose', 'single-source contested'],
    // As flags of before have it.
    ['sourcing-rose', undefined],
    ['new-origin', 'out:reuters'],
    ['conflict', 'killed'],
    ['old-picture', 'alpha/7'],
    ['gone', undefined],
  ] as const
).map(([kind, subject]) => ({
  kind,
  words: `In English: ${kind}.`,
  ...(subject === undefined ? {} : { subject }),
}))

const events: readonly ToldEvent[] = (
  [
    ['moved', { now: 'beta', was: 'alpha' }],
    ['retitled', { now: 'Beta', was: 'Alpha' }],
    ['replaced', { successor: 'alpha-2', idNow: 1, idWas: 2 }],
    ['private', {}],
    ['gone', {}],
    ['silent', { lastAt: '2026-07-10T10:00:00Z', usualMinutes: 30 }],
    ['silent', {}],
    ['back', {}],
  ] as const
).map(([kind, detail]) => ({ kind, detail, channel: 'alpha', words: `In English: ${kind}.` }))

const spoken = { show: () => '13:00', lasting: (minutes: number) => String(minutes) }

/** Every sentence under a catalogue with its path; what takes numbers or names is asked with each of the counts. */
function said(catalogue: unknown, path = ''): [path: string, words: string][] {
  if (typeof catalogue === 'string') return [[path, catalogue]]
  if (typeof catalogue === 'function')
    return askedOf(path).map(([about, given]) => [
      `${path}(${about})`,
      String((catalogue as (...given: unknown[]) => unknown)(...given)),
    ])
  return Object.entries(catalogue as object).flatMap(([key, under]) =>
    // What is stored in English is told in others only: see retold.test.ts.
    key === 'retold' ? [] : said(under, path === '' ? key : `${path}.${key}`),
  )
}

function askedOf(path: string): [about: string, given: unknown[]][] {
  if (path === 'refusal') return refusals.map((refusal) => [refusal.code, [refusal]])
  if (path === 'explain.feature') return features.map((name) => [name, [name]])
  if (path === 'explain.event') return eventKinds.map((kind) => [kind, [kind]])
  if (path === 'flag') return flags.map((flag) => [`${flag.kind} ${flag.subject ?? ''}`, [flag]])
  if (path === 'channelEvent') return events.map((event) => [event.kind, [event, spoken]])
  if (path === 'detail') return [['the cause', ['the cause']]]
  if (path === 'needsRole')
    return [
      ['chief', ['chief']],
      ['editor', ['editor']],
    ]
  if (path === 'export.reason')
    return Object.keys(codes).map((code) => [code, [{ code, words: 'In English', detail: '404' }]])
  if (path === 'export.run')
    return (['create', 'change', 'withdraw', 'nothing'] as const).flatMap((does) =>
      [true, false].map((approved): [string, unknown[]] => [
        `${does} ${approved}`,
        [{ edition: 2, approved, does }],
      ]),
    )
  if (path === 'export.leaks')
    return ([...Object.keys(leakKinds), undefined] as const).map((kind) => [
      kind ?? 'none',
      [{ searched: 9, leaks: kind === undefined ? [] : [{ field: 'title', kind }] }],
    ])
  const named = takesNames.test(path)
  return counts.map((count) => [
    String(count),
    named ? Array(4).fill(String(count)) : [count, count, count, String(count)],
  ])
}

const keysOf = (catalogue: unknown) => [...new Set(said(catalogue).map(([path]) => path))]

describe.each([
  ['what the bot says', wordsOf],
  ['what a picture says', labelsOf],
] as const)('%s', (_what, catalogueOf: (language: Language) => object) => {
  test.each(['he', 'ru'] as const)('is said in %s too, all of it', (language) => {
    expect(keysOf(catalogueOf(language)).sort()).toEqual(keysOf(catalogueOf('en')).sort())
    for (const [path, words] of said(catalogueOf(language))) {
      expect(words, path).not.toMatch(/undefined|NaN|#(?!\d)|\$\{/)
      expect(words.trim(), path).not.toBe('')
    }
  })

  test.each(['he', 'ru'] as const)('has no word of English left in %s', (language) => {
    for (const [path, words] of said(catalogueOf(language))) {
      const own = words.replace(/\u2068[^\u2069]*\u2069|^\/.*$/gmu, '')
      if (path !== 'locale') expect(own, path).not.toMatch(/\p{Script=Latin}/u)
    }
    const spoken = said(catalogueOf(language)).filter(([, words]) => scripts[language].test(words))
    expect(spoken.length).toBeGreaterThan(said(catalogueOf(language)).length * 0.9)
  })

  test.each(['he', 'ru'] as const)('puts each command at the start of a line in %s', (language) => {
    const all = said(catalogueOf(language))
    expect(all.flatMap(([, words]) => findTurned(words))).toEqual([])
    for (const [path, words] of all) expect(words, path).not.toMatch(/[^\n]\/[a-z]+\b(?!\d)/)
  })
})

test.each(languages)('counts as a person of %s counts', (language) => {
  const words = wordsOf(language)
  const told = counts.map((count) => words.signals(count))
  expect(told).toEqual(
    {
      en: ['0 signals', '1 signal', '2 signals', '5 signals', '21 signals'],
      he: ['0 דיווחים', 'דיווח אחד', 'שני דיווחים', '5 דיווחים', '21 דיווחים'],
      ru: ['0 сообщений', '1 сообщение', '2 сообщения', '5 сообщений', '21 сообщение'],
    }[language],
  )
})

test('one origin is never worded as several', () => {
  expect(languages.map((language) => wordsOf(language).origins(1))).toEqual([
    '1 origin',
    'מקור אחד',
    '1 первоисточник',
  ])
  expect(languages.map((language) => wordsOf(language).origins(2))).toEqual([
    'at most 2 independent origins',
    'לכל היותר שני מקורות בלתי תלויים',
    'не более 2 независимых первоисточников',
  ])
})

test('what no catalogue knows is shown as it is', () => {
  for (const language of languages) {
    const { detail, explain } = wordsOf(language)
    expect(plain(detail('a new need'))).toBe('a new need')
    expect(plain(explain.feature('a new sign'))).toBe('a new sign')
    expect(findTurned(`${detail('the cause')}, ${detail('a new need')}`)).toEqual([])
  }
  expect(en.detail('the cause')).toBe('the cause')
})
