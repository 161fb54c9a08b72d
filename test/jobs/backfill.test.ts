import { expect, onTestFinished, test } from 'vitest'
import { ingest } from '../../src/intake/ingest.ts'
import { pollSource, SourceHealth, type PollDeps } from '../../src/jobs/poll-source.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { createLogger } from '../../src/lib/logger.ts'
import { Pace } from '../../src/lib/pace.ts'
import { readers } from '../../src/sources/readers.ts'
import { PreviewSource } from '../../src/sources/telegram/telegram-preview.ts'
import { startPreviewSite } from '../sources/preview-site.ts'
import { tempArchive } from '../helpers/temp-archive.ts'

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_each, index) => from + index)

/** A desk that listens to one channel of a local preview site. */
async function listenTo(ids: number[]) {
  const site = await startPreviewSite('alpha', ids)
  onTestFinished(() => site.server.close())
  const archive = tempArchive()
  const channels = new ChannelBook([
    {
      id: 'alpha',
      title: 'Alpha',
      outlet: false,
      aliases: [],
      languages: [],
      reliability: 'F',
      nameable: false,
    },
  ])
  const preview = { baseUrl: site.server.url, backfillPosts: 0, rereadPages: 1, delaySeconds: 0 }
  const pace = new Pace(0)
  const source = new PreviewSource({
    channel: 'alpha',
    name: 'alpha',
    preview,
    pace,
    allowPrivate: true,
  })
  let minute = 0
  const deps: PollDeps = {
    stats: archive.stats,
    cursor: (name) => archive.journal.cursor(name),
    missing: (name) => archive.gaps.toFill(name),
    ingest: (delivery) => ingest(archive, delivery, { readers, channels, members: () => [] }),
    onChange: () => undefined,
    clock: () => new Date(Date.UTC(2026, 0, 2, 0, (minute += 1))),
    logger: createLogger({ level: 'error', format: 'lines', secrets: [], write: () => undefined }),
  }
  const health = new SourceHealth()
  const poll = () => pollSource(source, health, deps, new AbortController().signal)
  return { site, archive, poll }
}

test('an outage of a page is told while it lasts, and closed when the pages between were read', async () => {
  const { site, archive, poll } = await listenTo(range(1, 30))
  await poll()
  expect(await archive.gaps.list({ limit: 9 })).toEqual([])

  site.instead = { status: 503, body: 'away' }
  await poll()
  await poll()
  expect(await archive.gaps.list({ limit: 9, open: true })).toMatchObject([
    { kind: 'failed', channel: 'alpha', fault: expect.stringContaining('503') as string },
  ])

  for (const id of range(31, 95)) site.posts.set(id, `Post number ${id}`)
  site.instead = undefined
  await poll()
  const gaps = await archive.gaps.list({ limit: 9 })
  expect(gaps).toMatchObject([
    { kind: 'unread', ids: { from: 31, to: 75 }, arrived: 45 },
    { kind: 'failed' },
  ])
  expect(
    gaps.every(({ closedAt, missing }) => closedAt !== undefined && missing.length === 0),
  ).toBe(true)
})

test('pages between that could not be read are asked for again by the next poll', async () => {
  const { site, archive, poll } = await listenTo(range(1, 10))
  await poll()
  for (const id of range(11, 60)) site.posts.set(id, `Post number ${id}`)
  // The stored cursor says that nothing is left to be walked through.
  const cursor = JSON.stringify({ last: 60, walks: [] })
  const page = await archive.journal.append({
    source: 'preview:alpha',
    kind: 'telegram-preview',
    receivedAt: '2026-01-02T00:00:00Z',
    body: 'newest page',
  })
  await archive.signals.commit({
    journal: page,
    posts: [],
    rejected: [],
    ignored: 0,
    source: 'preview:alpha',
    cursor,
    coverage: [{ channel: 'alpha', from: 50, to: 60, collected: true }],
    seenAt: '2026-01-02T00:00:00Z',
  })
  expect(await archive.gaps.list({ limit: 9, open: true })).toMatchObject([
    { missing: [{ from: 11, to: 49 }] },
  ])
  await poll()
  expect(await archive.gaps.list({ limit: 9 })).toMatchObject([{ kind: 'unread', arrived: 39 }])
  expect(await archive.gaps.counts()).toMatchObject({ unread: 0 })
})
