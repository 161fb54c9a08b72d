import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause } from '../../src/lib/pause.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Stub } from '../../src/model/stub.ts'
import { feedItemId } from '../../src/sources/feed-item.ts'
import { openArchive } from '../../src/store/archive.ts'
import { type CrashWorld, startCrashWorld } from './crash-world.ts'
import { seeded } from './random.ts'
import { printTable } from './report.ts'

interface Tally {
  lost: number
  twice: number
  /** Bot updates that were confirmed to the server and are not in the journal. */
  cursorPastUnstored: number
  halfStubs: number
  notAsStored: number
}

/** The start alone takes two to four seconds on a busy machine: most kills should fall after it. */
const longestRunMs = 12_000
const patienceMs = 300_000

/**
 * Kills the real daemon (SIGKILL) at random moments while local servers let out posts, some answers of which
 * are slow, cut off or garbage; then lets it catch up, and compares what was served with what is stored.
 */
export async function benchCrash(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string, usual: number) => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? usual : Number(args[at + 1])
  }
  const rounds = option('rounds', 20)
  const seed = option('seed', 1)
  const random = seeded(seed)
  const root = mkdtempSync(join(tmpdir(), 'intake-crash-'))
  const world = await startCrashWorld(random)
  const config = writeConfig(root, world.url, world.bot.url)
  const tally: Tally = { lost: 0, twice: 0, cursorPastUnstored: 0, halfStubs: 0, notAsStored: 0 }
  const database = join(root, 'data/intake.db')
  /** Rounds that stored something before they were killed: others say little. */
  let fruitful = 0
  /** Whether the last run came to rest in time: else what is missing may only not have come yet. */
  let settled = false
  let before = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      world.setHostile(true)
      const daemon = startDaemon(config, world.bot.token)
      const endMs = performance.now() + random.next() * longestRunMs
      while (performance.now() < endMs) {
        world.post()
        await pause(50 + random.below(200))
      }
      await end(daemon, 'SIGKILL')
      await withArchive(database, async (archive) => {
        const count = await archive.signals.count()
        if (count > before) fruitful += 1
        before = count
        tally.cursorPastUnstored += await countPastUnstored(archive, world)
        tally.notAsStored += await countFindings(archive)
      })
    }
    world.setHostile(false)
    settled = await catchUp(config, world, database)
    await withArchive(database, async (archive) => {
      await compare(archive, world, tally)
      tally.notAsStored += await countFindings(archive)
      tally.halfStubs = await countHalfStubs(archive, join(root, 'outbox'))
    })
  } finally {
    await world.close()
    rmSync(root, { recursive: true, force: true })
  }
  const figures = { rounds, fruitful, settled, seed, served: world.served().length, ...tally }
  printTable(Object.entries(figures).map(([name, figure]) => [name, String(figure)]))
  return figures
}

function writeConfig(root: string, url: string, botUrl: string): string {
  mkdirSync(join(root, 'config'))
  const file = join(root, 'config/intake.yaml')
  const config = {
    desk: { name: 'Desk', byline: 'The Desk', accountability: 'None.' },
    channels: [
      { id: 'alpha', title: 'Alpha', source: { kind: 'telegram-preview' } },
      { id: 'beta', title: 'Beta', source: { kind: 'feed', address: `${url}/feed` } },
      { id: 'gamma', title: 'Gamma', source: { kind: 'telegram-bot' } },
    ],
    schedule: { preview: '* * * * * *', feed: '* * * * * *', jitterSeconds: 0 },
    preview: { baseUrl: url, delaySeconds: 0, backfillPosts: 100_000 },
    bot: { apiRoot: botUrl, pollSeconds: 1 },
    network: { allowPrivate: true },
  }
  writeFileSync(file, JSON.stringify(config))
  return file
}

