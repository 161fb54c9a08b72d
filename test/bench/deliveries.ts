import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TargetConfig } from '../../src/config/export-target.ts'
import { pause } from '../../src/lib/pause.ts'
import type { Edition } from '../../src/model/desk.ts'
import { openArchive } from '../../src/store/archive.ts'
import { english } from '../export/stub-cases.ts'
import type { Mishap } from '../helpers/hostile.ts'
import { GhostServer } from '../helpers/ghost-server.ts'
import { WordPressServer } from '../helpers/wordpress-server.ts'
import { seeded } from './random.ts'

/** What a child process needs to know. */
export interface DeliveryPlan {
  database: string
  target: TargetConfig
  secret: string
  lookAfterMs: number
}

export interface DeliveryFigures extends Record<string, unknown> {
  dispatches: number
  editions: number
  kills: number
  requests: number
  /** Dispatches that stand once, in their last version. */
  once: number
  missing: number
  doubled: number
  stale: number
  stopped: number
}

/** The longest that a request is done after its connection was cut; the second look comes later. */
const latestMs = 300
const lookAfterMs = 1500

/** A process makes no more requests than these before it is killed. */
const mostRequests = 40
/** It dies at a request, or up to so long after: before, while or after what it asked for is done. */
const latestDeathMs = 60

const mapping = { beats: {}, topics: {}, forms: {} }

const makeWorld = {
  wordpress: () => {
    const server = new WordPressServer()
    return {
      server,
      secret: server.secret,
      config: (): TargetConfig => ({
        name: 'site',
        kind: 'wordpress',
        address: server.url,
        user: server.user,
        mapping,
      }),
      titles: () => server.standing().map(({ title }) => title),
    }
  },
  ghost: () => {
    const server = new GhostServer()
    return {
      server,
      secret: server.key,
      config: (): TargetConfig => ({ name: 'site', kind: 'ghost', address: server.url, mapping }),
      titles: () => [...server.posts.values()].map(({ title }) => title),
    }
  },
}

/**
 * Delivers dispatches with corrections to a server that drops, delays, halves and repeats, while the process is
 * killed at random moments; counts what stands in the end.
 */
export async function runDeliveries(
  rounds: number,
  {
    kind = 'wordpress',
    seed = 1,
    lifeRequests = mostRequests,
  }: { kind?: keyof typeof makeWorld; seed?: number; lifeRequests?: number } = {},
): Promise<DeliveryFigures> {
  const numbers = seeded(seed)
  const random = () => numbers.next()
  const folder = mkdtempSync(path.join(tmpdir(), 'intake-deliveries-'))
  const world = makeWorld[kind]()
  const { server } = world
  await server.listen()
  const child: Child = { kills: 0, requestsLeft: Infinity }
  server.mishapOf = () => {
    child.requestsLeft -= 1
    if (child.requestsLeft === 0) setTimeout(() => child.kill?.(), random() * latestDeathMs)
    return drawMishap(random)
  }
  const database = path.join(folder, 'intake.db')
  const plan: DeliveryPlan = { database, target: world.config(), secret: world.secret, lookAfterMs }
  const file = path.join(folder, 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  const archive = openArchive(database)
  try {
    const approved = await approveAll(archive, rounds)
    const total = approved.length
    let done = false
    const lifeOf = () => 1 + Math.floor(random() * lifeRequests)
    const running = keepRunning(file, lifeOf, child, () => done)
    // Corrections come while earlier editions are on their way.
    for (let correction = 0; correction < rounds; correction += 1) {
      await pause(20)
      const number = Math.floor(random() * rounds)
      const last = approved.filter(({ stub }) => stub === number + 1).length
      approved.push(await freeze(archive, number, last + 1))
    }
    while ((await archive.outgoing.nextDueAt()) !== undefined) await pause(100)
    done = true
    await running
    await server.settled()
    const stopped = (await archive.outgoing.list({ states: ['stopped'] })).length
    const figures = count(rounds, approved, world.titles())
    return {
      dispatches: rounds,
      editions: total + rounds,
      kills: child.kills,
      requests: server.taken.length,
      ...figures,
      stopped,
    }
  } finally {
    archive.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every third request or so meets with something. */
function drawMishap(random: () => number): Mishap | undefined {
  const mishaps: Mishap[] = [
    'drop',
    'drop-answer',
    'half',
    'repeat',
    { lateMs: random() * latestMs },
    { delayMs: random() * 60 },
    { status: 503 },
  ]
  return random() < 0.35 ? mishaps[Math.floor(random() * mishaps.length)] : undefined
}

const headline = (number: number, edition: number) => `Dispatch ${number} in edition ${edition}`

async function approveAll(
  archive: ReturnType<typeof openArchive>,
  rounds: number,
): Promise<Edition[]> {
  const editions: Edition[] = []
  for (let number = 0; number < rounds; number += 1) editions.push(await freeze(archive, number, 1))
  return editions
}

async function freeze(
  archive: ReturnType<typeof openArchive>,
  number: number,
  edition: number,
): Promise<Edition> {
  const dispatch = `wire-${(number + 1).toString(16).padStart(16, '0')}`
  const stub = number + 1
  const content = { ...english(), stub, story: stub, headline: headline(number, edition) }
  const frozen: Edition = {
    dispatch,
    edition,
    stub,
    kind: edition === 1 ? 'new' : 'correction',
    at: new Date().toISOString(),
    content,
    namings: [],
  }
  await archive.desk.append({
    act: {
      at: frozen.at,
      by: 1,
      name: 'Dana',
      stub,
      content: { kind: 'approve', dispatch, edition },
    },
    edition: frozen,
    targets: ['site'],
  })
  return frozen
}

interface Child {
  kills: number
  /** How many more requests the process may make. */
  requestsLeft: number
  kill?: () => void
}

/** Starts the delivering process again whenever it ends; it is killed at one of its requests. */
async function keepRunning(
  file: string,
  lifeOf: () => number,
  child: Child,
  isDone: () => boolean,
): Promise<void> {
  const script = fileURLToPath(new URL('delivery-child.ts', import.meta.url))
  while (!isDone()) {
    const running = spawn(process.execPath, ['--import', 'tsx', script, file], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    child.requestsLeft = lifeOf()
    child.kill = () => {
      if (running.kill('SIGKILL')) child.kills += 1
    }
    await new Promise((resolve) => running.once('exit', resolve))
  }
}

function count(
  rounds: number,
  approved: readonly Edition[],
  titles: readonly string[],
): Pick<DeliveryFigures, 'once' | 'missing' | 'doubled' | 'stale'> {
  const figures = { once: 0, missing: 0, doubled: 0, stale: 0 }
  for (let number = 0; number < rounds; number += 1) {
    const last = approved.filter(({ stub }) => stub === number + 1).length
    const standing = titles.filter((title) => title.startsWith(`Dispatch ${number} `))
    if (standing.length === 0) figures.missing += 1
    else if (standing.length > 1) figures.doubled += 1
    else if (standing[0] !== headline(number, last)) figures.stale += 1
    else figures.once += 1
  }
  return figures
}

/** `deliveries --rounds N`: both servers, so many dispatches each. */
export async function benchDeliveries(args: readonly string[]): Promise<Record<string, unknown>> {
  const rounds = Number(args[args.indexOf('--rounds') + 1] ?? 200) || 200
  const figures: Record<string, DeliveryFigures> = {}
  for (const kind of ['wordpress', 'ghost'] as const) {
    figures[kind] = await runDeliveries(rounds, { kind })
    console.log(kind, figures[kind])
  }
  return figures
}
