import type { Delivery, PollRequest, Source } from '../../model/delivery.ts'
import { SourceError } from '../../model/errors.ts'
import { pause } from '../../lib/pause.ts'
import { endsInsideAlbum, mergeUpdates } from './telegram-album.ts'
import { BotClient, type BotAnswer, type BotUpdate } from './telegram-bot-client.ts'
import type { BotFault } from './telegram-bot-fault.ts'
import {
  usualWaits,
  type BotHealth,
  type BotWaits,
  type TelegramBotOptions,
} from './telegram-bot-options.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

export type { BotHealth, BotWaits, TelegramBotOptions }

export const botName = 'telegram-bot'
const name = botName
/** Posts for the archive, and what members ask of the bot. */
export const allUpdates = [
  'channel_post',
  'edited_channel_post',
  'message',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const

/**
 * The updates of a bot, one delivery each; the cursor is the offset that follows the update. A poll goes on
 * until it is aborted, retries whatever passes, and throws `SourceError` only when the token is refused.
 */
export function createTelegramBotSource(options: TelegramBotOptions): Source {
  return { name, poll: (request) => new BotPoll(options, request).deliveries() }
}

class BotPoll {
  readonly #options: TelegramBotOptions
  readonly #request: PollRequest
  readonly #waits: BotWaits
  readonly #pause: typeof pause
  readonly #client: BotClient
  #health = ''

  constructor(options: TelegramBotOptions, request: PollRequest) {
    this.#options = options
    this.#request = request
    this.#waits = { ...usualWaits, ...options.waits }
    this.#pause = options.pause ?? pause
    this.#client = new BotClient({
      token: options.token,
      apiRoot: options.apiRoot ?? 'https://api.telegram.org',
      allowedUpdates: options.allowedUpdates ?? allUpdates,
      slackMs: this.#waits.slackMs,
    })
  }

  async *deliveries(): AsyncGenerator<Delivery, void> {
    const { signal } = this.#request
    refuseMalformed(this.#options.token)
    const username = await this.#persist(() => this.#client.getMe(signal))
    let offset = readOffset(this.#request.cursor)
    while (username !== undefined && !signal.aborted) {
      const updates = await this.#listen(offset, username)
      for (const update of updates) {
        // The server may number anew after a quiet week, so the offset follows it down as well as up.
        offset = update.id + 1
        yield { payload: payloadOf(update), cursor: String(offset) }
        if (wasAborted(signal)) return
      }
    }
  }

  /** The next updates, an album's parts together; none when there were none, or when aborted. */
  async #listen(offset: number, username: string): Promise<BotUpdate[]> {
    const { signal } = this.#request
    const startedMs = performance.now()
    // Asked without a long poll after a fault, the server tells at once that all is well again.
    const updates = await this.#persist(() =>
      this.#client.getUpdates(
        offset,
        this.#health === 'listening' ? (this.#options.pollSeconds ?? 25) : 0,
        signal,
      ),
    )
    if (updates === undefined) return []
    this.#tell('listening', { state: 'listening', username })
    const early = performance.now() - startedMs < this.#waits.idleMs
    if (updates.length === 0 && early) await this.#pause(this.#waits.idleMs, signal)
    return this.#gatherAlbum(offset, updates)
  }

  /** Asks again from the same offset, which confirms nothing, while the last album still grows. */
  async #gatherAlbum(offset: number, found: BotUpdate[]): Promise<BotUpdate[]> {
    const { signal } = this.#request
    let updates = found
    while (endsInsideAlbum(updates)) {
      await this.#pause(this.#waits.albumMs, signal)
      if (signal.aborted) return []
      const again = await this.#client.getUpdates(offset, 0, signal)
      // The loop that follows deals with the fault; what was found must not wait for that.
      if ('fault' in again) return wasAborted(signal) ? [] : updates
      const more = mergeUpdates(updates, again.value)
      if (more.length === updates.length) return updates
      updates = more
    }
    return updates
  }

  /** Asks until there is an answer; undefined when aborted before. */
  async #persist<T>(ask: () => Promise<BotAnswer<T>>): Promise<T | undefined> {
    const { signal } = this.#request
    for (let failures = 0; !signal.aborted; failures += 1) {
      const answer = await ask()
      if ('value' in answer) return answer.value
      if (wasAborted(signal)) break
      const { kind, message, cause } = answer.fault
      // Polling is what the configuration says, so a webhook is one of before.
      if (kind === 'conflict' && /webhook/i.test(message)) await this.#client.deleteWebhook(signal)
      if (kind === 'unauthorised') throw new SourceError(kind, `${name}: ${message}`, { cause })
      const retrying = sourceFaults.say('retried', { said: message })
      this.#tell(kind, { state: 'retrying', fault: kind, message: `${name}: ${retrying}` })
      await this.#pause(this.#retryDelayMs(answer.fault, failures), signal)
    }
    return undefined
  }

  /** Half of each delay is jitter: two programs that drive each other out would never part otherwise. */
  #retryDelayMs({ retryAfterSeconds }: BotFault, failures: number): number {
    const { firstRetryMs, longestRetryMs } = this.#waits
    const random = (this.#options.random ?? Math.random)()
    if (retryAfterSeconds !== undefined) return retryAfterSeconds * 1_000 + random * firstRetryMs
    const mostMs = Math.min(firstRetryMs * 2 ** failures, longestRetryMs)
    return mostMs * (0.5 + random / 2)
  }

  #tell(health: string, told: BotHealth): void {
    if (health === this.#health) return
    this.#health = health
    this.#options.onHealth?.(told)
  }
}

// A call, so that the compiler does not take the flag for unchanged since the loop began.
const wasAborted = (signal: AbortSignal): boolean => signal.aborted

/** An update as the journal keeps it. */
export function payloadOf({ id, json }: BotUpdate): Delivery['payload'] {
  return {
    source: name,
    kind: 'telegram-update',
    address: `update ${id}`,
    receivedAt: new Date().toISOString(),
    body: json,
  }
}

/** 0 asks for the earliest update that is not confirmed. */
function readOffset(cursor: string | undefined): number {
  const offset = Number(cursor ?? 0)
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0
}

function refuseMalformed(token: string): void {
  if (/^\d+:[\w-]+$/.test(token)) return
  throw new SourceError('unauthorised', `${name}: ${sourceFaults.say('malformedToken')}`)
}
