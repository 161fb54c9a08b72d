import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { IntakeError } from '../../src/model/errors.ts'
import { loadConfig } from '../../src/config/load.ts'
import { makeFolder, validYaml } from './helpers.ts'

const yaml = `${validYaml}  - { id: two, title: Two, source: { kind: file, address: in/two.jsonl } }
paths: { database: db/x.db, outbox: /var/out, archive: a.jsonl }
`

function writeProject(files: Record<string, string>): string {
  const root = makeFolder()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
  return root
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('loading a configuration', () => {
  it('starts relative paths at the folder above config/', () => {
    const root = writeProject({ 'config/intake.yaml': yaml })
    const loaded = loadConfig(path.join(root, 'config/intake.yaml'), {})
    expect(loaded.root).toBe(root)
    expect(loaded.config.paths).toEqual({
      database: path.join(root, 'db/x.db'),
      outbox: '/var/out',
      pictures: path.join(root, 'data/pictures'),
      archive: path.join(root, 'a.jsonl'),
    })
    expect(loaded.config.channels[1]?.source).toEqual({
      kind: 'file',
      address: path.join(root, 'in/two.jsonl'),
    })
  })

  it('starts relative paths at the file’s own folder elsewhere', () => {
    const root = writeProject({ 'desk.yaml': yaml })
    const { config } = loadConfig(path.join(root, 'desk.yaml'), {})
    expect(config.paths.database).toBe(path.join(root, 'db/x.db'))
  })

  it('leaves :memory: to SQLite', () => {
    const root = writeProject({ 'desk.yaml': `${validYaml}paths: { database: ':memory:' }\n` })
    expect(loadConfig(path.join(root, 'desk.yaml'), {}).config.paths.database).toBe(':memory:')
  })

  it('reads a file that begins with a byte order mark', () => {
    const root = writeProject({ 'desk.yaml': `\uFEFF${yaml}` })
    expect(loadConfig(path.join(root, 'desk.yaml'), {}).config.channels.length).toBe(2)
  })

  it('says what to do when the file is missing, with a stable code', () => {
    const load = () => loadConfig(path.join(makeFolder(), 'none.yaml'), {})
    expect(load).toThrow(/none\.yaml: is not there; .*--config PATH/)
    expect(load).toThrow(IntakeError)
    expect(load).toThrow(expect.objectContaining({ code: 'config-invalid' }))
  })

  it('refuses a folder, and a file of unreasonable size', () => {
    const root = writeProject({ 'big.yaml': `# ${'x'.repeat(5_000_000)}` })
    expect(() => loadConfig(root, {})).toThrow('is a folder')
    expect(() => loadConfig(path.join(root, 'big.yaml'), {})).toThrow('expected at most')
  })

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read (skipped for root)', () => {
    const root = writeProject({ 'desk.yaml': yaml })
    chmodSync(path.join(root, 'desk.yaml'), 0)
    expect(() => loadConfig(path.join(root, 'desk.yaml'), {})).toThrow('may not be read')
  })
})

describe('secrets', () => {
  const load = (root: string, environment: NodeJS.ProcessEnv = {}) =>
    loadConfig(path.join(root, 'config/intake.yaml'), environment).secrets

  it('come from .env in the project folder', () => {
    const root = writeProject({
      'config/intake.yaml': yaml,
      '.env': '\uFEFF# the bot\nexport TELEGRAM_BOT_TOKEN="1:a" # note\nOTHER=x\n',
    })
    expect(load(root)).toEqual({ botToken: '1:a' })
  })

  it('come from the environment before .env, unless it is empty there', () => {
    const root = writeProject({ 'config/intake.yaml': yaml, '.env': 'TELEGRAM_BOT_TOKEN=file' })
    expect(load(root, { TELEGRAM_BOT_TOKEN: 'real' })).toEqual({ botToken: 'real' })
    expect(load(root, { TELEGRAM_BOT_TOKEN: '' })).toEqual({ botToken: 'file' })
  })

  it('come from .env in the working directory where the project folder has none', () => {
    const root = writeProject({ 'config/intake.yaml': yaml })
    const elsewhere = writeProject({ '.env': 'TELEGRAM_BOT_TOKEN=near' })
    vi.spyOn(process, 'cwd').mockReturnValue(elsewhere)
    expect(load(root)).toEqual({ botToken: 'near' })
  })

  it.each(['', 'TELEGRAM_BOT_TOKEN=', 'TELEGRAM_BOT_TOKEN="  "', '\u0000\nnot an env file'])(
    'are none in a .env of %j',
    (text) => {
      const root = writeProject({ 'config/intake.yaml': yaml, '.env': text })
      expect(load(root)).toEqual({})
    },
  )

  it('leave the environment as it was', () => {
    const root = writeProject({ 'config/intake.yaml': yaml, '.env': 'INTAKE_TEST_ONLY=1' })
    load(root)
    expect(process.env['INTAKE_TEST_ONLY']).toBeUndefined()
  })

  it('say what to do when .env cannot be read', () => {
    const root = writeProject({ 'config/intake.yaml': yaml, '.env/inside': '' })
    expect(() => load(root)).toThrow(/\.env: cannot be read/)
  })
})
