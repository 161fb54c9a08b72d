import type { Config } from '../config/schema.ts'
import type { MemberBook } from '../desk/review/member-book.ts'
import type { ReviewDesk } from '../desk/review/review-desk.ts'
import type { Recovery } from '../intake/recover.ts'
import type { DeskBot } from '../bot/create-bot.ts'
import type { SendLimits } from '../bot/send-queue.ts'
import type { Analyst } from '../jobs/analyst.ts'
import type { HealthDesk } from '../jobs/health-desk.ts'
import type { WatchDesk } from '../jobs/watch-desk.ts'
import type { Drafter } from '../jobs/drafter.ts'
import type { PictureKeeper } from '../jobs/picture-keeper.ts'
import type { PollGroup } from '../jobs/poll-schedule.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Logger } from '../lib/logger.ts'
import type { Archive } from '../model/archive.ts'
import type { CommitOutcome } from '../model/signal-store.ts'
import type { Delivery, Source } from '../model/delivery.ts'
import type { Deliverer } from '../jobs/deliverer.ts'
import type { DeliveryLoop } from '../jobs/delivery-loop.ts'

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
