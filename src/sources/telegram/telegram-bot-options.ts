import type { pause } from '../../lib/pause.ts'
import type { UpdateKind } from './telegram-bot-client.ts'
import type { BotFault } from './telegram-bot-fault.ts'

/** What the bot is doing, told once for each change. */
export type BotHealth =
  | { state: 'listening'; username: string }
  | { state: 'retrying'; fault: BotFault['kind']; message: string }

export interface BotWaits {
  /** For the other parts of an album, which arrive as updates of their own without an end mark. */
  albumMs: number
  /** Before the first retry; doubled for each further one. */
  firstRetryMs: number
  longestRetryMs: number
  /** After an empty answer that came at once instead of after a long poll. */
  idleMs: number
  /** What a call may take beyond its long poll before the connection is given up as half-open. */
  slackMs: number
}

export interface TelegramBotOptions {
  token: string
  apiRoot?: string
  pollSeconds?: number
  allowedUpdates?: readonly UpdateKind[]
  onHealth?: (health: BotHealth) => void
  waits?: Partial<BotWaits>
  pause?: typeof pause
  /** 0–1, for the jitter of retries. */
  random?: () => number
}

export const usualWaits: BotWaits = {
  albumMs: 1_500,
  firstRetryMs: 1_000,
  longestRetryMs: 60_000,
  idleMs: 1_000,
  slackMs: 10_000,
}
