import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { Limiter } from '../../src/jobs/limiter.ts'
import { pause } from '../../src/lib/pause.ts'
import { LocalTelegram } from '../helpers/telegram/local-telegram.ts'
import { generatePosts } from './generate.ts'
import { reader } from './grown-desk.ts'
import { type Measured, startMeasured } from './measured-desk.ts'
import { percentiles } from './percentiles.ts'
import { printTable, round } from './report.ts'
import { type SoakChannel, startSoakWorld, type SoakWorld } from './soak-world.ts'
import { trendOfLows } from './trend.ts'
import { loadVocabularies, type Vocabulary } from './vocabulary.ts'

const channelCount = 500
/** A busy channel's; times 100 for all of them that makes 11.6 posts a second. */
const postsOfDay = 20
const times = 100
const postGapMs = 86_400_000 / (postsOfDay * channelCount * times)
const pollSeconds = 20
const askEveryMs = 1000
/** Each takes the daemon some tenths of a second, in which nothing is asked. */
const measureEveryMs = 10_000
/** As many as the daemon keeps rows of: what it keeps of anything else has a lesser bound. */
const warmUpPosts = 40_000
/** How much faster than later these come. */
const warmUpSpeed = 10
/** Full before the warm-up ends: a window that still fills takes 10 KB a signal, and hides what else grows. */
const windowSignals = 1000
const endPatienceMs = 300_000
/** So many wait at any time, as sources are polled each 20 seconds. */
const backlogAtRest = 250
/** Of each language; three times as many in all as the daemon keeps what it knows of. */
const wordsSaidFirst = 30_000
const wordsOfOne = 60
const questions = [
  '/wire',
  '/search the',
  '/search в',
  '/status',
  '/channels',
  '/drafts',
  '/story 7',
]

/**
 * Lets 500 channels post at 100 times their usual rate for a while, and watches what it costs. Before that they post
 * ten times as fast, until all that the daemon keeps a bounded number of is full. Memory is that after two collections
 * of garbage. It rises and falls as the window fills and is emptied, so that growth is told by a line through its
 * lows: bytes a post, and how far off that may be at 95 %. `grows` where 0 lies outside of that.
 */