function startDaemon(config: string, token: string): ChildProcess {
  const args = ['--import', 'tsx', 'src/cli.ts', 'run', '--config', config]
  const env = { ...process.env, TELEGRAM_BOT_TOKEN: token }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

const end = (daemon: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    if (daemon.exitCode !== null) resolve()
    else {
      daemon.once('close', () => {
        resolve()
      })
      daemon.kill(signal)
    }
  })

async function withArchive(path: string, use: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = openArchive(path)
  try {
    await use(archive)
  } finally {
    archive.close()
  }
}

/** Runs undisturbed until nothing is missing and nothing waits, or patience ends: then the tally tells. */
async function catchUp(config: string, world: CrashWorld, database: string): Promise<boolean> {
  const daemon = startDaemon(config, world.bot.token)
  const endMs = performance.now() + patienceMs
  const until = { done: false }
  while (!until.done && performance.now() < endMs) {
    await pause(500)
    await withArchive(database, async (archive) => {
      const { waiting, signals } = await archive.pulse()
      until.done =
        signals >= world.served().length &&
        waiting.payloads + waiting.signals + waiting.stories === 0
    })
  }
  await end(daemon, 'SIGTERM')
  return until.done
}

const keyOf = (key: string) => {
  const [channel = '', id = ''] = key.split('/')
  return channel === 'beta' ? `beta/${feedItemId(`item-${id}`)}` : key
}

async function compare(archive: Archive, world: CrashWorld, tally: Tally): Promise<void> {
  const served = new Map(world.served().map(({ key, text }) => [keyOf(key), text]))
  const texts = new Set<string>()
  let stored = 0
  for await (const signals of archive.signals.all(500)) {
    for (const { key, channel, text } of signals) {
      stored += 1
      if (!served.has(key) || texts.has(`${channel} ${text}`)) tally.twice += 1
      texts.add(`${channel} ${text}`)
      if (served.get(key) === text) served.delete(key)
    }
  }
  tally.lost = served.size
  if (stored === 0) throw new Error('Nothing was stored: the run says nothing.')
}

/** The server forgets what was confirmed: every post below the cursor must be in the store or the journal. */
async function countPastUnstored(archive: Archive, world: CrashWorld): Promise<number> {
  const waiting = new Set(world.bot.updates.unconfirmed)
  const firstWaiting = waiting.size === 0 ? Infinity : Math.min(...waiting)
  const pending = (await archive.journal.pending()).map(({ body }) => String(body)).join('\n')
  const keys = world.served().filter(({ key }) => key.startsWith('gamma/'))
  const stored = await archive.signals.get(keys.map(({ key }) => key))
  return keys.filter(
    ({ key, text }, index) =>
      firstUpdate + index < firstWaiting && !stored.has(key) && !pending.includes(text),
  ).length
}

/** The number that the server's queue begins with; one update a post. */
const firstUpdate = 1000

async function countFindings(archive: Archive): Promise<number> {
  let found = 0
  for await (const { findings } of archive.verify()) {
    for (const { place, problem } of findings) console.error(`${place}: ${problem}`)
    found += findings.length
  }
  return found
}

/** Stubs whose files are not whole, and files of no stub. */
async function countHalfStubs(archive: Archive, outbox: string): Promise<number> {
  const stubs: Stub[] = []
  for await (const some of archive.stubs.all(500)) stubs.push(...some)
  const folders = readdirSync(outbox).filter((name) => /^\d+-/.test(name))
  const unfinished = readdirSync(outbox, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.tmp'))
  const whole = folders.filter((folder) => {
    const stub = stubs.find((one) => folder.startsWith(`${one.stub}-`))
    const read = (name: string) => readFileSync(join(outbox, folder, name), 'utf8')
    try {
      const { stub: number } = JSON.parse(read('stub.json')) as Stub
      return (
        number === stub?.stub &&
        read('stub.html').trimEnd().endsWith('</html>') &&
        read('stub.md') !== ''
      )
    } catch {
      return false
    }
  })
  return Math.max(stubs.length, folders.length) - whole.length + unfinished.length
}
