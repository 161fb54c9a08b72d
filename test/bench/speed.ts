import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { analysePending } from '../../src/intake/analyse.ts'
import { ReadAhead } from '../../src/intake/read-ahead.ts'
import { ingest } from '../../src/intake/ingest.ts'
import { restoreEngine } from '../../src/intake/restore.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { readers } from '../../src/sources/readers.ts'
import { openArchive } from '../../src/store/archive.ts'
import { bareInsertSeconds } from './bare-insert.ts'
import { generatePosts } from './generate.ts'
import { heapBytes } from './heap.ts'
import { printTable, round } from './report.ts'
import { loadVocabularies } from './vocabulary.ts'

/** Posts a payload; a tenth of the rows at most, so that tenths can be told apart. */
const chunkOf = (rows: number) => Math.min(5000, Math.floor(rows / 10))
const leastRows = 500
const windowDays = 60
/** Growth of memory is that of the window until it is full, so that few rows ask for a small one. */
const windowSignals = '50000'
const searches = 400

/** How fast a long import is beside a bare insert of the same rows, and whether it stays so. */
export async function benchSpeed(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rows: { type: 'string', default: '50000' },
      window: { type: 'string', default: windowSignals },
    },
  })
  const rows = Number(values.rows)
  if (!Number.isSafeInteger(rows) || rows < leastRows)
    throw new Error(`--rows takes a number of at least ${leastRows}.`)
  const vocabularies = await loadVocabularies()
  const posts = () => generatePosts(rows, vocabularies)
  const folder = mkdtempSync(join(tmpdir(), 'intake-speed-'))
  try {
    const limitSeconds = bareInsertSeconds(join(folder, 'bare.db'), posts(), chunkOf(rows))
    const searched = Array.from(generatePosts(searches, vocabularies, 11), ({ text }) => text)
    const work = { rows, posts: posts(), searched, windowSignals: Number(values.window) }
    return await measure(folder, work, rows / limitSeconds)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Work {
  rows: number
  posts: Iterable<RawPost>
  /** Texts to take words from that are searched for. */
  searched: readonly string[]
  /** Most signals that the engine keeps. */
  windowSignals: number
}

async function measure(folder: string, work: Work, limitPerSecond: number) {
  const { rows, posts, searched, windowSignals } = work
  const archive = openArchive(join(folder, 'intake.db'))
  const channels = new ChannelBook([])
  const engine = await createEngine(channels, windowSignals)
  const readAhead = new ReadAhead({ channels, engine })
  const { tenths, lastAt } = await importAll(archive, { channels, engine, readAhead, posts, rows })
  readAhead.close()
  const search = await timeSearches(archive, searched)
  const rssMb = Math.round(process.memoryUsage().rss / 1_048_576)
  const reloadStart = performance.now()
  await restoreEngine(archive, await createEngine(channels, windowSignals), {
    windowDays,
    windowSignals,
    now: new Date(lastAt),
  })
  const reloadSeconds = (performance.now() - reloadStart) / 1000
  archive.close()
  const [second, last] = [tenths[1], tenths[9]]
  if (second === undefined || last === undefined) throw new Error('fewer than ten tenths')
  const intakePerSecond = rows / tenths.reduce((total, { seconds }) => total + seconds, 0)
  const figures = {
    n: rows,
    ...round({
      limitPerSecond: Math.round(limitPerSecond),
      intakePerSecond: Math.round(intakePerSecond),
      ratio: intakePerSecond / limitPerSecond,
      // The rate over the last tenth beside that over the second.
      ratioAtEnd: second.seconds / last.seconds,
      // The same by the processor's time, which other programs on the machine do not lengthen.
      cpuRatioAtEnd: second.cpuSeconds / last.cpuSeconds,
      ...search,
      rssMb,
      // What every signal after the second tenth left in memory.
      bytesPerSignal: Math.round((last.heapBytes - second.heapBytes) / (rows * 0.8)),
      reloadSeconds,
    }),
  }
  printTable([['', 'figure'], ...Object.entries(figures)])
  return figures
}

async function createEngine(channels: ChannelBook, windowSignals: number): Promise<Engine> {
  const tools = createToolkit(await loadGazetteer(), channels)
  return new Engine({
    tools,
    channels,
    windowDays,
    windowSignals,
    storyHours: 36,
    nextStory: 1,
  })
}

async function drain(steps: AsyncIterable<unknown>): Promise<void> {
  const iterator = steps[Symbol.asyncIterator]()
  for (let step = await iterator.next(); step.done !== true; step = await iterator.next());
}

/** How long a tenth of the rows took, and what is in memory after it. */
interface Tenth {
  seconds: number
  /** Of all threads. */
  cpuSeconds: number
  heapBytes: number
}

interface ImportWork extends Pick<Work, 'rows' | 'posts'> {
  channels: ChannelBook
  engine: Engine
  readAhead: ReadAhead
}

async function importAll(archive: Archive, work: ImportWork) {
  const { channels, engine, readAhead, posts, rows } = work
  const context = { readers, channels, members: () => [] }
  const tenths: Tenth[] = []
  let done = 0
  let lastAt = ''
  let seconds = 0
  let cpuSeconds = 0
  for (const some of chunksOf(posts, chunkOf(rows))) {
    const body = some.map((post) => JSON.stringify(post)).join('\n')
    const start = performance.now()
    const cpuStart = process.cpuUsage()
    const payload = {
      source: 'bench',
      kind: 'jsonl',
      receivedAt: '2100-01-01T00:00:00Z',
      body,
    } as const
    await ingest(archive, { payload }, context)
    await drain(analysePending(archive, engine, { readAhead }))
    seconds += (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(cpuStart)
    cpuSeconds += (user + system) / 1e6
    done += some.length
    lastAt = some.at(-1)?.at ?? lastAt
    const isTenth = done >= (rows * (tenths.length + 1)) / 10
    if (isTenth) {
      tenths.push({ seconds, cpuSeconds, heapBytes: heapBytes() })
      seconds = 0
      cpuSeconds = 0
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${rows} posts`)
    else if (isTenth)
      process.stderr.write(
        `${done} of ${rows} posts; ${tenths.at(-1)?.cpuSeconds.toFixed(0)} s of the processor for the last tenth\n`,
      )
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  return { tenths, lastAt }
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

async function timeSearches(archive: Archive, texts: readonly string[]) {
  const words = texts.map((text) => text.split(' ')[2] ?? '')
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
