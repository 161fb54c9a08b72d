import { TelegramError } from 'telegraf'
import { redactError } from '../../lib/redact.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

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
    return describe('unauthorised', sourceFaults.say('badToken', { answer: said }))
  }
  if (code === 409) {
    return describe('conflict', sourceFaults.say('otherReader', { answer: said }))
  }
  if (code === 429) {
    const wait = readWait(thrown.parameters)
    const seconds = wait.retryAfterSeconds ?? 'some'
    const told = sourceFaults.say('apiBusy', { seconds, answer: said })
    return { ...describe('throttled', told), ...wait }
  }
  if (typeof code !== 'number') return describe('garbled', sourceFaults.say('apiSilent'))
  if (code >= 500) return describe('unreachable', sourceFaults.say('apiFault', { answer: said }))
  return describe('refused', sourceFaults.say('apiRefuses', { answer: said }))
}

function describeNetwork(
  thrown: unknown,
  describe: (kind: BotFault['kind'], message: string) => BotFault,
): BotFault {
  if (thrown instanceof UnansweredError) return describe('unreachable', thrown.message)
  const { name, type, code } = Object(thrown) as Record<string, unknown>
  const fromFetch = name === 'FetchError' || name === 'AbortError'
  if (!fromFetch || type === 'invalid-json') {
    return describe('garbled', sourceFaults.say('apiGarbled'))
  }
  const reason = typeof code === 'string' ? code : 'the connection broke'
  return describe('unreachable', sourceFaults.say('apiUnreachable', { code: reason }))
}

function readWait(parameters: unknown): { retryAfterSeconds?: number } {
  const { retry_after: seconds } = Object(parameters) as Record<string, unknown>
  if (typeof seconds !== 'number' || !(seconds >= 0)) return {}
  return { retryAfterSeconds: Math.min(seconds, longestWaitSeconds) }
}

/** No answer came within the time of the watchdog, as on a half-open connection. */
export class UnansweredError extends Error {
  constructor(timeoutMs: number) {
    super(sourceFaults.say('apiNoAnswer', { seconds: timeoutMs / 1000 }))
    this.name = 'UnansweredError'
  }
}
