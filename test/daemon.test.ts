import { rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { pause } from '../src/lib/pause.ts'
import type { Stub } from '../src/model/stub.ts'
import { openArchive } from '../src/store/archive.ts'
import { makeProject, type Project, start, startDaemon, startNpm } from './helpers/project.ts'

const longMs = 120_000

/** The dump of everything that an archive holds. */
async function contents({ root }: Project) {
  const archive = openArchive(path.join(root, 'data/intake.db'))
  try {
    const stubs: Stub[] = []
    for await (const some of archive.stubs.all(100)) stubs.push(...some)
    const stories = await archive.analysis.wire({ limit: 1000 })
    return { signals: await archive.signals.count(), stories, stubs }
  } finally {
    archive.close()
  }
}

async function outboxOf({ root }: Project): Promise<Record<string, string>> {
  const outbox = path.join(root, 'outbox')
  const names = await readdir(outbox, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile())
  const pairs = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name)
    return [path.relative(outbox, file), await readFile(file, 'utf8')] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

/** Waits until the daemon has judged and drafted the whole sample. */
async function settled({ root }: Project): Promise<void> {
  const end = Date.now() + 60_000
  for (let done = false; !done;) {
    if (Date.now() > end) throw new Error('The sample was not judged and drafted in time.')
    await pause(200)
    const archive = openArchive(path.join(root, 'data/intake.db'))
    const isFull = (await archive.signals.count()) > 140
    const waiting = await archive.signals.unanalysed(1)
    const undrafted = await archive.stubs.undrafted()
    done = isFull && waiting.length + undrafted.length === 0
    archive.close()
  }
}

const refused = /! (?:preview|feed):/

describe('the daemon', () => {
  test(
    'fills the wire from the sample without network, with one line for each unreachable channel',
    async () => {
      const project = await makeProject()
      const daemon = startDaemon(project)
      await settled(project)
      await daemon.until(refused, 12)
      daemon.process.kill('SIGTERM')
      expect(await daemon.exit).toEqual({ code: 0, signal: null })
      const { signals, stories, stubs } = await contents(project)
      expect(signals).toBeGreaterThan(140)
      expect(new Set(stories.map(({ sourcing }) => sourcing))).toContain('echoed')
      expect(stubs.length).toBeGreaterThan(10)
      expect(Object.keys(await outboxOf(project))).toHaveLength(stubs.length * 3 + 1)
      const output = daemon.output()
      expect(output).toMatch(/listens to 12 files, 10 preview pages, 2 feeds; the bot is off/)
      expect(output).toContain('npm run -s intake -- wire')
      expect(output).toMatch(/ echoed +1 origin \/ \d channels +\S/)
      expect(output).not.toMatch(/^ +at /m)
      for (const line of output.split('\n').filter((text) => text.includes('! '))) {
        expect(output.split(line)).toHaveLength(2)
      }
    },
    longMs,
  )

  test(
    'started again stores and drafts nothing twice, and writes what is missing in the outbox',
    async () => {
      const project = await makeProject()
      const first = startDaemon(project)
      await settled(project)
      first.process.kill('SIGTERM')
      await first.exit
      const before = await contents(project)
      const files = await outboxOf(project)
      const gone = Object.keys(files).find((file) => file.endsWith('stub.md')) ?? ''
      rmSync(path.join(project.root, 'outbox', path.dirname(gone)), { recursive: true })

      const second = startDaemon(project)
      await second.until(/1 draft that was missing is/)
      await second.until(refused, 12)
      second.process.kill('SIGINT')
      expect(await second.exit).toEqual({ code: 0, signal: null })
      expect(await contents(project)).toEqual(before)
      expect(await outboxOf(project)).toEqual(files)
      expect(second.output()).not.toMatch(/\d new/)
    },
    longMs,
  )

  test(
    'killed at any moment, it ends up where an undisturbed one does',
    async () => {
      const [killed, undisturbed] = [await makeProject(), await makeProject()]
      for (const pattern of [/\d new/, /desk_tzafon/, / echoed /]) {
        const daemon = startDaemon(killed)
        await daemon.until(pattern).catch(() => undefined)
        daemon.process.kill('SIGKILL')
        await daemon.exit
      }
      for (const project of [killed, undisturbed]) {
        const daemon = startDaemon(project)
        await settled(project)
        daemon.process.kill('SIGTERM')
        await daemon.exit
      }
      const [a, b] = [await contents(killed), await contents(undisturbed)]
      expect(a.signals).toBe(b.signals)
      const claims = ({ stories }: typeof a) =>
        stories.map(({ signals, sourcing }) => `${sourcing} ${signals.join(' ')}`).sort()
      expect(claims(a)).toEqual(claims(b))
      expect(a.stubs.length).toBe(b.stubs.length)
      expect(Object.keys(await outboxOf(killed))).toHaveLength(a.stubs.length * 3 + 1)
    },
    longMs,
  )

  test(
    'npm start passes a stop on, and both end with code 0',
    async () => {
      const project = await makeProject()
      const npm = startNpm(project)
      await npm.until(/npm run -s intake -- wire/)
      npm.process.kill('SIGTERM')
      expect((await npm.exit).code).toBe(0)
      expect(npm.output()).toContain('Stopped: everything that came in is stored')
    },
    longMs,
  )

  test(
    'a second one is refused the database, with the process that has it',
    async () => {
      const project = await makeProject()
      const first = startDaemon(project)
      await first.until(/listens to/)
      const second = startDaemon(project)
      expect(await second.exit).toEqual({ code: 1, signal: null })
      expect(second.output()).toContain(`in use by the daemon (process ${first.process.pid ?? 0})`)
      first.process.kill('SIGTERM')
      expect((await first.exit).code).toBe(0)
    },
    longMs,
  )

  test(
    'a broken configuration ends it with every problem, and code 1',
    async () => {
      const project = await makeProject((yaml) =>
        yaml.replace('timezone: Asia/Jerusalem', 'timezone: Mars'),
      )
      const daemon = startDaemon(project)
      expect((await daemon.exit).code).toBe(1)
      expect(daemon.output()).toMatch(/config\/intake\.yaml:\d+: desk\.timezone/)
    },
    longMs,
  )

  test(
    'takes its configuration from its place, and no options',
    async () => {
      const project = await makeProject()
      const daemon = start(
        process.execPath,
        ['--import', 'tsx', 'src/daemon.ts', '--db', 'x'],
        project.root,
      )
      expect((await daemon.exit).code).toBe(2)
      expect(daemon.output()).toContain('npm run -s intake -- run')
    },
    longMs,
  )

  test(
    'logs JSON in production',
    async () => {
      const project = await makeProject()
      const { root } = project
      const daemon = start(
        'env',
        ['NODE_ENV=production', process.execPath, '--import', 'tsx', 'src/daemon.ts'],
        root,
      )
      await daemon.until(/listens to/)
      daemon.process.kill('SIGTERM')
      await daemon.exit
      const lines = daemon.output().trim().split('\n')
      for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level')
    },
    longMs,
  )
})
