import { describe, expect, it } from 'vitest'
import { checkConfig } from '../../src/config/load.ts'
import { problemsOf, validYaml } from './helpers.ts'

const withKey = (path: string, yaml: string) => problemsOf(`${validYaml}${path}:\n  ${yaml}\n`)
const withChannel = (yaml: string) => problemsOf(`${validYaml}  - ${yaml}\n`)

describe('checking a configuration', () => {
  it('fills in the defaults of the least that is valid', () => {
    const config = checkConfig('c.yaml', validYaml)
    expect(config.desk).toMatchObject({ section: 'The Wire', timezone: 'Asia/Jerusalem' })
    expect(config.channels[0]).toMatchObject({ reliability: 'F', enabled: true, nameable: false })
    expect(config.stubs).toMatchObject({ minChannels: 2, minOrigins: 2 })
    expect(config.paths).toEqual({
      database: 'data/intake.db',
      outbox: 'outbox',
      pictures: 'data/pictures',
    })
  })

  it('tells all problems at once, in the order of the file', () => {
    const problems = problemsOf(`desk:
  nam: Desk
  byline: 3
channels:
  - id: '@one'
    relability: B
    source: { kind: preview }
  - id: two
    title: Two
    source: { kind: feed, address: ftp://x }
  - { id: TWO, title: Other, source: { kind: telegram-bot } }
schedule:
  feed: every minute
`)
    expect(problems.map(({ line, path }) => `${line}: ${path}`)).toEqual([
      '1: desk.name',
      '1: desk.accountability',
      '2: desk',
      '3: desk.byline',
      '5: channels[0].id',
      '5: channels[0].title',
      '6: channels[0]',
      '7: channels[0].source.kind',
      '10: channels[1].source.address',
      '11: channels[2].id',
      '13: schedule.feed',
    ])
  })

  it('writes each as file:line: path: what is wrong and what was expected', () => {
    expect(() => checkConfig('config/intake.yaml', `${validYaml}    reliability: G\n`)).toThrow(
      'config/intake.yaml:9: channels[0].reliability: "G" is not one of the choices (expected A, B, C, D, E, F)',
    )
    expect(() => checkConfig('c.yaml', `${validYaml}    a: 1\n    b: 2\n`)).toThrow(
      '2 problems in c.yaml:\nc.yaml:9: channels[0]: unknown key "a"',
    )
  })

  it.each([
    ['desk', 'nam: x', 'did you mean "name"?'],
    ['stubs', 'min_channels: 2', 'did you mean "minChannels"?'],
    ['paths', 'arcihve: x', 'did you mean "archive"?'],
    ['log', 'levle: info', 'did you mean "level"?'],
    ['bot', 'backfillPosts: 3', 'it belongs in preview'],
    ['preview', 'role: editor', 'it belongs in desk.members[…]'],
    ['analysis', 'zzz: 3', 'expected windowDays, windowSignals, storyHours'],
    ['bot', 'token: abc', 'secrets stand in .env'],
  ])('answers an unknown key of %s, %s', (section, yaml, message) => {
    const text =
      section === 'desk'
        ? validYaml.replace('desk:', `desk:\n  ${yaml}`)
        : `${validYaml}${section}:\n  ${yaml}\n`
    expect(
      problemsOf(text)
        .map((problem) => problem.message)
        .join('\n'),
    ).toContain(message)
  })

  it('knows the keys of each kind of source', () => {
    const [problem] = withChannel(
      '{ id: bb, title: B, source: { kind: telegram-bot, address: x } }',
    )
    expect(problem).toMatchObject({
      path: 'channels[1].source',
      message: expect.stringContaining('(expected kind)') as string,
    })
  })

  it.each([
    [
      'an id with @',
      "{ id: '@bb', title: B, source: { kind: telegram-bot } }",
      'without "@" or a link',
    ],
    [
      'a link as address',
      '{ id: bb, title: B, source: { kind: telegram-preview, address: https://t.me/bb } }',
      'is not a handle',
    ],
    [
      'a feed without an address',
      '{ id: bb, title: B, source: { kind: feed } }',
      'is missing (expected a text)',
    ],
    [
      'an unknown kind',
      '{ id: bb, title: B, source: { kind: preview } }',
      'did you mean "telegram-preview"?',
    ],
    [
      'a long language',
      '{ id: bb, title: B, languages: [eng], source: { kind: telegram-bot } }',
      'two-letter ISO 639-1',
    ],
    [
      'a repeated language',
      '{ id: bb, title: B, languages: [en, en], source: { kind: telegram-bot } }',
      'given twice',
    ],
    [
      'a numeric id with its prefix',
      '{ id: bb, title: B, telegramId: -1001234, source: { kind: telegram-bot } }',
      'without the minus',
    ],
    [
      'a truth value in words',
      '{ id: bb, title: B, nameable: maybe, source: { kind: telegram-bot } }',
      'is "maybe" (expected true or false)',
    ],
    ['an empty title', "{ id: bb, title: ' ', source: { kind: telegram-bot } }", 'is empty'],
    ['a channel that is a word', 'bb', 'expected a group of keys'],
  ])('refuses %s', (_, yaml, message) => {
    const problems = withChannel(yaml)
    expect(problems.map((problem) => problem.message).join('\n')).toContain(message)
  })

  it.each([
    ['schedule', "preview: '61 * * * *'", 'is not a cron expression'],
    ['schedule', 'jitterSeconds: 9999', 'at most 600'],
    ['preview', 'rereadPages: 0', 'at least 1'],
    ['preview', 'rereadPages: 1.5', 'a whole number'],
    ['preview', 'baseUrl: t.me', 'is not a web address'],
    ['stubs', 'alwaysFor: [strikes]', 'did you mean "strike"?'],
    ['log', 'level: verbose', 'debug, info, warn, error'],
    ['paths', "database: ''", 'is empty'],
  ])('refuses in %s: %s', (section, yaml, message) => {
    expect(withKey(section, yaml)[0]?.message).toContain(message)
  })

  it('refuses a section without keys, and says to leave it out', () => {
    expect(problemsOf(`${validYaml}preview:\n`)[0]?.message).toContain('leave it out')
  })

  it.each(['Mars/Base', '', 'Jerusalem'])('refuses the time zone %j', (zone) => {
    const text = validYaml.replace('desk:', `desk:\n  timezone: '${zone}'`)
    expect(problemsOf(text)[0]?.message).toContain('is not a time zone')
  })

  it('refuses a list of no channels', () => {
    const text = validYaml.slice(0, validYaml.indexOf('channels:')) + 'channels: []\n'
    expect(problemsOf(text)).toMatchObject([
      { line: 5, message: 'is empty (expected at least one entry)' },
    ])
  })
})

