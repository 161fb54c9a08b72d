import type { Engine } from '../analysis/engine.ts'
import type { NamePlace } from '../analysis/place-names.ts'
import type { Config } from '../config/schema.ts'
import type { MemberBook } from '../desk/review/member-book.ts'
import type { ReviewDesk } from '../desk/review/review-desk.ts'
import type { DryRun } from '../export/delivery/dry-run.ts'
import type { ChannelHabits } from '../intake/activity-cache.ts'
import type { HandedIn } from '../intake/handed-in.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Logger } from '../lib/logger.ts'
import type { Archive } from '../model/archive.ts'
import type { Language } from '../model/bot.ts'
import type { Member } from '../model/desk.ts'
import type { Decision } from '../model/story.ts'
import type { Clock } from './clock.ts'
import type { Words } from './words/words.ts'

/** What every command and button works with. */
export interface BotDesk {
  archive: Archive
  config: Config
  channels: ChannelBook
  members: MemberBook
  reviewDesk: ReviewDesk
  clock: () => Date
  logger: Logger
  /** The post that a member handed in by a journaled update, and whether the desk had it from elsewhere. */
  handedIn: (journal: number, by: number) => Promise<HandedIn | undefined>
  /** What would leave of a stub for each target; undefined where there is no such stub. */
  tryExport: (stub: number) => Promise<readonly DryRun[] | undefined>
  /** Resolves when everything stored so far is judged and drafted. */
  judged: () => Promise<void>
  /** Takes up at once what waits for the targets. */
  wakeDelivery: () => void
  /** Stores an editor's decision on two signals, with the stories that it changes. */
  decide: (decision: Decision) => Promise<void>
  /** Takes a stored decision back. */
  withdraw: (decision: number, at: string) => Promise<void>
  /** A new engine to explain judgements with. */
  createExplainer: () => Promise<Engine>
  /** What places are called in other languages than English. */
  placeNames: () => Promise<NamePlace>
  /** How a channel stands to the others; undefined until that was worked out. */
  habitsOf: (channel: string) => Promise<ChannelHabits | undefined>
  wordsOf: (language: Language) => Words
}

/** One member asking one thing in one chat. */
export interface Asking {
  desk: BotDesk
  member: Member
  chat: number
  /** The topic of a group. */
  thread?: number
  isPrivate: boolean
  language: Language
  words: Words
  time: Clock
  /** The journal entry that asks: an act settles it in its own transaction. */
  journal: number
}
