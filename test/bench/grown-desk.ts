import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { App } from '../../src/app/app.ts'
import { createApp } from '../../src/app/create-app.ts'
import { loadConfig } from '../../src/config/load.ts'
import { meetsBar } from '../../src/desk/compose/bar.ts'
import { composeEdited } from '../../src/desk/review/edited-stub.ts'
import { sumUp } from '../../src/desk/review/record.ts'
import { stubFiles } from '../../src/export/outbox.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Story } from '../../src/model/story.ts'
import { generateTold, type ToldPost } from './generate.ts'
import { GrownStories } from './grown-stories.ts'
import { loadVocabularies } from './vocabulary.ts'

/** A database such as a desk has after a year, and how it was made. */
export interface GrownDesk {
  rows: number
  seed: number
  /** Of the rows, the last so many went through the real judging and drafting. */
  judged: number
  /** In this file, to be loaded with any token; the bot asks the address that was given. */
  config: string
  database: string
  /** When the last post was made. */
  endAt: string
  buildSeconds: number
}

export interface GrowOptions {
  dir: string
  rows: number
  seed: number
  /** Where the bot's server is. */
  apiRoot: string
  log: (line: string) => void
}

const channelCount = 500
const yearSeconds = 365 * 86_400
const endMs = Date.UTC(2026, 6, 1)
const mostJudged = 10_000
const postsOfPayload = 500
const batch = 500
const draftBatch = 200

/** Members that the desk knows. */
export const reader = { id: 201, name: 'Yael', role: 'reader' }
export const editor = { id: 202, name: 'Dana', role: 'editor' }

/** Makes the desk in the folder; one that is there with the same rows and seed is taken as it is. */
export async function growDesk(options: GrowOptions): Promise<GrownDesk> {
  const { dir, rows, seed, apiRoot, log } = options
  const stamp = join(dir, 'grown.json')
  const config = join(dir, 'intake.yaml')
  const made = existsSync(stamp)
    ? (JSON.parse(readFileSync(stamp, 'utf8')) as GrownDesk)
    : undefined
  if (made?.rows === rows && made.seed === seed) {
    writeConfig(config, apiRoot)
    return { ...made, endAt: lastPostAt(made.database) }
  }
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  writeConfig(config, apiRoot)
  const beganMs = performance.now()
  const app = await openApp(config)
  const judged = Math.min(mostJudged, Math.floor(rows / 2))
  try {
    await grow(app, { rows, seed, judged, log })
  } finally {
    app.close()
  }
  const database = join(dir, 'data/intake.db')
  const grown = {
    rows,
    seed,
    judged,
    config,
    database,
    endAt: lastPostAt(database),
    buildSeconds: Math.round((performance.now() - beganMs) / 1000),
  }
  writeFileSync(stamp, JSON.stringify(grown))
  return grown
}

function lastPostAt(database: string): string {
  const db = new Database(database, { readonly: true })
  const at: unknown = db.prepare('SELECT at FROM signals ORDER BY row DESC LIMIT 1').pluck().get()
  db.close()
  return String(at)
}

function writeConfig(file: string, apiRoot: string): void {
  const channels = Array.from({ length: channelCount }, (_, number) => ({
    id: `channel_${number}`,
    title: `Channel ${number}`,
    source: { kind: 'telegram-bot' },
  }))
  const desk = { name: 'Desk', byline: 'The Desk', accountability: 'None.' }
  const config = {
    desk: { ...desk, timezone: 'UTC', digests: [], members: [reader, editor] },
    channels,
    bot: { apiRoot, pollSeconds: 1 },
    network: { allowPrivate: true },
    log: { level: 'warn' },
  }
  writeFileSync(file, JSON.stringify(config))
}

