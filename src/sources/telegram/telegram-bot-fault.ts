import { TelegramError } from 'telegraf'
import { redactError } from '../../lib/redact.ts'

/** Why a call of the Bot API brought nothing. Only `unauthorised` does not pass by itself. */
export interface BotFault {
  kind: 'unauthorised' | 'conflict' | 'throttled' | 'refused' | 'unreachable' | 'garbled'
  /** One line for a person, without secrets. */
  message: string
  retryAfterSeconds?: number
  cause: Error
}

const longestWaitSeconds = 3_600

/** Tells the faults of a call apart; secrets go through `redact`. */
export function readBotFault(thrown: unknown, redact: (text: string) => string): BotFault {
  const cause = redactError(thrown, redact)
  const describe = (kind: BotFault['kind'], message: string): BotFault => ({
    kind,
    message: redact(message).replace(/\s+/g, ' ').slice(0, 300),
    cause,
  })
  if (!(thrown instanceof TelegramError)) return describeNetwork(thrown, describe)
  // These come from the answer as it was, whatever telegraf declares them to be.
  const code: unknown = thrown.code
  const said = thrown.message
  if (code === 401) {
    return describe(
      'unauthorised',
      `Telegram refuses the token (${said}); copy the bot's token from @BotFather to TELEGRAM_BOT_TOKEN in the environment or .env`,
    )
  }
  if (code === 409) {
    return describe(
      'conflict',
      `another program reads this bot's updates (${said}); stop it or delete its webhook`,
    )
  }
  if (code === 429) {
    const wait = readWait(thrown.parameters)
    const seconds = wait.retryAfterSeconds ?? 'some'
    return { ...describe('throttled', `the Bot API asks to wait ${seconds} s (${said})`), ...wait }
  }
  if (typeof code !== 'number') return describe('garbled', 'the answer tells no reason')
  if (code >= 500) return describe('unreachable', `the Bot API has a fault of its own (${said})`)
  return describe('refused', `the Bot API refuses (${said}); check the token and bot.apiRoot`)
}

function describeNetwork(
  thrown: unknown,
  describe: (kind: BotFault['kind'], message: string) => BotFault,
): BotFault {
  if (thrown instanceof UnansweredError) return describe('unreachable', thrown.message)
  const { name, type, code } = Object(thrown) as Record<string, unknown>
  const fromFetch = name === 'FetchError' || name === 'AbortError'
  if (!fromFetch || type === 'invalid-json') {
    return describe('garbled', 'the answer is not the JSON of a Bot API; check bot.apiRoot')
  }
  const reason = typeof code === 'string' ? code : 'the connection broke'
  return describe('unreachable', `the Bot API cannot be reached (${reason})`)
}

function readWait(parameters: unknown): { retryAfterSeconds?: number } {
  const { retry_after: seconds } = Object(parameters) as Record<string, unknown>
  if (typeof seconds !== 'number' || !(seconds >= 0)) return {}
  return { retryAfterSeconds: Math.min(seconds, longestWaitSeconds) }
}

/** No answer came within the time of the watchdog, as on a half-open connection. */
export class UnansweredError extends Error {
  constructor(timeoutMs: number) {
    super(`the Bot API did not answer within ${timeoutMs / 1000} s`)
    this.name = 'UnansweredError'
  }
}
