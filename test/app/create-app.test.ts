import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { App } from '../../src/app/app.ts'
import { createApp } from '../../src/app/create-app.ts'
import { loadConfig } from '../../src/config/load.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Delivery } from '../../src/model/delivery.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { makeProject, type Project } from '../helpers/project.ts'

const at = (minute: number) => `2026-07-10T10:${String(minute).padStart(2, '0')}:00Z`

const text =
  'An explosion hit the fuel depot north of Kherson overnight; firefighters say 12 people were wounded and the road is closed.'

/** One channel says it and another copies it: a story above the bar. */
const told: readonly RawPost[] = [
  { channel: 'alpha', id: 1, at: at(0), text },
  { channel: 'beta', id: 7, at: at(5), text },
]

const deliver = (posts: readonly RawPost[]): Delivery => ({
  payload: {
    source: 'file:test',
    kind: 'jsonl',
    receivedAt: '2026-07-20T12:00:00Z',
    body: posts.map((post) => JSON.stringify(post)).join('\n'),
  },
})

async function openApp({ config: file }: Project): Promise<{ app: App; lines: string[] }> {
  const lines: string[] = []
  const { config, secrets } = loadConfig(file, {})
  const logger = createLogger({
    level: 'info',
    format: 'lines',
    secrets: [],
    write: (line) => lines.push(line),
  })
  const clock = () => new Date('2026-07-20T12:00:00Z')
  const app = await createApp(config, secrets, { logger, clock, holder: 'a test' })
  onTestFinished(() => {
    app.close()
  })
  return { app, lines }
}

async function finish(app: App): Promise<void> {
  for await (const step of app.analyst.run()) expect(step).toHaveProperty('signals')
}

const outboxOf = ({ root }: Project) =>
  existsSync(path.join(root, 'outbox')) ? readdirSync(path.join(root, 'outbox')).sort() : []

describe('the desk put together', () => {
  test('takes a post from delivery to story, stub and file', async () => {
    const project = await makeProject()
    const { app } = await openApp(project)
    await app.ingest(deliver(told))
    await finish(app)
    const [story] = await app.archive.analysis.wire({ limit: 10 })
    expect(story).toMatchObject({ signals: ['alpha/1', 'beta/7'], sourcing: 'echoed' })
    expect(await app.archive.stubs.get(story?.story ?? 0)).toMatchObject({ sourcing: 'echoed' })
    expect(outboxOf(project)).toEqual([expect.stringMatching(/^1-/), 'index.html'])
  })

  test('stores what a crash left in the journal', async () => {
    const project = await makeProject()
    const { app } = await openApp(project)
    await app.archive.journal.append(deliver(told).payload)
    const { outcomes, failed } = await app.recover()
    expect(outcomes.flatMap(({ stored }) => stored)).toEqual(['alpha/1', 'beta/7'])
    expect(failed).toEqual([])
    expect((await app.recover()).outcomes).toEqual([])
  })

  test('stores what a fault left in the journal of one source, and leaves the others alone', async () => {
    const project = await makeProject()
    const { app } = await openApp(project)
    const { payload } = deliver(told)
    await app.archive.journal.append(payload)
    expect((await app.recover('preview:other')).outcomes).toEqual([])
    expect((await app.recover(payload.source)).outcomes).toHaveLength(1)
  })

  test('a crash between judging and drafting loses no draft', async () => {
    const project = await makeProject()
    const first = await openApp(project)
    await first.app.ingest(deliver(told))
    for await (const step of first.app.analyst.run()) if (step.signals > 0) break
    first.app.close()
    expect(outboxOf(project)).toEqual([])

    const { app } = await openApp(project)
    await finish(app)
    expect(outboxOf(project)).toHaveLength(2)
  })

  test('a draft that could not be written to the outbox is written when it can be', async () => {
    const project = await makeProject()
    const { app } = await openApp(project)
    const outbox = path.join(project.root, 'outbox')
    writeFileSync(outbox, 'in the way')
    await app.ingest(deliver(told))
    await expect(finish(app)).rejects.toThrow(/outbox/)
    rmSync(outbox)
    await finish(app)
    expect(outboxOf(project)).toHaveLength(2)
  })

  test('a restart goes on with the memory of what was judged before', async () => {
    const project = await makeProject()
    const first = await openApp(project)
    await first.app.ingest(deliver(told.slice(0, 1)))
    await finish(first.app)
    first.app.close()

    const { app } = await openApp(project)
    await app.ingest(deliver(told.slice(1)))
    await finish(app)
    const stories = await app.archive.analysis.wire({ limit: 10 })
    expect(stories.map(({ signals }) => signals)).toEqual([['alpha/1', 'beta/7']])
    expect((await app.archive.analysis.linksFrom(['beta/7'])).map(({ to }) => to)).toEqual([
      'alpha/1',
    ])
  })

  test.each([
    ['when a restart finds more of it', true],
    ['when more of it comes in without a restart', false],
  ])('a story keeps the signals that left the window %s', async (_, restarts) => {
    const project = await makeProject((yaml) => yaml.replace('windowDays: 400', 'windowDays: 1'))
    const old = told.map((post) => ({ ...post, at: post.at.replace('2026', '2024') }))
    const origin = { channel: 'alpha', id: 1 }
    const late = { channel: 'gamma', id: 3, at: at(30), text, forwardedFrom: origin }
    const unrelated = { channel: 'delta', id: 9, at: '2026-07-10T20:00:00Z', text: 'Nothing else.' }
    const copy = { channel: 'delta', id: 10, at: '2026-07-10T21:00:00Z', text }
    let { app } = await openApp(project)
    for (const posts of [old, [late], [unrelated], [copy]]) {
      await app.ingest(deliver(posts))
      await finish(app)
      if (!restarts) continue
      app.close()
      app = (await openApp(project)).app
    }
    const stories = await app.archive.analysis.wire({ limit: 10 })
    const story = stories.find(({ signals }) => signals.includes('alpha/1'))
    expect(story?.signals).toEqual(['alpha/1', 'beta/7', 'gamma/3', 'delta/10'])
    expect(story?.origins.map(({ origin: end }) => end)).toEqual(['ch:alpha'])
  })

  test('an edit and a deletion change the draft by themselves', async () => {
    const project = await makeProject()
    const { app } = await openApp(project)
    await app.ingest(deliver(told))
    await finish(app)
    const before = await app.archive.stubs.get(1)
    const gone = told.map((post) => ({ ...post, deletedAt: at(50) }))
    await app.ingest(deliver(gone))
    await finish(app)
    const after = await app.archive.stubs.get(1)
    expect(after?.sourcing).toBe('withdrawn')
    expect(after?.version).toBe((before?.version ?? 0) + 1)
    expect((await app.archive.analysis.history(1)).map(({ sourcing }) => sourcing)).toEqual([
      'echoed',
      'withdrawn',
    ])
  })

  test('tells of an archive of dispatches that is not there, and goes on', async () => {
    const project = await makeProject((yaml) => yaml.replace('dispatches.jsonl', 'nowhere.jsonl'))
    const { lines } = await openApp(project)
    expect(lines).toEqual([
      expect.stringMatching(/! .*nowhere\.jsonl \(paths\.archive\) can't be read/),
    ])
  })

  test('keeps a second writer out, and lets readers in', async () => {
    const project = await makeProject()
    await openApp(project)
    await expect(openApp(project)).rejects.toThrow(/in use by a test \(process \d+\)/)
  })
})