describe('clashes between channels', () => {
  it.each([
    [
      'ids that differ in case',
      '{ id: ONE, title: B, source: { kind: telegram-bot } }',
      'channels[0].id',
    ],
    [
      'one preview page under two ids',
      '{ id: bb, title: B, source: { kind: telegram-preview, address: One } }',
      'channels[0].source',
    ],
  ])('refuses %s', (_, yaml, other) => {
    expect(withChannel(yaml)[0]?.message).toContain(`is the same as ${other}`)
  })

  it('refuses one feed, one file, one numeric id and one member twice', () => {
    const problems =
      problemsOf(`${validYaml.replace('desk:', 'desk:\n  members: [{ id: 1, name: A, role: editor }, { id: 1, name: B, role: chief }]')}
  - { id: f1, title: F, source: { kind: feed, address: 'https://a.example/rss' } }
  - { id: f2, title: F, source: { kind: feed, address: 'https://a.example/rss' } }
  - { id: f3, title: F, source: { kind: file, address: a.jsonl } }
  - { id: f4, title: F, source: { kind: file, address: a.jsonl }, telegramId: 7 }
  - { id: f5, title: F, source: { kind: file, address: A.jsonl }, telegramId: 7 }
`)
    expect(problems.map(({ path }) => path)).toEqual([
      'desk.members[1].id',
      'channels[2].source',
      'channels[4].source',
      'channels[5].telegramId',
    ])
  })
})

describe('secrets in the configuration', () => {
  const token = `123456789:${'AbCdEfGhIj'.repeat(3)}`

  it.each([
    ['an unknown key', `botToken: '${token}'\n`],
    ['a place for text', `paths:\n  outbox: '${token}'\n`],
    ['a URL', `bot:\n  apiRoot: https://api.example/bot${token}\n`],
  ])('are refused in %s, and never repeated', (_, yaml) => {
    const problems = problemsOf(validYaml + yaml)
    const text = problems.map(({ message }) => message).join('\n')
    expect(text).toContain('move it into .env as TELEGRAM_BOT_TOKEN')
    expect(text).not.toContain('AbCdEfGhIj')
  })
})
