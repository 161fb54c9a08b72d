import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { pause } from '../../src/lib/pause.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { LocalTelegram } from '../helpers/telegram/local-telegram.ts'
import { generatePosts } from './generate.ts'
import { reader } from './grown-desk.ts'
import { type Measured, startMeasured } from './measured-desk.ts'
import { percentiles } from './percentiles.ts'
import { printTable, round } from './report.ts'
import { type SoakChannel, startSoakWorld, type SoakWorld } from './soak-world.ts'
import { loadVocabularies } from './vocabulary.ts'

const channelCount = 500
/** A busy channel's; times 100 for all of them that makes 11.6 posts a second. */
const postsOfDay = 20
const times = 100
const postGapMs = 86_400_000 / (postsOfDay * channelCount * times)
const pollSeconds = 20
const askEveryMs = 1000
const measures = 20
/** Of the measures, so many are warm-up. */
const warmUp = 8
/** Full before the warm-up ends: a window that still fills takes 10 KB a signal, and hides what else grows. */
const windowSignals = 1000
const endPatienceMs = 120_000
const questions = [
  '/wire',
  '/search the',
  '/search в',
  '/status',
  '/channels',
  '/drafts',
  '/story 7',
]

/** Lets 500 channels post at 100 times their usual rate for a while, and watches what it costs. */
export async function benchSoak(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: { minutes: { type: 'string', default: '10' } },
  })
  const lastsMs = Number(values.minutes) * 60_000
  const root = mkdtempSync(join(tmpdir(), 'intake-soak-'))
  const telegram = await LocalTelegram.start()
  const world = await startSoakWorld(telegram)
  const channels = Array.from({ length: channelCount }, (_, number): SoakChannel => {
    const kind = number % 10 === 9 ? 'bot' : number % 10 > 6 ? 'feed' : 'preview'
    return { id: `soak_${number}`, kind }
  })
  const config = writeConfig(root, channels, { url: world.url, apiRoot: telegram.api.url })
  const texts = generatePosts(10_000_000, await loadVocabularies())
  const desk = startMeasured(config, telegram.api.token)
  try {
    const person = telegram.person(reader.id, reader.name)
    await person.ask('/help')
    const stopping = new AbortController()
    const { signal } = stopping
    const posting = post(world, channels, texts, signal)
    const asking = ask(telegram, person, signal)
    const pollsBefore = sum(world.polls().values())
    const taken: (Measured & { minute: number })[] = []
    const beganMs = performance.now()
    for (let step = 1; step <= measures; step += 1) {
      await pause(beganMs + (lastsMs * step) / measures - performance.now())
      const minute = (performance.now() - beganMs) / 60_000
      taken.push({ minute, ...(await desk.measure()) })
    }
    const seconds = (performance.now() - beganMs) / 1000
    const polls = sum(world.polls().values()) - pollsBefore
    stopping.abort()
    await posting
    const replies = percentiles(await asking)
    const database = join(root, 'data/intake.db')
    const stored = await waitForAll(database, world)
    const polled = channels.filter(({ kind }) => kind !== 'bot').length
    const figures = {
      minutes: Number(values.minutes),
      channels: channelCount,
      postsPerSecond: sum(world.served().values()) / seconds,
      served: sum(world.served().values()),
      ...stored,
      judgedPerSecond: (sum(world.served().values()) - stored.backlog) / seconds,
      pollsDue: Math.floor(seconds / pollSeconds) * polled,
      polls,
      replies: replies.n,
      replyP50Ms: replies.p50Ms,
      replyP99Ms: replies.p99Ms,
      replyMaxMs: replies.maxMs,
      ...growth(taken),
    }
    const rounded = round(figures)
    printTable(Object.entries(rounded).map(([name, figure]) => [name, String(figure)]))
    return rounded
  } finally {
    await desk.stop()
    await world.close()
    await telegram.close()
    rmSync(root, { recursive: true, force: true })
  }
}

const sum = (numbers: Iterable<number>) => Array.from(numbers).reduce((all, one) => all + one, 0)