export async function benchSoak(args: readonly string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      'warm-up': { type: 'string', default: String(warmUpPosts) },
    },
  })
  const [minutes, posts] = [Number(values.minutes), Number(values['warm-up'])]
  if (!(minutes > 0)) throw new Error('--minutes takes a number above 0.')
  if (!(posts >= 0)) throw new Error('--warm-up takes a number of posts, 0 for none.')
  const lastsMs = minutes * 60_000
  const root = mkdtempSync(join(tmpdir(), 'intake-soak-'))
  const telegram = await LocalTelegram.start()
  const world = await startSoakWorld(telegram)
  const channels = Array.from({ length: channelCount }, (_, number): SoakChannel => {
    const kind = number % 10 === 9 ? 'bot' : number % 10 > 6 ? 'feed' : 'preview'
    return { id: `soak_${number}`, kind }
  })
  const config = writeConfig(root, channels, { url: world.url, apiRoot: telegram.api.url })
  const vocabularies = await loadVocabularies()
  const texts = generateTexts(vocabularies)
  const desk = startMeasured(config, telegram.api.token)
  try {
    const person = telegram.person(reader.id, reader.name)
    await person.ask('/help')
    const database = join(root, 'data/intake.db')
    const served = () => sum(world.served().values())
    const turn = new Limiter(1)
    const warmed = new AbortController()
    const warming = ask(telegram, person, turn, warmed.signal)
    await post(world, channels, texts, {
      gapMs: postGapMs / warmUpSpeed,
      until: () => served() >= posts,
    })
    await waitForAll(database, world)
    warmed.abort()
    await warming
    const stopping = new AbortController()
    const { signal } = stopping
    const posting = post(world, channels, texts, {
      gapMs: postGapMs,
      until: () => signal.aborted,
    })
    const asking = ask(telegram, person, turn, signal)
    const [pollsBefore, servedBefore] = [sum(world.polls().values()), served()]
    const { taken, seconds } = await measure(lastsMs, async () => {
      const measured = await turn.run(() => desk.measure())
      return { ...measured, posts: served() }
    })
    const polls = sum(world.polls().values()) - pollsBefore
    stopping.abort()
    await posting
    const { taken: waits, unanswered } = await asking
    const replies = percentiles(waits)
    const servedWarm = served() - servedBefore
    const backlog = waiting(database)
    const stored = await waitForAll(database, world)
    const polled = channels.filter(({ kind }) => kind !== 'bot').length
    const figures = {
      minutes,
      channels: channelCount,
      warmUpPosts: servedBefore,
      postsPerSecond: servedWarm / seconds,
      served: served(),
      backlog,
      ...stored,
      pollsDue: Math.floor(seconds / pollSeconds) * polled,
      polls,
      replies: replies.n,
      unanswered,
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

/** First very many words, so that what is kept of words is full before memory is measured; then what channels say. */
function* generateTexts(vocabularies: readonly Vocabulary[]): Generator<string, void> {
  for (let from = 0; from < wordsSaidFirst; from += wordsOfOne) {
    for (const { words } of vocabularies) yield words.slice(from, from + wordsOfOne).join(' ')
  }
  for (const { text } of generatePosts(10_000_000, vocabularies)) yield text
}

/** Channels post by turns, each what another maker of posts would say. */
async function post(
  world: SoakWorld,
  channels: readonly SoakChannel[],
  texts: Iterator<string, void>,
  { gapMs, until }: { gapMs: number; until: () => boolean },
): Promise<void> {
  const beganMs = performance.now()
  let count = 0
  while (!until()) {
    while (count * gapMs < performance.now() - beganMs) {
      const channel = channels[(count * 7) % channels.length]
      const next = texts.next()
      if (channel === undefined || next.done === true) return
      world.post(channel, next.value, new Date())
      count += 1
    }
    await pause(gapMs)
  }
}

/** What is measured from time to time, and how long all of it lasted. */
async function measure(lastsMs: number, take: () => Promise<Sample>) {
  const taken: Sample[] = []
  const beganMs = performance.now()
  for (let step = 1; step * measureEveryMs <= lastsMs; step += 1) {
    await pause(beganMs + step * measureEveryMs - performance.now())
    taken.push(await take())
  }
  await pause(beganMs + lastsMs - performance.now())
  return { taken, seconds: (performance.now() - beganMs) / 1000 }
}

/** How long each answer took; one that does not come in time is told as `unanswered`, and the next is asked. */
async function ask(
  telegram: LocalTelegram,
  person: ReturnType<LocalTelegram['person']>,
  turn: Limiter,
  signal: AbortSignal,
): Promise<{ taken: number[]; unanswered: number }> {
  const taken: number[] = []
  let unanswered = 0
  for (let count = 0; !signal.aborted; count += 1) {
    await turn.run(async () => {
      telegram.mailbox.rest(reader.id)
      const beganMs = performance.now()
      await person.ask(questions[count % questions.length] ?? '/wire').catch(() => {
        unanswered += 1
      })
      taken.push(performance.now() - beganMs)
    })
    await pause(askEveryMs, signal)
  }
  return { taken, unanswered }
}

/** What is stored of what was served, once nothing more comes and no more than at rest waits to be judged. */
async function waitForAll(database: string, world: SoakWorld) {
  const untilMs = performance.now() + endPatienceMs
  for (;;) {
    const stored = storedOf(database)
    const differences = Array.from(
      world.served(),
      ([channel, served]) => served - (stored.get(channel) ?? 0),
    )
    const missing = sum(differences.filter((more) => more > 0))
    const twice = -sum(differences.filter((more) => more < 0))
    const settled = missing === 0 && waiting(database) <= backlogAtRest
    if (settled || performance.now() > untilMs) return { missing, twice }
    await pause(500)
  }
}

const storedOf = (database: string): ReadonlyMap<string, number> =>
  withDatabase(database, (db) => {
    const counts = db.prepare<[], { name: string; signals: number }>(
      'SELECT name, signals FROM channels',
    )
    return new Map(counts.all().map(({ name, signals }) => [name, signals]))
  })

/** How many signals are stored and not judged. */
const waiting = (database: string): number =>
  withDatabase(
    database,
    (db) => db.prepare<[], number>('SELECT count(*) FROM unanalysed').pluck().get() ?? 0,
  )

function withDatabase<Answer>(file: string, read: (db: Database.Database) => Answer): Answer {
  const db = new Database(file, { readonly: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** What the daemon took when so many posts were let out. */
type Sample = Measured & { posts: number }

const mb = 1_048_576

/** Memory after the warm-up and how it grew from there, and how late the event loop was. */
function growth(taken: readonly Sample[]) {
  const trend = (of: (one: Measured) => number) =>
    trendOfLows(taken.map((one) => ({ x: one.posts, y: of(one) * mb })))
  const heap = trend(({ heapMb }) => heapMb)
  const rss = trend(({ rssMb }) => rssMb)
  const heaps = taken.map(({ heapMb }) => heapMb)
  return {
    measures: taken.length,
    heapMbLow: Math.min(...heaps),
    heapMbHigh: Math.max(...heaps),
    heapBytesPerPost: heap.slope,
    heapBytesPerPostError: heap.error,
    grows: heap.slope > heap.error,
    rssMb: taken[0]?.rssMb ?? 0,
    rssMbAtEnd: taken.at(-1)?.rssMb ?? 0,
    rssBytesPerPost: rss.slope,
    rssBytesPerPostError: rss.error,
    delayP99Ms: Math.max(...taken.map(({ delayP99Ms }) => delayP99Ms)),
    delayMaxMs: Math.max(...taken.map(({ delayMaxMs }) => delayMaxMs)),
  }
}
