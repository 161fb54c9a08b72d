import type { Delivery, PollRequest, Source } from '../../model/delivery.ts'
import { SourceError } from '../../model/errors.ts'
import { BotClient, type BotAnswer } from './telegram-bot-client.ts'
import { usualWaits, type TelegramBotOptions } from './telegram-bot-options.ts'
import { allUpdates, botName, payloadOf } from './telegram-bot.ts'
import { type Hooked, WebhookServer } from './webhook-server.ts'

export interface TelegramWebhookOptions extends Pick<
  TelegramBotOptions,
  'token' | 'apiRoot' | 'onHealth'
> {
  /** What Telegram calls, by https; a proxy brings it to `host` and `port`. */
  url: string
  host: string
  port: number
  /** As it comes from the proxy; that of `url` where it is left out. */
  path?: string | undefined
  /** What Telegram proves itself with: 1–256 of A–Z, a–z, 0–9, _ and -. */
  secret: string
}

/**
 * The updates of a bot as Telegram posts them. Each is answered only when it is stored, so that Telegram
 * brings it again otherwise; the journal takes the same update once.
 */
export function createTelegramWebhookSource(options: TelegramWebhookOptions): Source {
  return { name: botName, poll: (request) => deliveries(options, request) }
}

async function* deliveries(
  options: TelegramWebhookOptions,
  { signal }: PollRequest,
): AsyncGenerator<Delivery, void> {
  const { token, apiRoot = 'https://api.telegram.org', url, secret, onHealth } = options
  const { slackMs } = usualWaits
  const client = new BotClient({ token, apiRoot, allowedUpdates: allUpdates, slackMs })
  const username = need(await client.getMe(signal))
  const server = new WebhookServer(secret, options.path ?? new URL(url).pathname)
  const end = () => {
    server.end()
  }
  signal.addEventListener('abort', end, { once: true })
  let inHand: Hooked | undefined
  try {
    await server.listen(options.host, options.port)
    need(await client.setWebhook(url, secret, signal))
    onHealth?.({ state: 'listening', username })
    for (;;) {
      inHand = await server.next()
      if (inHand === undefined) return
      const { id, json } = inHand
      yield { payload: payloadOf({ id, json }), cursor: String(id + 1) }
      inHand.stored()
    }
  } finally {
    signal.removeEventListener('abort', end)
    // Nothing comes of it where it was stored.
    inHand?.failed()
    await server.close()
  }
}

function need<T>(answer: BotAnswer<T>): T {
  if ('value' in answer) return answer.value
  const { kind, message, cause, retryAfterSeconds } = answer.fault
  throw new SourceError(faults[kind], `${botName}: ${message}`, {
    cause,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

const faults = {
  unauthorised: 'unauthorised',
  conflict: 'refused',
  throttled: 'throttled',
  refused: 'refused',
  unreachable: 'unreachable',
  garbled: 'unknown-format',
} as const
