import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Archive } from '../../src/model/archive.ts'
import type { Stub } from '../../src/model/stub.ts'
import { feedItemId } from '../../src/sources/feed/feed-item.ts'
import { openArchive } from '../../src/store/archive.ts'
import type { CrashWorld } from './crash-world.ts'

/** What a crash run found wrong, by kind; a desk that lost nothing has 0 in each. */
export interface Tally {
  lost: number
  twice: number
  /** Bot updates that were confirmed to the server and are not in the journal. */
  cursorPastUnstored: number
  halfStubs: number
  notAsStored: number
}

/** Looks at the database that a killed daemon left, before another one mends anything. */
export async function checkAfterKill(
  database: string,
  world: CrashWorld,
  tally: Tally,
): Promise<void> {
  await withArchive(database, async (archive) => {
    tally.cursorPastUnstored += await countPastUnstored(archive, world)
    tally.notAsStored += await countFindings(archive)
  })
}

/** Compares what was served with what is stored, when all should be. */
export async function checkAtRest(
  { database, outbox }: { database: string; outbox: string },
  world: CrashWorld,
  tally: Tally,
): Promise<void> {
  await withArchive(database, async (archive) => {
    await compare(archive, world, tally)
    tally.notAsStored += await countFindings(archive)
    tally.halfStubs = await countHalfStubs(archive, outbox)
  })
}

async function withArchive(path: string, use: (archive: Archive) => Promise<void>): Promise<void> {
  const archive = openArchive(path)
  try {
    await use(archive)
  } finally {
    archive.close()
  }
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
  const missing = stubs.filter(({ stub }) => !folders.some((name) => name.startsWith(`${stub}-`)))
  const half = folders.filter((folder) => !whole.includes(folder))
  for (const name of [...half, ...unfinished]) console.error(`outbox/${name} is half made`)
  for (const { stub } of missing) console.error(`Draft ${stub} has no files`)
  return half.length + missing.length + unfinished.length
}
