import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeConfig } from '../../src/config/describe.ts'
import { loadConfig } from '../../src/config/load.ts'
import { makeFolder, validYaml } from './helpers.ts'

const goodToken = `123456789:${'AbCdEfGhIj'.repeat(3)}`

function summarise(extra: string, environment: NodeJS.ProcessEnv = {}, yaml = validYaml) {
  const file = path.join(makeFolder(), 'desk.yaml')
  writeFileSync(file, yaml + extra)
  const { config, secrets } = loadConfig(file, environment)
  return describeConfig(config, secrets)
}

const messages = (...given: Parameters<typeof summarise>) =>
  summarise(...given).warnings.map(({ path: where, message }) => `${where}: ${message}`)

const withMember = validYaml.replace(
  'desk:',
  'desk:\n  members: [{ id: 1, name: A, role: editor }]',
)

describe('the summary of a configuration', () => {
  it('counts channels by kind, language and owner', () => {
    const { channels } = summarise(`
  - { id: a1, title: A, owner: house, languages: [en], source: { kind: telegram-preview } }
  - { id: a2, title: B, owner: house, languages: [en], outlet: true, source: { kind: telegram-preview } }
  - { id: a3, title: C, owner: alone, source: { kind: feed, address: 'https://a.example' } }
  - { id: a4, title: D, enabled: false, languages: [en], source: { kind: telegram-bot } }
`)
    expect(channels).toEqual({
      configured: 5,
      enabled: 4,
      byKind: { 'telegram-preview': ['one', 'a1', 'a2'], feed: ['a3'] },
      byLanguage: { en: 2 },
      owners: [{ owner: 'house', channels: ['a1', 'a2'] }],
      outlets: ['a2'],
      nameable: [],
      disabled: ['a4'],
    })
  })

  it('says whether the token is there and what is off without it, and never what it is', () => {
    const bot = '  - { id: mine, title: M, source: { kind: telegram-bot } }\n'
    expect(summarise('').secrets).toEqual([
      { name: 'TELEGRAM_BOT_TOKEN', present: false, off: undefined },
    ])
    expect(summarise(bot).secrets[0]?.off).toBe('channel mine')
    expect(summarise('', {}, withMember).secrets[0]?.off).toBe('the desk’s bot')
    const present = summarise(bot, { TELEGRAM_BOT_TOKEN: goodToken })
    expect(present.secrets[0]).toEqual({
      name: 'TELEGRAM_BOT_TOKEN',
      present: true,
      off: undefined,
    })
    expect(JSON.stringify(present)).not.toContain('AbCdEfGhIj')
  })

  it('finds nothing to warn of in the least that is valid', () => {
    expect(messages('')).toEqual([])
  })

  it.each([
    [
      'a bot channel and no token',
      '  - { id: b1, title: B, source: { kind: telegram-bot } }',
      'channels[1].source: b1 is off: it needs TELEGRAM_BOT_TOKEN',
    ],
    [
      'a file that is not there',
      '  - { id: b1, title: B, source: { kind: file, address: no.jsonl } }',
      'channels[1].source.address: b1 has no file yet',
    ],
    [
      'a channel to be named at reliability F',
      '  - { id: b1, title: B, nameable: true, source: { kind: telegram-preview } }',
      'channels[1].nameable: b1 may be named in public at reliability F',
    ],
    [
      'a language the desk does not read',
      '  - { id: b1, title: B, languages: [fr], source: { kind: telegram-preview } }',
      'channels[1].languages: b1 writes fr',
    ],
    [
      'one name of two channels',
      "  - { id: b1, title: B, aliases: ['ONE'], source: { kind: telegram-preview } }",
      'channels[1]: b1 and one are both called "one"',
    ],
    ['an archive that is not there', 'paths: { archive: no.jsonl }', 'paths.archive: '],
    ['no channel enabled', '    enabled: false', 'channels: no channel is enabled'],
  ])('warns of %s', (_, extra, warning) => {
    expect(messages(`${extra}\n`).join('\n')).toContain(warning)
  })

  it('warns of a token that is none, and of a bot that nobody may use', () => {
    expect(messages('', { TELEGRAM_BOT_TOKEN: 'secret' }, withMember)).toEqual([
      expect.stringContaining('does not look like a bot token'),
    ])
    expect(messages('', { TELEGRAM_BOT_TOKEN: goodToken })).toEqual([
      expect.stringContaining('no member may use it'),
    ])
  })

  it('does not warn of channels that are off', () => {
    const off =
      '  - { id: b1, title: B, enabled: false, source: { kind: file, address: no.jsonl } }\n'
    expect(messages(off)).toEqual([])
  })
})
