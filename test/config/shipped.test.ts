import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describeConfig } from '../../src/config/describe.ts'
import { checkConfig, loadConfig } from '../../src/config/load.ts'
import { configSchema } from '../../src/config/schema.ts'

const root = path.resolve(import.meta.dirname, '../..')
const file = path.join(root, 'config/intake.yaml')
const text = readFileSync(file, 'utf8')

describe('the shipped configuration', () => {
  const { config } = loadConfig(file, {})

  it('is valid, and leaves nothing to warn of on a fresh checkout', () => {
    expect(describeConfig(config, {}).warnings).toEqual([])
  })

  it('listens to files, preview pages and feeds in six languages, without a token', () => {
    const { byKind, byLanguage } = describeConfig(config, {}).channels
    expect(Object.keys(byKind).sort()).toEqual(['feed', 'file', 'telegram-preview'])
    expect(Object.keys(byLanguage).sort()).toEqual(['ar', 'en', 'fa', 'he', 'ru', 'uk'])
  })

  it('tells of every key that there is', () => {
    for (const key of allKeys(z.toJSONSchema(configSchema, { io: 'input' }))) {
      expect(text, key).toMatch(new RegExp(`\\b${key}\\b`))
    }
  })

  it('states the defaults that the schema has', () => {
    const bare = checkConfig('c.yaml', leastOf(text))
    expect(config.schedule).toEqual(bare.schedule)
    expect(config.preview).toEqual(bare.preview)
    expect(config.bot).toEqual(bare.bot)
    expect(config.analysis).toEqual(bare.analysis)
    expect(config.stubs).toEqual(bare.stubs)
    expect(config.log).toEqual(bare.log)
    expect({ ...bare.desk, languages: [] }).toEqual({ ...config.desk, languages: [] })
  })

  it('has an example of a bot channel that is valid once uncommented', () => {
    const start = text.indexOf('  # - id: my_desk_channel')
    const end = text.indexOf('\n\n', start)
    const example = text.slice(start, end).replaceAll(/^ {2}# /gm, '  ')
    const { channels } = checkConfig('c.yaml', `${leastOf(text)}\n${example}\n`)
    expect(channels.at(-1)?.source.kind).toBe('telegram-bot')
  })

  it('has an example environment that names the secret and holds none', () => {
    const example = parseEnv(readFileSync(path.join(root, '.env.example'), 'utf8'))
    expect(example).toEqual({ TELEGRAM_BOT_TOKEN: '' })
  })
})

/** The shipped desk without what has a default, and one channel. */
function leastOf(yaml: string): string {
  const { desk } = checkConfig('c.yaml', yaml)
  return `desk:
  name: ${desk.name}
  byline: ${desk.byline}
  accountability: ${JSON.stringify(desk.accountability)}
channels:
  - { id: one, title: One, source: { kind: telegram-preview } }`
}

function allKeys(schema: z.core.JSONSchema.BaseSchema): string[] {
  const parts = [schema.items, ...(schema.oneOf ?? []), ...Object.values(schema.properties ?? {})]
  const below = parts.flatMap((part) =>
    typeof part === 'object' && !Array.isArray(part) ? allKeys(part) : [],
  )
  return Array.from(new Set([...Object.keys(schema.properties ?? {}), ...below]))
}
