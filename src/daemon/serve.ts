import type { App } from '../app/app.ts'
import { PictureFiles } from '../intake/pictures/picture-files.ts'
import { AnalysisLoop } from '../jobs/analysis-loop.ts'
import { noteAway, watchChannels } from '../jobs/channel-watch.ts'
import { startHeartbeat } from '../jobs/heartbeat.ts'
import { listen } from '../jobs/listen.ts'
import { lookAtPictures } from '../jobs/picture-loop.ts'
import { PollSchedule } from '../jobs/poll-schedule.ts'
import type { PollDeps } from '../jobs/poll-source.ts'
import { fillChain } from '../ops/fill-chain.ts'
import { startUpkeep } from '../ops/upkeep-jobs.ts'
import type { OpsWatch } from '../ops/watch.ts'
import { openArchive } from '../store/archive.ts'
import { catchUp } from './catch-up.ts'
import { mendOutbox } from './mend-outbox.ts'
import { tick } from './tick.ts'

/** What is being sent gets so long; what Telegram has not taken then is sent after the next start. */
const farewellMs = 4000

/** Runs every loop of a desk until it is told to stop, then lets each end what it has begun. */
export async function serve(app: App, watch: OpsWatch, signal: AbortSignal): Promise<void> {
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

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
