import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type App, type AppOptions, createApp } from './app.ts'
import { loadConfig, type LoadedConfig } from './config/load.ts'
import type { DeskBot } from './bot/create-bot.ts'
import { secretValues } from './config/secrets.ts'
import { PictureFiles } from './intake/pictures/picture-files.ts'
import { AnalysisLoop } from './jobs/analysis-loop.ts'
import { noteAway, watchChannels } from './jobs/channel-watch.ts'
import { startHeartbeat } from './jobs/heartbeat.ts'
import { listen } from './jobs/listen.ts'
import { lookAtPictures } from './jobs/picture-loop.ts'
import { PollSchedule } from './jobs/poll-schedule.ts'
import type { PollDeps } from './jobs/poll-source.ts'
import { createLogger, type Logger } from './lib/logger.ts'
import { pause } from './lib/pause.ts'
import { stopSignal } from './lib/stop-signal.ts'
import { IntakeError } from './model/errors.ts'
import { openArchive } from './store/archive.ts'
import { fillChain } from './ops/fill-chain.ts'
import { type OpsWatch, startWatch } from './ops/watch.ts'
import { startUpkeep } from './ops/upkeep-jobs.ts'
import { type Reloads, tellReload, watchReloads } from './ops/reloads.ts'

export interface DaemonOptions {
  logger: Logger
  clock: () => Date
  /** Aborted to stop: the daemon then drains and returns. */
  signal: AbortSignal
  /** Where it is asked to read its configuration again; left out, it never is. */
  reloads?: Reloads
  sendLimits?: AppOptions['sendLimits']
}

type Loaded = Pick<LoadedConfig, 'config' | 'secrets'>

/**
 * Listens, judges and drafts until it is stopped; throws only when it can't start. A configuration read again that it
 * can't start with is told, and the desk goes on with the one before.
 */
export async function runDaemon(loaded: Loaded, options: DaemonOptions): Promise<void> {
  const { signal, logger, reloads } = options
  let current = loaded
  let before: Loaded | undefined
  while (!signal.aborted) {
    const round = new AbortController()
    const stop = () => {
      round.abort()
    }
    signal.addEventListener('abort', stop, { once: true })
    const unlisten = reloads?.listen((next) => {
      tellReload(current, next, logger)
      before = current
      current = next
      stop()
    }, logger)
    try {
      const opened = await openRound(current, options).catch((error: unknown) => {
        if (before === undefined) throw error
        logger.error({ err: error }, 'The desk can’t start with it, and goes on as it was')
        current = before
        before = undefined
      })
      if (opened !== undefined) await runRound(opened, round.signal)
    } finally {
      signal.removeEventListener('abort', stop)
      unlisten?.()
    }
  }
  logger.info('Stopped: everything that came in is stored')
}

interface Round {
  app: App
  watch: OpsWatch
}

/** The parts of a desk with one configuration, which hold its database and its ports. */
async function openRound(
  { config, secrets }: Loaded,
  { logger, clock, sendLimits }: DaemonOptions,
): Promise<Round> {
  const app = await createApp(config, secrets, {
    logger,
    clock,
    holder: 'the daemon',
    ...(sendLimits && { sendLimits }),
  })
  try {
    return { app, watch: await startWatch(app) }
  } catch (error) {
    app.close()
    throw error
  }
}

/** A desk from its start to its end. What is on its way when it ends is asked for again by the next. */
async function runRound({ app, watch }: Round, signal: AbortSignal): Promise<void> {
  try {
    greet(app)
    await catchUp(app)
    if (!signal.aborted) await serve(app, watch, signal)
  } finally {
    await watch.close()
    app.close()
  }
}

function greet({ config, polled, bot, logger }: App): void {
  const names: Record<string, string> = { file: 'file', preview: 'preview page', feed: 'feed' }
  const counts = polled
    .filter(({ sources }) => sources.length > 0)
    .map(
      ({ kind, sources }) =>
        `${sources.length} ${names[kind] ?? kind}${sources.length === 1 ? '' : 's'}`,
    )
  const { database, outbox } = config.paths
  const botState = bot === undefined ? 'the bot is off (no TELEGRAM_BOT_TOKEN)' : 'the bot is on'
  logger.info(`${config.desk.name} listens to ${counts.join(', ')}; ${botState}`)
  logger.info(`Database ${database} · drafts in ${outbox}`)
  logger.info('See the wire with `npm run -s intake -- wire`; Ctrl-C stops')
}

/** Stores what an earlier run, or a poll that failed, left in the journal. */
async function catchUp(app: App, source?: string): Promise<void> {
  const { logger } = app
  const { outcomes, failed } = await app.recover(source)
  const count = outcomes.length === 1 ? '1 payload' : `${outcomes.length} payloads`
  if (outcomes.length > 0) logger.info(`${count} that waited in the journal taken in`)
  for (const { journal, source, error } of failed) {
    logger.error(
      { err: error },
      `Payload ${journal} of ${source} can't be stored; it stays in the journal`,
    )
  }
}

/** Puts the files of the outbox in order, which takes a while where there are many; nobody has to wait for it. */
async function mendOutbox({ drafter, logger }: App, signal: AbortSignal): Promise<void> {
  try {
    const missing = await drafter.mendOutbox(signal)
    if (missing === 0) return
    const what =
      missing === 1 ? '1 draft that was missing is' : `${missing} drafts that were missing are`
    logger.info(`${what} in the outbox again`)
  } catch (error) {
    logger.error({ err: error }, 'The outbox could not be put in order; the next drafts try again')
  }
}

