import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pause } from '../../src/lib/pause.ts'
import { checkAfterKill, checkAtRest, type Tally } from './crash-compare.ts'
import { type CrashDaemon, startDaemon } from './crash-daemon.ts'
import { type CrashFault, createFault } from './crash-faults.ts'
import { readProgress } from './crash-progress.ts'
import { type CrashWorld, startCrashWorld } from './crash-world.ts'
import { type Random, seeded } from './random.ts'
import { printTable } from './report.ts'

/** Without anything new for so long a desk does not work: no machine is that slow. */
const stuckMs = 180_000
/** Of the kills, so many fall into the start; the others into the work. */
const earlyShare = 0.2
const mostSignals = 25
/** Posts in one round: a desk that is slow to start is not to be drowned meanwhile. */
const mostPosts = 25

interface CrashRun {
  world: CrashWorld
  random: Random
  fault: CrashFault
  database: string
  start: () => CrashDaemon
  /** How long the last start took until the first new signal. */
  startMs: number
}

/**
 * Kills the real daemon (SIGKILL) at random moments while local servers let out posts, some answers of which
 * are slow, cut off or garbage; then lets it catch up, and compares what was served with what is stored. It
 * waits for what the daemon does, never for a time, so that a slow machine changes nothing but the duration.
 */
export async function benchCrash(args: readonly string[]): Promise<Record<string, unknown>> {
  const option = (name: string) => {
    const at = args.indexOf(`--${name}`)
    return at < 0 ? undefined : args[at + 1]
  }
  const rounds = Number(option('rounds') ?? 20)
  const seed = Number(option('seed') ?? 1)
  const random = seeded(seed)
  const root = mkdtempSync(join(tmpdir(), 'intake-crash-'))
  const database = join(root, 'data/intake.db')
  const fault = createFault(option('with'), { root, database, random })
  const world = await startCrashWorld(random)
  const tally: Tally = { lost: 0, twice: 0, cursorPastUnstored: 0, halfStubs: 0, notAsStored: 0 }
  /** Rounds that stored something before they were killed, and rounds in which the daemon ended by itself. */
  const told = { fruitful: 0, endedItself: 0 }
  let settled: boolean
  try {
    const config = writeConfig(root, world.url, world.bot.url)
    const start = () => startDaemon({ config, token: world.bot.token, preload: fault.preload })
    const run: CrashRun = { world, random, fault, database, start, startMs: 3000 }
    for (let round = 0; round < rounds; round += 1) {
      const { gained, endedItself } = await runOnce(run)
      if (gained > 0) told.fruitful += 1
      if (endedItself) told.endedItself += 1
      if (readProgress(database)) await checkAfterKill(database, world, tally)
    }
    world.setHostile('no')
    settled = await catchUp(run)
    await checkAtRest({ database, outbox: join(root, 'outbox') }, world, tally)
  } finally {
    await world.close()
    fault.close()
    rmSync(root, { recursive: true, force: true })
  }
  const served = world.served().length
  const figures = { rounds, ...told, settled, seed, served, ...tally, ...fault.figures() }
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

/** One life of the daemon: into its start, or until it has stored some more; then the kill. */
async function runOnce(run: CrashRun): Promise<{ gained: number; endedItself: boolean }> {
  const { world, random, fault, database } = run
  await fault.beforeStart?.(run.start)
  world.setHostile(fault.hostility)
  const before = readProgress(database)?.signals ?? 0
  const early = random.chance(earlyShare) ? random.next() * run.startMs : Infinity
  const wanted = 1 + random.below(mostSignals)
  const daemon = run.start()
  const beganMs = performance.now()
  let gained = 0
  let posts = 0
  while (daemon.alive() && performance.now() - beganMs < early && gained < wanted) {
    if (posts < mostPosts) world.post()
    posts += 1
    if (daemon.lastLines() !== '') await fault.during?.(daemon)
    await pause(50 + random.below(200))
    const stored = (readProgress(database)?.signals ?? before) - before
    if (gained === 0 && stored > 0) run.startMs = performance.now() - beganMs
    gained = Math.max(gained, stored)
    if (gained === 0 && performance.now() - beganMs > stuckMs) break
  }
  const endedItself = !daemon.alive()
  if (endedItself) console.error(`The daemon ended by itself:\n${daemon.lastLines()}`)
  await daemon.end('SIGKILL')
  await fault.afterKill?.()
  return { gained, endedItself }
}

/** Runs undisturbed until nothing is missing and nothing waits, or nothing moves any more: then the tally tells. */
async function catchUp({ start, world, database }: CrashRun): Promise<boolean> {
  let daemon = start()
  let last = ''
  let movedMs = performance.now()
  let settled = false
  while (!settled && performance.now() - movedMs < stuckMs) {
    await pause(200)
    if (!daemon.alive()) {
      console.error(`The daemon ended by itself:\n${daemon.lastLines()}`)
      daemon = start()
    }
    const progress = readProgress(database)
    if (progress === undefined) continue
    settled = progress.signals >= world.served().length && progress.waiting === 0
    const now = JSON.stringify(progress)
    if (now !== last) movedMs = performance.now()
    last = now
  }
  const code = await daemon.end('SIGTERM')
  if (!settled || code !== 0) console.error(`The last lines (code ${code}):\n${daemon.lastLines()}`)
  return settled
}
