import { randomBytes } from 'node:crypto'
import type { Config, Secrets } from '../config/schema.ts'
import { createOutletNamer } from '../desk/compose/outlet-name.ts'
import { MemberBook } from '../desk/review/member-book.ts'
import { ReviewDesk } from '../desk/review/review-desk.ts'
import { createEngine, createTools } from '../intake/create-engine.ts'
import { ingest, type IntakeContext } from '../intake/ingest.ts'
import { configuredOutlets, knownOutlets } from '../intake/own-outlets.ts'
import { openChannelBook } from '../intake/open-channel-book.ts'
import { recover } from '../intake/recover.ts'
import { ActivityCache } from '../intake/activity-cache.ts'
import { Analyst } from '../jobs/analyst.ts'
import { HealthDesk } from '../jobs/health-desk.ts'
import { WatchDesk } from '../jobs/watch-desk.ts'
import { Drafter } from '../jobs/drafter.ts'
import { FeedKeeper } from '../jobs/feed-keeper.ts'
import { createBotSource } from '../jobs/create-bot-source.ts'
import { createPictureKeeper } from '../jobs/create-picture-keeper.ts'
import { loadPrior } from '../jobs/load-prior.ts'
import { groupSources } from '../jobs/poll-groups.ts'
import { once } from '../lib/once.ts'
import type { Archive } from '../model/archive.ts'
import type { StubFlag } from '../model/stub-flag.ts'
import type { MediaKind } from '../model/signal.ts'
import { createSource } from '../sources/create.ts'
import { readers } from '../sources/readers.ts'
import { createTargets } from '../export/targets/create-targets.ts'
import { toVersion } from '../export/to-version.ts'
import { Deliverer } from '../jobs/deliverer.ts'
import { DeliveryLoop } from '../jobs/delivery-loop.ts'
import { scanParcel } from '../jobs/scan-parcel.ts'
import type { App, AppOptions } from './app.ts'
import { openDeskBot } from './open-desk-bot.ts'

/** What was opened before the parts are put together. */
interface Opened extends AppOptions {
  archive: Archive
  close: () => void
}

/** Puts the parts together, from those that need nothing to those that need the rest; nothing runs yet. */
export async function assemble(
  config: Config,
  secrets: Secrets,
  { logger, clock, sendLimits, archive, close }: Opened,
): Promise<App> {
  const { database } = config.paths
  const channels = await openChannelBook(config, archive)
  await loadPrior(config.paths.archive, archive, logger)
  const members = new MemberBook(config.desk.members, await archive.desk.members())
  const context: IntakeContext = {
    readers,
    channels,
    members: () => members.all(),
    ...(config.pictures.fetch && { fetchKinds: kindsToFetch(config) }),
  }
  const later: {
    onFlags?: (flags: readonly StubFlag[]) => void
    onNotices?: () => void
    onLeaving?: () => void
  } = {}
  const drafter = new Drafter({
    archive,
    channels,
    config,
    clock,
    nameOutlet: createOutletNamer(await knownOutlets(config)),
    onFlags: (flags) => later.onFlags?.(flags),
  })
  const watchDesk = new WatchDesk({
    archive,
    members,
    timezone: config.desk.timezone,
    digestTimes: config.desk.digests,
    clock,
    group: config.bot.group,
    onNotices: () => later.onNotices?.(),
  })
  const polled = groupSources(config, (channel) => createSource(channel, config))
  const bot = createBotSource(config.bot, secrets, archive.stats, { logger, clock })
  const sources = polled.flatMap((group) => group.sources).concat(bot ?? [])
  const healthDesk = new HealthDesk({
    archive,
    members,
    timezone: config.desk.timezone,
    listensTo: new Set(sources.map(({ name }) => name)),
    database,
    leastFreeMegabytes: config.operation.leastFreeMegabytes,
    clock,
    onNotices: () => later.onNotices?.(),
  })
  later.onFlags = (flags) => {
    watchDesk.tellFlags(flags).catch((error: unknown) => {
      logger.error({ err: error }, 'What changed beneath a stub could not be told')
    })
  }
  const reviewDesk = new ReviewDesk({
    archive,
    compose: (story, record) => drafter.compose(story, record),
    targets: config.export.targets.map(({ name }) => name),
    clock,
    newDispatch: () => `wire-${randomBytes(8).toString('hex')}`,
    onArchived: () => {
      drafter.forgetDispatches()
    },
    onAct: (stub, { content }) => {
      if (content.kind === 'approve' || content.kind === 'kill') later.onLeaving?.()
      if (content.kind === 'kill' || content.kind === 'undo') {
        drafter.forgetDispatches()
        void feeds.write()
      }
      drafter.writeOutbox(new Set([stub.stub])).catch((error: unknown) => {
        logger.error({ err: error }, `Draft ${stub.stub} could not be written to the outbox`)
      })
    },
  })
  const targets = createTargets(config, secrets, clock)
  const feeds = new FeedKeeper({ archive, channels, members, config, logger })
  const deliverer = new Deliverer({
    archive,
    targets,
    toVersion,
    scan: (edition, parcel) =>
      scanParcel(edition, parcel, { archive, channels, members: () => members.all() }),
    onExported: async (edition) => {
      await reviewDesk.markExported(edition)
      await feeds.write()
    },
    onStopped: (delivery) => {
      watchDesk.tellStopped(delivery).catch((error: unknown) => {
        logger.error({ err: error }, 'That a delivery stopped could not be told')
      })
    },
    clock,
    logger,
  })
  const activity = new ActivityCache(archive)
  const tools = once(() => createTools(config, channels))
  const { windowDays, windowSignals } = config.analysis
  const analyst = new Analyst({
    archive,
    channels,
    drafter,
    createEngine: async () => createEngine(config, archive, channels, await tools()),
    outlets: configuredOutlets(config),
    windowDays,
    windowSignals,
    clock,
  })
  return {
    config,
    archive,
    channels,
    drafter,
    members,
    reviewDesk,
    watchDesk,
    healthDesk,
    deliverer,
    logger,
    clock,
    analyst,
    polled,
    bot,
    openDelivery: () => {
      const loop = new DeliveryLoop(deliverer, logger)
      later.onLeaving = () => void loop.wake()
      return loop
    },
    openPictures: (onReturn) =>
      createPictureKeeper(config, secrets, { pictures: archive.pictures, clock, logger, onReturn }),
    openDeskBot: (judging) => {
      const opened = openDeskBot(
        {
          analyst,
          archive,
          channels,
          clock,
          config,
          logger,
          members,
          reviewDesk,
          secrets,
          targets,
          activity,
          tools,
          context,
          wakeDelivery: () => later.onLeaving?.(),
          ...(sendLimits && { sendLimits }),
        },
        judging,
      )
      if (opened !== undefined) later.onNotices = () => void opened.teller.wake()
      return opened
    },
    ingest: (delivery) => ingest(archive, delivery, context),
    recover: (source) => recover(archive, context, source),
    close,
  }
}

const kindsToFetch = ({ pictures }: Config): ReadonlySet<MediaKind> =>
  new Set(pictures.videos ? ['photo', 'video', 'round-video'] : ['photo'])