async function serve(app: App, watch: OpsWatch, signal: AbortSignal): Promise<void> {
  const { config, archive, logger, clock } = app
  const mending = mendOutbox(app, signal)
  const analysis = new AnalysisLoop(
    app.analyst,
    logger,
    () => app.watchDesk.tellStories(),
    (fault) => {
      watch.metrics.noteJudging(fault)
      app.healthDesk.judged(fault)
    },
  )
  const delivery = app.openDelivery()
  void delivery.wake()
  let filesRead = false
  const deskBot = app.openDeskBot({
    judged: () => analysis.wake(),
    between: (work) => analysis.between(work),
    onAnswer: (outcome) => {
      watch.metrics.countSend(outcome)
    },
  })
  const deps: PollDeps = {
    stats: watch.metrics.stats(archive.stats),
    cursor: (source) => archive.journal.cursor(source),
    takeUp: async (source) => {
      await catchUp(app, source)
      // The bot may wait long for its next post.
      void analysis.wake()
      void deskBot?.bot.wake()
    },
    missing: (source) => archive.gaps.toFill(source),
    onAway: (source, kind) => noteAway(app, source, kind),
    ingest: watch.metrics.ingest(async (delivery) => {
      const outcome = await app.ingest(delivery)
      if (delivery.payload.kind === 'telegram-update') void deskBot?.bot.wake()
      return outcome
    }),
    // The files of the first poll are judged together and in time order, not one by one.
    onChange: () => {
      if (filesRead) void analysis.wake()
    },
    clock,
    logger,
  }
  const { jitterSeconds, maxBackoffMinutes } = config.schedule
  const schedule = new PollSchedule({ groups: app.polled, jitterSeconds, maxBackoffMinutes }, deps)
  watch.metrics.watchPolls(() => schedule.overdue())
  app.healthDesk.watchPolls(() => schedule.overdue())
  const watching = watchChannels(app, signal)
  const beating = await startHeartbeat(app, signal)
  const starting = schedule.start().then(() => {
    filesRead = true
    void analysis.wake()
  })
  const listening = app.bot === undefined ? undefined : listen(app.bot, deps, signal)
  const ticking = deskBot === undefined ? undefined : tick(app, deskBot, signal)
  const pictures = app.openPictures(() => void analysis.wake())
  const looking = pictures === undefined ? undefined : lookAtPictures(pictures, logger, signal)
  const filling = fillChain(archive.chain, clock, signal)
  const endUpkeep = startUpkeep({
    archive,
    operation: config.operation,
    ...(config.pictures.keepDays !== undefined && {
      pictures: {
        files: new PictureFiles(config.paths.pictures),
        keepDays: config.pictures.keepDays,
      },
    }),
    clock,
    logger,
    openToCheck: () => openArchive(config.paths.database),
    onChecked: (faults) => {
      app.healthDesk.checked(faults)
    },
  })
  watch.enter('serving')
  await aborted(signal)
  watch.enter('stopping')
  logger.info('Stopping …')
  const patience = setTimeout(() => deskBot?.queue.stop(), farewellMs)
  await Promise.all([
    mending,
    schedule.stop(),
    starting,
    listening,
    looking,
    filling,
    beating(),
    watching,
    endUpkeep(),
    delivery.stop(),
    analysis.stop(),
    deskBot?.bot.stop(),
    deskBot?.teller.stop(),
    ticking,
  ])
  clearTimeout(patience)
  deskBot?.queue.stop()
}

/** What is being sent gets so long; what Telegram has not taken then is sent after the next start. */
const farewellMs = 4000

const tickMs = 20_000

/** What the bot does by the clock: what waits in the inbox, notices that are due, digests. */
async function tick(
  { watchDesk, healthDesk, logger }: App,
  bot: DeskBot,
  signal: AbortSignal,
): Promise<void> {
  await bot.announce()
  while (!signal.aborted) {
    try {
      await Promise.all([
        bot.bot.wake(),
        watchDesk.tellStories(),
        watchDesk.tellDigest(),
        watchDesk.tellChannels(),
        healthDesk.tell(),
      ])
      await bot.teller.wake()
    } catch (error) {
      logger.error({ err: error }, 'The bot could not look after its notices; it tries again')
    }
    await pause(tickMs, signal)
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

/** JSON lines in production, readable ones elsewhere. */
export function daemonLogger(
  { config, secrets }: Pick<LoadedConfig, 'config' | 'secrets'>,
  env: NodeJS.ProcessEnv,
): Logger {
  return createLogger({
    level: config.log.level,
    format: env['NODE_ENV'] === 'production' ? 'json' : 'lines',
    secrets: secretValues(secrets),
    write: (line) => process.stdout.write(line),
    timezone: config.desk.timezone,
  })
}

const graceMs = 9000

/** What `npm start` runs. Faults nobody caught are told and end the process with code 1. */
async function main(): Promise<void> {
  if (process.argv.length > 2) {
    throw new IntakeError(
      'usage',
      'npm start takes no options; `npm run -s intake -- run` takes --config and --db.',
    )
  }
  const loaded = loadConfig('config/intake.yaml')
  const logger = daemonLogger(loaded, process.env)
  const die = (error: unknown) => {
    logger.fatal({ err: error }, 'Ended by a fault; nothing that was stored is lost')
    process.exit(1)
  }
  process.on('uncaughtException', die)
  process.on('unhandledRejection', die)
  await runDaemon(loaded, {
    logger,
    clock: () => new Date(),
    signal: stopSignal(graceMs),
    reloads: watchReloads(() => loadConfig('config/intake.yaml')),
  })
}

const entry = process.argv[1]
if (entry !== undefined && realpathSync(entry) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const foreseen = error instanceof IntakeError
    const text = foreseen ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${text ?? ''}\n`)
    process.exitCode = foreseen && error.code === 'usage' ? 2 : 1
  })
}
