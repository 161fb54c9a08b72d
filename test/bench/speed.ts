import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { analysePending } from '../../src/intake/analyse.ts'
import { ingest } from '../../src/intake/ingest.ts'
import { restoreEngine } from '../../src/intake/restore.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { readers } from '../../src/sources/readers.ts'
import { openArchive } from '../../src/store/archive.ts'
import { bareInsertSeconds } from './bare-insert.ts'
import { generatePosts, lastPostAt } from './generate.ts'
import { printTable, round } from './report.ts'

/** Posts a payload; a tenth of the rows at most, so that tenths can be told apart. */
const chunkOf = (rows: number) => Math.min(1000, Math.floor(rows / 10))
const leastRows = 500
const windowDays = 60
const searches = 400

/** How fast a long import is beside a bare insert of the same rows, and whether it stays so. */
export async function benchSpeed(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string', default: '50000' } },
  })
  const rows = Number(values.rows)
  if (!Number.isSafeInteger(rows) || rows < leastRows)
    throw new Error(`--rows takes a number of at least ${leastRows}.`)
  const folder = mkdtempSync(join(tmpdir(), 'intake-speed-'))
  try {
    const limitSeconds = bareInsertSeconds(
      join(folder, 'bare.db'),
      generatePosts(rows),
      chunkOf(rows),
    )
    return await measure(folder, rows, rows / limitSeconds)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(folder: string, rows: number, limitPerSecond: number) {
  const archive = openArchive(join(folder, 'intake.db'))
  const channels = new ChannelBook([])
  const engine = await createEngine(channels)
  const rssBefore = process.memoryUsage().rss
  const tenths = await importAll(archive, channels, engine, rows)
  const rssAfter = process.memoryUsage().rss
  const search = await timeSearches(archive)
  const reloadStart = performance.now()
  await restoreEngine(archive, await createEngine(channels), {
    windowDays,
    now: lastPostAt(rows),
  })
  const reloadSeconds = (performance.now() - reloadStart) / 1000
  archive.close()
  const seconds = tenths.reduce((total, tenth) => total + tenth, 0)
  const intakePerSecond = rows / seconds
  const figures = {
    n: rows,
    ...round({
      limitPerSecond: Math.round(limitPerSecond),
      intakePerSecond: Math.round(intakePerSecond),
      ratio: intakePerSecond / limitPerSecond,
      // The rate over the last tenth beside that over the second.
      ratioAtEnd: (tenths[1] ?? 0) / (tenths.at(-1) ?? 1),
      ...search,
      rssMb: Math.round(rssAfter / 1_048_576),
      bytesPerSignal: Math.round((rssAfter - rssBefore) / rows),
      reloadSeconds,
    }),
  }
  printTable([['', 'figure'], ...Object.entries(figures)])
  return figures
}

async function createEngine(channels: ChannelBook): Promise<Engine> {
  const tools = createToolkit(await loadGazetteer(), channels)
  return new Engine({
    tools,
    channels,
    windowDays,
    windowSignals: 50_000,
    storyHours: 36,
    founders: new Map(),
    nextStory: 1,
  })
}

async function drain(steps: AsyncIterable<unknown>): Promise<void> {
  const iterator = steps[Symbol.asyncIterator]()
  for (let step = await iterator.next(); step.done !== true; step = await iterator.next());
}

/** Seconds for each tenth of the rows. */
async function importAll(
  archive: Archive,
  channels: ChannelBook,
  engine: Engine,
  rows: number,
): Promise<number[]> {
  const context = { readers, channels, members: [] }
  const tenths = new Array<number>(10).fill(0)
  let done = 0
  for (const posts of chunksOf(generatePosts(rows), chunkOf(rows))) {
    const body = posts.map((post) => JSON.stringify(post)).join('\n')
    const start = performance.now()
    const payload = {
      source: 'bench',
      kind: 'jsonl',
      receivedAt: '2100-01-01T00:00:00Z',
      body,
    } as const
    await ingest(archive, { payload }, context)
    await drain(analysePending(archive, engine))
    const tenth = Math.floor((done * 10) / rows)
    tenths[tenth] = (tenths[tenth] ?? 0) + (performance.now() - start) / 1000
    done += posts.length
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${rows} posts`)
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  return tenths
}

function* chunksOf(posts: Iterable<RawPost>, chunk: number): Generator<RawPost[]> {
  let held: RawPost[] = []
  for (const post of posts) {
    held.push(post)
    if (held.length < chunk) continue
    yield held
    held = []
  }
  if (held.length > 0) yield held
}

async function timeSearches(archive: Archive) {
  const words = Array.from(generatePosts(searches, 11), ({ text }) => text.split(' ')[2] ?? '')
  const times: number[] = []
  for (const word of words) {
    const start = performance.now()
    await archive.search.find({ words: word, limit: 10, offset: 0 })
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return {
    searchP50Ms: times[Math.floor(times.length * 0.5)] ?? 0,
    searchP99Ms: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}
