import { randomBytes } from 'node:crypto'
import type { Config, Secrets } from './config/schema.ts'
import { createOutletNamer } from './desk/compose/outlet-name.ts'
import { MemberBook } from './desk/review/member-book.ts'
import { ReviewDesk } from './desk/review/review-desk.ts'
import { createEngine, createExplainer, createTools } from './intake/create-engine.ts'
import { findHandedIn } from './intake/handed-in.ts'
import { ingest, type IntakeContext } from './intake/ingest.ts'
import { configuredOutlets, knownOutlets } from './intake/own-outlets.ts'
import { openChannelBook } from './intake/open-channel-book.ts'
import { recover, type Recovery } from './intake/recover.ts'
import { createDeskBot, type DeskBot } from './bot/create-bot.ts'
import type { SendLimits } from './bot/send-queue.ts'
import { wordsOf } from './bot/words/languages.ts'
import { ActivityCache } from './intake/activity-cache.ts'
import { Analyst } from './jobs/analyst.ts'
import { HealthDesk } from './jobs/health-desk.ts'
import { WatchDesk } from './jobs/watch-desk.ts'
import { Drafter } from './jobs/drafter.ts'
import { FeedKeeper } from './jobs/feed-keeper.ts'
import { createBotSource } from './jobs/create-bot-source.ts'
import { createPictureKeeper } from './jobs/create-picture-keeper.ts'
import { loadPrior } from './jobs/load-prior.ts'
import type { PictureKeeper } from './jobs/picture-keeper.ts'
import { groupSources } from './jobs/poll-groups.ts'
import type { PollGroup } from './jobs/poll-schedule.ts'
import type { ChannelBook } from './lib/channel-book.ts'
import { once } from './lib/once.ts'
import type { Logger } from './lib/logger.ts'
import type { Archive } from './model/archive.ts'
import type { CommitOutcome } from './model/signal-store.ts'
import type { StubFlag } from './model/stub-flag.ts'
import type { Delivery, Source } from './model/delivery.ts'
import type { MediaKind } from './model/signal.ts'
import { createSource } from './sources/create.ts'
import { readers } from './sources/readers.ts'
import { createTargets } from './export/targets/create-targets.ts'
import { toVersion } from './export/to-version.ts'
import { Deliverer } from './jobs/deliverer.ts'
import { DeliveryLoop } from './jobs/delivery-loop.ts'
import { tryExport } from './jobs/try-export.ts'
import { scanParcel } from './jobs/scan-parcel.ts'
import { openArchive } from './store/archive.ts'
import { takeWriterLock } from './store/upkeep/writer-lock.ts'

export interface AppOptions {
  logger: Logger
  clock: () => Date
  /** Who holds the database, for the message to another that wants it: `the daemon`, `an import`. */
  holder: string
  /** What the bot sends at most, where it isn't Telegram's own server that it speaks to. */
  sendLimits?: SendLimits
}

/** The desk's parts, put together from its configuration; holds the database until it is closed. */
export interface App {
  readonly config: Config
  readonly archive: Archive
  readonly channels: ChannelBook
  readonly analyst: Analyst
  readonly drafter: Drafter
  readonly members: MemberBook
  readonly reviewDesk: ReviewDesk
  readonly watchDesk: WatchDesk
  readonly healthDesk: HealthDesk
  /** Takes approved editions to the targets. */
  readonly deliverer: Deliverer
  readonly logger: Logger
  readonly clock: () => Date
  /** Sources that are polled by the clock. */
  readonly polled: readonly PollGroup[]
  /** The bot, which waits for its posts; undefined without a token. */
  readonly bot: Source | undefined
  /** What delivers until it is stopped, and is woken by what is approved or killed. */
  openDelivery(): DeliveryLoop
  /** What looks at photos; undefined where the config says that none are. */
  openPictures(onReturn: () => void): PictureKeeper | undefined
  /** The desk in Telegram; undefined without a token. */
  openDeskBot(judging: Judging): DeskBot | undefined
  /** Stores one delivery. */
  ingest(delivery: Delivery): Promise<CommitOutcome>
  /** Stores what a crash or a fault left in the journal, of one source or of all, none of which is polled meanwhile. */
  recover(source?: string): Promise<Recovery>
  close(): void
}

/** What the bot needs of the loop that judges. */
export interface Judging {
  /** Resolves when all that is stored is judged. */
  judged: () => Promise<void>
  /** Runs work while no batch is being judged. */
  between: (work: () => Promise<void>) => Promise<void>
  /** Told what came of each call of the Bot API but the polls. */
  onAnswer: (outcome: string) => void
}

/** Opens the database, alone on it, and puts the parts together; nothing runs yet. */
export async function createApp(
  config: Config,
  secrets: Secrets,
  options: AppOptions,
): Promise<App> {
  const { database } = config.paths
  const archive = openArchive(database)
  const lock = lockOrClose(archive, database, options.holder)
  const close = () => {
    archive.close()
    lock.release()
  }
  try {
    return await assemble(config, secrets, { ...options, archive, close })
  } catch (error) {
    close()
    throw error
  }
}

interface Opened extends AppOptions {
  archive: Archive
  close: () => void
}

async function assemble(
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
    openDeskBot: ({ judged, between, onAnswer }) => {
      const { botToken } = secrets
      if (botToken === undefined) return undefined
      const opened = createDeskBot(
        {
          archive,
          config,
          channels,
          members,
          reviewDesk,
          clock,
          logger,
          judged,
          decide: (decision) =>
            between(async () => {
              await analyst.decide(decision)
            }),
          withdraw: (decision, at) =>
            between(async () => {
              await analyst.withdraw(decision, at)
            }),
          wakeDelivery: () => later.onLeaving?.(),
          wordsOf,
          tryExport: (stub) =>
            tryExport(stub, { archive, targets, channels, members: members.all(), clock }),
          handedIn: (journal, by) => findHandedIn(archive, context, journal, by),
          createExplainer: async () => createExplainer(config, archive, channels, await tools()),
          placeNames: async () => (await tools()).namePlace,
          habitsOf: (channel) => activity.habitsOf(channel),
        },
        {
          token: botToken,
          apiRoot: config.bot.apiRoot,
          onAnswer,
          ...(sendLimits && { sendLimits }),
        },
      )
      later.onNotices = () => void opened.teller.wake()
      return opened
    },
    ingest: (delivery) => ingest(archive, delivery, context),
    recover: (source) => recover(archive, context, source),
    close,
  }
}

const kindsToFetch = ({ pictures }: Config): ReadonlySet<MediaKind> =>
  new Set(pictures.videos ? ['photo', 'video', 'round-video'] : ['photo'])

function lockOrClose(archive: Archive, database: string, holder: string) {
  try {
    return takeWriterLock(database, `${holder} (process ${process.pid})`)
  } catch (error) {
    archive.close()
    throw error
  }
}
