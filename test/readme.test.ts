import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { groups } from '../src/bot/commands/help.ts'
import { checkConfig } from '../src/config/load.ts'
import { run } from './cli/helpers.ts'
import { makeProjectIn, type Project, start, startNpm } from './helpers/project.ts'

const longMs = 120_000
const readme = readFileSync('README.md', 'utf8')

/** The fenced blocks of one language, also those inside a list. */
const blocks = (language: string) =>
  Array.from(
    readme.matchAll(new RegExp(`^ *\`\`\`${language}\\n([^]*?)^ *\`\`\``, 'gm')),
    ([, block]) => block ?? '',
  )

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')

const commands = blocks('sh').flatMap(linesOf)
const testCommand = 'npm ci && npm test'

/** The table of commands: what each is called, and its example. */
const table = Array.from(
  readme.matchAll(/^\| `([a-z-]+)[^`]*` +\|.*\| `([a-z][^`]*)` *\|$/gm),
  ([, name = '', example = '']) => ({ name, example }),
)

const shell = async (command: string, cwd: string) => {
  const env = { ...process.env, NODE_ENV: '', NO_COLOR: '1', TELEGRAM_BOT_TOKEN: '' }
  const ran = promisify(execFile)('sh', ['-c', command], { cwd, env, maxBuffer: 2 ** 26 })
  return (await ran).stdout
}

test('the README tells each command of the bot', () => {
  const told = new Set(Array.from(readme.matchAll(/`\/([a-z]+)/g), ([, name]) => name))
  for (const name of Object.values(groups).flat()) expect(told).toContain(name)
})

/** A reader's own checkout; the README is followed in it from top to bottom. */
let desk: Project
let folder: string
/** Files that examples leave beside the checkout's data, and refuse to write over. */
const leavings = ['data/evidence-63.tar.gz', 'data/copy.db']
const tidy = () => {
  for (const file of leavings) rmSync(file, { force: true })
}
beforeAll(async () => {
  tidy()
  folder = mkdtempSync(path.join(tmpdir(), 'intake-'))
  desk = await makeProjectIn(folder)
})
afterAll(() => {
  tidy()
  rmSync(folder, { recursive: true })
})

describe('who follows the README from top to bottom', () => {
  test(
    'starts it, sees the wire fill, and stops it with code 0',
    async () => {
      expect(commands[0]).toBe('npm ci && npm start')
      const npm = startNpm(desk)
      await npm.until(/drafts written to the outbox/)
      npm.process.kill('SIGTERM')
      expect((await npm.exit).code).toBe(0)
      expect(existsSync(path.join(desk.root, 'outbox/index.html'))).toBe(true)
    },
    longMs,
  )

  test('has one command for the tests, the one that CI runs', () => {
    expect(commands.filter((command) => !command.includes('intake'))).toEqual([
      'npm ci && npm start',
      testCommand,
    ])
    expect(readFileSync('.ci/run', 'utf8').split('\n')).toContain(testCommand)
  })

  test.each(commands.filter((command) => command.startsWith('npm run -s intake')))(
    'gets an answer: %s',
    async (command) => {
      expect(await shell(command, desk.root)).not.toBe('')
    },
    longMs,
  )

  test('runs every other command there is', () => {
    expect(commands.filter((command) => !/^npm (run -s intake|ci && npm) /.test(command))).toEqual(
      [],
    )
  })
})

describe('the output that it shows', () => {
  const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
  const shown = blocks('text')
    .filter((block) => /origins? ·|first-hand/.test(block))
    .flatMap(linesOf)
    .filter((line) => line.trim() !== '…')

  test(
    'is what the commands print',
    async () => {
      let printed = ''
      for (const command of ['wire --hours 100000 --limit 200', 'story 85', 'story 63'])
        printed += await shell(`npm run -s intake -- ${command}`, desk.root)
      const lines = new Set(linesOf(plain(printed)))
      expect(shown.length).toBeGreaterThan(15)
      expect(shown.filter((line) => !lines.has(line))).toEqual([])
    },
    longMs,
  )
})

describe('the table of commands', () => {
  test('names each command that --help names, and no other', async () => {
    const { out } = await run(desk, ['--help'])
    const offered = Array.from(out.matchAll(/^ {2}([a-z][a-z-]*) /gm), ([, name]) => name ?? '')
    expect(table.map(({ name }) => name).sort()).toEqual(
      offered.filter((name) => name !== 'help').sort(),
    )
  })

  test.each(table.filter(({ name }) => name !== 'run'))(
    'has an example that works: $example',
    async ({ name, example }) => {
      const [command, ...args] = example.replaceAll("'", '').split(' ')
      expect(command).toBe(name)
      const { code, out, err } = await run(desk, [name, ...args])
      expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
      expect(out).not.toBe('')
    },
    longMs,
  )

  test(
    'has an example that listens until it is stopped',
    async () => {
      const example = table.find(({ name }) => name === 'run')?.example.split(' ') ?? []
      const listening = start('npm', ['run', '-s', 'intake', '--', ...example], desk.root)
      await listening.until(/drafts written to the outbox/)
      listening.process.kill('SIGTERM')
      expect((await listening.exit).code).toBe(0)
      expect(existsSync(path.join(desk.root, 'data/try-outbox/index.html'))).toBe(true)
    },
    longMs,
  )
})

describe('what it says of files', () => {
  test('is a configuration that holds', () => {
    const shipped = readFileSync('config/intake.yaml', 'utf8')
    const desks = `desk: ${JSON.stringify((parse(shipped) as { desk: unknown }).desk)}\n`
    const examples = blocks('yaml')
    const config = checkConfig('README.md', desks + examples.join(''))
    expect(config.channels).toHaveLength(4)
    expect(config.export.targets).toHaveLength(1)
  })

  test(
    'is a format that import reads whole',
    async () => {
      const file = path.join(desk.root, 'posts.jsonl')
      writeFileSync(file, blocks('jsonl').join(''))
      const db = path.join(desk.root, 'posts.db')
      const { out } = await run(desk, ['import', file, '--db', db, '--json'])
      expect(JSON.parse(out)).toMatchObject({ stored: 2, deleted: 1, quarantined: 0 })
    },
    longMs,
  )

  test(
    'names the members of each row that dump writes',
    async () => {
      const rows = Array.from(readme.matchAll(/^\| `(signals|links|stories)` +\|(.*)\|$/gm))
      expect(rows).toHaveLength(3)
      for (const [, kind = '', cells = ''] of rows) {
        const { out } = await run(desk, ['dump', kind])
        const named = Array.from(cells.matchAll(/`(\w+)`/g), ([, member]) => member)
        expect(named).toEqual(Object.keys(JSON.parse(linesOf(out)[0] ?? '{}') as object))
      }
    },
    longMs,
  )

  test('leads to files that are there', () => {
    const links = Array.from(readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g), ([, to]) => to ?? '')
    expect(links).toContain('docs/stub.png')
    expect(links.filter((to) => !existsSync(to))).toEqual([])
    const folders = Array.from(readme.matchAll(/`((?:src|test|data|config)\/[\w./-]*)`/g))
    expect(folders.map(([, at]) => at ?? '').filter((at) => !existsSync(at))).toEqual([])
  })
})