function openApp(config: string): Promise<App> {
  const loaded = loadConfig(config, {})
  const write = (line: string) => process.stderr.write(line)
  return createApp(loaded.config, loaded.secrets, {
    logger: createLogger({ level: 'warn', format: 'lines', secrets: [], write }),
    clock: () => new Date(endMs),
    holder: 'the bench',
  })
}

interface Growing extends Pick<GrowOptions, 'rows' | 'seed' | 'log'> {
  judged: number
}

async function grow(app: App, { rows, seed, judged, log }: Growing): Promise<void> {
  const posts = generateTold(rows, await loadVocabularies(), {
    seed,
    channels: channelCount,
    secondsApart: yearSeconds / rows,
    startMs: endMs - yearSeconds * 1000,
  })
  const stories = new GrownStories()
  let held: ToldPost[] = []
  let stored = 0
  const beganMs = performance.now()
  const flush = async () => {
    for (let from = 0; from < held.length; from += postsOfPayload)
      await ingestPayload(app, held.slice(from, from + postsOfPayload))
    // What comes after waits for the real judging.
    if (stored + held.length <= rows - judged) await app.archive.analysis.save(stories.take(held))
    stored += held.length
    held = []
    if (stored % 20_000 === 0) log(`${stored} posts stored, ${rateOf(stored, beganMs)} a second`)
  }
  for (const told of posts) {
    held.push(told)
    if (held.length === batch || stored + held.length === rows - judged) await flush()
  }
  await flush()
  await draftOld(app)
  await judge(app, log)
}

async function ingestPayload(app: App, some: readonly ToldPost[]): Promise<void> {
  const last = some.at(-1)?.post
  if (last === undefined) return
  await app.ingest({
    payload: {
      source: `preview:${last.channel}`,
      kind: 'jsonl',
      receivedAt: new Date(Date.parse(last.at) + 60_000).toISOString(),
      body: some.map(({ post }) => JSON.stringify(post)).join('\n'),
    },
  })
}

/** Drafts of the older stories as they stood when they were new; nothing of them waits. */
async function draftOld({ archive, channels, config }: App): Promise<void> {
  for await (const stories of archive.analysis.allStories(draftBatch)) {
    const wanted = stories.filter((story) => meetsBar(story, config.stubs, story.lastAt))
    const stubs = await Promise.all(wanted.map(compose))
    await archive.stubs.save(stubs)
    // Their files would be millions: a start looks for the folders.
    for (const folder of stubs.flatMap((stub) => stubFiles(stub)[0] ?? []))
      mkdirSync(join(config.paths.outbox, dirname(folder)), { recursive: true })
    const numbers = stories.map(({ story }) => story)
    await archive.stubs.settle(numbers)
    await archive.watching.tell([], { stories: numbers })
  }

  async function compose(story: Story) {
    const signals = await archive.signals.get(story.signals)
    const links = await archive.analysis.linksFrom(story.signals)
    const input = { story, signals: [...signals.values()], links, prior: [], desk: config.desk }
    const record = sumUp(story.story, [])
    return composeEdited(
      { ...input, channels: (id) => channels.get(id), composedAt: story.lastAt },
      record,
    )
  }
}

/** As a start does: the window before is read and its readings are kept, then what waits is judged and drafted. */
async function judge({ archive, analyst }: App, log: (line: string) => void): Promise<void> {
  const beganMs = performance.now()
  await analyst.prepare()
  log(`the window read in ${Math.round((performance.now() - beganMs) / 1000)} s`)
  let judged = 0
  let drafted = 0
  for await (const step of analyst.run()) {
    judged += step.signals
    drafted += step.drafted.length
    if (judged % 2000 < step.signals) log(`${judged} posts judged`)
  }
  for (;;) {
    const told = await archive.watching.untold(batch)
    if (told.length === 0) break
    await archive.watching.tell([], { stories: told })
  }
  log(`${drafted} drafts of what was judged`)
}

const rateOf = (count: number, beganMs: number) =>
  Math.round(count / ((performance.now() - beganMs) / 1000))
