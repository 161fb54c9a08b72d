import { Telegram, TelegramError } from 'telegraf'
import { limitSignal } from '../lib/limit-signal.ts'
import { redactor, redactError } from '../lib/redact.ts'

/** A file to be sent with a call. */
export interface Upload {
  source: Buffer
  filename: string
}

export type ApiAnswer =
  | { kind: 'ok'; result: unknown }
  /** Telegram understood, and will not; asking again changes nothing. */
  | { kind: 'refused'; status: number; description: string }
  | { kind: 'throttled'; retryAfterSeconds: number }
  /** It was not done, and may be asked for again: Telegram was not reached, or says that it has a fault. */
  | { kind: 'unsent'; description: string }
  /** Nobody knows whether it was done. */
  | { kind: 'lost'; description: string }

export interface BotApi {
  call(method: string, fields: Record<string, unknown>, signal?: AbortSignal): Promise<ApiAnswer>
}

type ApiMethod = Parameters<Telegram['callApi']>[0]
type ApiSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>

const longestWaitSeconds = 3600

/** Calls of the Bot API; an answer is a value, and the token is in none of them. */
export function createBotApi(token: string, apiRoot: string, timeoutMs = 30_000): BotApi {
  const telegram = new Telegram(token, {
    apiRoot: apiRoot.replace(/(?<!\/)\/*$/, '/'),
    webhookReply: false,
  })
  const redact = redactor([token])
  return {
    async call(method, fields, signal) {
      const within = limitSignal(signal, timeoutMs)
      try {
        const result: unknown = await telegram.callApi(method as ApiMethod, fields, {
          signal: within.signal as unknown as ApiSignal,
        })
        return { kind: 'ok', result }
      } catch (thrown) {
        return answerTo(thrown, redact)
      } finally {
        within.release()
      }
    },
  }
}

function answerTo(thrown: unknown, redact: (text: string) => string): ApiAnswer {
  const description = redact(redactError(thrown, redact).message).slice(0, 300)
  if (!(thrown instanceof TelegramError))
    return { kind: wasNeverReached(thrown) ? 'unsent' : 'lost', description }
  const code: unknown = thrown.code
  if (code === 429) {
    const asked: unknown = thrown.parameters?.retry_after
    const seconds = typeof asked === 'number' && asked >= 0 ? asked : 1
    return { kind: 'throttled', retryAfterSeconds: Math.min(seconds, longestWaitSeconds) }
  }
  return typeof code === 'number' && code >= 400 && code < 500
    ? { kind: 'refused', status: code, description }
    : { kind: 'unsent', description }
}

/** Codes of connections that never came about. */
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
])

const wasNeverReached = (thrown: unknown) =>
  unreached.has(String((Object(thrown) as { code?: unknown }).code))