function writeConfig(
  root: string,
  channels: readonly SoakChannel[],
  { url, apiRoot }: { url: string; apiRoot: string },
): string {
  const source = ({ id, kind }: SoakChannel) => {
    if (kind === 'bot') return { kind: 'telegram-bot' }
    return kind === 'feed'
      ? { kind: 'feed', address: `${url}/feed/${id}` }
      : { kind: 'telegram-preview' }
  }
  const every = `*/${pollSeconds} * * * * *`
  const desk = { name: 'Desk', byline: 'The Desk', accountability: 'None.' }
  const config = {
    desk: { ...desk, timezone: 'UTC', digests: [], members: [reader] },
    channels: channels.map((channel) => ({
      id: channel.id,
      title: channel.id,
      source: source(channel),
    })),
    schedule: { preview: every, feed: every, jitterSeconds: 5 },
    preview: { baseUrl: url, delaySeconds: 0, rereadPages: 1 },
    bot: { apiRoot, pollSeconds: 1 },
    analysis: { windowSignals },
    network: { allowPrivate: true },
    log: { level: 'error' },
  }
  const file = join(root, 'intake.yaml')
  writeFileSync(file, JSON.stringify(config))
  return file
}

/** Channels post by turns, each what another maker of posts would say. */
async function post(
  world: SoakWorld,
  channels: readonly SoakChannel[],
  posts: Iterator<RawPost, void>,
  signal: AbortSignal,
): Promise<void> {
  const beganMs = performance.now()
  let count = 0
  while (!signal.aborted) {
    while (count * postGapMs < performance.now() - beganMs) {
      const channel = channels[(count * 7) % channels.length]
      const next = posts.next()
      if (channel === undefined || next.done === true) return
      world.post(channel, next.value.text, new Date())
      count += 1
    }
    await pause(postGapMs, signal)
  }
}

async function ask(
  telegram: LocalTelegram,
  person: ReturnType<LocalTelegram['person']>,
  signal: AbortSignal,
): Promise<number[]> {
  const taken: number[] = []
  for (let turn = 0; !signal.aborted; turn += 1) {
    telegram.mailbox.rest(reader.id)
    const beganMs = performance.now()
    await person.ask(questions[turn % questions.length] ?? '/wire')
    taken.push(performance.now() - beganMs)
    await pause(askEveryMs, signal)
  }
  return taken
}

/** What is stored of what was served, once nothing more comes; and what waits to be judged then. */
async function waitForAll(database: string, world: SoakWorld) {
  const db = new Database(database, { readonly: true })
  const counts = db.prepare<[], { name: string; signals: number }>(
    'SELECT name, signals FROM channels',
  )
  const waiting = db.prepare<[], number>('SELECT count(*) FROM unanalysed').pluck()
  const backlog = waiting.get() ?? 0
  const untilMs = performance.now() + endPatienceMs
  try {
    for (;;) {
      const stored = new Map(counts.all().map(({ name, signals }) => [name, signals]))
      const differences = Array.from(
        world.served(),
        ([channel, served]) => served - (stored.get(channel) ?? 0),
      )
      const missing = sum(differences.filter((more) => more > 0))
      const twice = -sum(differences.filter((more) => more < 0))
      if (missing === 0 || performance.now() > untilMs) return { missing, twice, backlog }
      await pause(500)
    }
  } finally {
    db.close()
  }
}

/** Memory after the warm-up, how it grew from there (least squares), and how late the event loop was. */
function growth(taken: readonly (Measured & { minute: number })[]) {
  const warm = taken.slice(warmUp)
  const slope = (of: (one: Measured) => number) => {
    const meanX = sum(warm.map(({ minute }) => minute)) / warm.length
    const meanY = sum(warm.map(of)) / warm.length
    const above = sum(warm.map((one) => (one.minute - meanX) * (of(one) - meanY)))
    return above / sum(warm.map(({ minute }) => (minute - meanX) ** 2))
  }
  return {
    heapMb: warm[0]?.heapMb ?? 0,
    heapMbAtEnd: warm.at(-1)?.heapMb ?? 0,
    heapMbPerMinute: slope(({ heapMb }) => heapMb),
    rssMb: warm[0]?.rssMb ?? 0,
    rssMbAtEnd: warm.at(-1)?.rssMb ?? 0,
    rssMbPerMinute: slope(({ rssMb }) => rssMb),
    delayP99Ms: Math.max(...warm.map(({ delayP99Ms }) => delayP99Ms)),
    delayMaxMs: Math.max(...warm.map(({ delayMaxMs }) => delayMaxMs)),
  }
}
