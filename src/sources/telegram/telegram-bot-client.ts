import { Telegram } from 'telegraf'
import { z } from 'zod'
import { limitSignal } from '../../lib/limit-signal.ts'
import { redactor } from '../../lib/redact.ts'
import { readBotFault, UnansweredError, type BotFault } from './telegram-bot-fault.ts'

/** One update as the Bot API sent it. */
export interface BotUpdate {
  id: number
  /** All of the update, and nothing but the update, as JSON. */
  json: string
}

export type UpdateKind =
  | 'channel_post'
  | 'edited_channel_post'
  | 'message'
  | 'callback_query'
  | 'inline_query'
  | 'my_chat_member'

export type BotAnswer<T> = { value: T } | { fault: BotFault }

export interface BotClientOptions {
  token: string
  apiRoot: string
  allowedUpdates: readonly UpdateKind[]
  /** A call may take so much longer than the long poll that it asks for. */
  slackMs: number
}

// telegraf's types know only the signal of the abort-controller package; its fetch takes the platform's.
type TelegrafSignal = NonNullable<NonNullable<Parameters<Telegram['callApi']>[2]>['signal']>

const updateSchema = z.object({ update_id: z.int().nonnegative() })
type Numbered = z.infer<typeof updateSchema>
const updatesSchema = z.array(z.custom<Numbered>((sent) => updateSchema.safeParse(sent).success))
const meSchema = z.object({ username: z.string() })
const fileSchema = z.object({ file_path: z.string() })
const mostUpdates = 100

/** The calls that listening needs. They answer with a fault and never throw; an abort is a fault too. */
export class BotClient {
  readonly #telegram: Telegram
  readonly #redact: (text: string) => string
  readonly #options: BotClientOptions

  constructor(options: BotClientOptions) {
    // telegraf resolves `./bot…` against the root: without the slash the last part of a path is lost.
    const apiRoot = options.apiRoot.replace(/(?<!\/)\/*$/, '/')
    this.#telegram = new Telegram(options.token, { apiRoot, webhookReply: false })
    this.#redact = redactor([options.token])
    this.#options = options
  }

  /** The bot's username. */
  async getMe(signal: AbortSignal): Promise<BotAnswer<string>> {
    return this.#ask(0, signal, async (within) => {
      const me: unknown = await this.#telegram.callApi('getMe', {}, { signal: within })
      return meSchema.parse(me).username
    })
  }

  /** Updates from `offset` on, in the order of their ids; everything below `offset` is confirmed. */
  async getUpdates(
    offset: number,
    timeoutSeconds: number,
    signal: AbortSignal,
  ): Promise<BotAnswer<BotUpdate[]>> {
    return this.#ask(timeoutSeconds, signal, async (within) => {
      const fields = {
        offset,
        limit: mostUpdates,
        timeout: timeoutSeconds,
        // Sticky on the server: what is not sent is what some other program asked for last.
        allowed_updates: this.#options.allowedUpdates,
      }
      const sent: unknown = await this.#telegram.callApi('getUpdates', fields, { signal: within })
      return updatesSchema
        .parse(sent)
        .map((update) => ({ id: update.update_id, json: JSON.stringify(update) }))
        .sort((one, other) => one.id - other.id)
    })
  }

  /** The path under which a file can be fetched for an hour; refused for files above 20 MB. */
  async getFile(file: string, signal: AbortSignal): Promise<BotAnswer<string>> {
    return this.#ask(0, signal, async (within) => {
      const told: unknown = await this.#telegram.callApi(
        'getFile',
        { file_id: file },
        { signal: within },
      )
      return fileSchema.parse(told).file_path
    })
  }

  /** Has updates posted to `url` from now on, in their order, one at a time. */
  setWebhook(url: string, secret: string, signal: AbortSignal): Promise<BotAnswer<true>> {
    return this.#ask<true>(0, signal, async (within) => {
      const fields = {
        url,
        secret_token: secret,
        max_connections: 1,
        allowed_updates: this.#options.allowedUpdates,
      }
      await this.#telegram.callApi('setWebhook', fields, { signal: within })
      return true
    })
  }

  /** Has updates kept to be polled; those that wait are kept too. */
  deleteWebhook(signal: AbortSignal): Promise<BotAnswer<true>> {
    return this.#ask<true>(0, signal, async (within) => {
      await this.#telegram.callApi('deleteWebhook', {}, { signal: within })
      return true
    })
  }

  async #ask<T>(
    timeoutSeconds: number,
    signal: AbortSignal,
    call: (within: TelegrafSignal) => Promise<T>,
  ): Promise<BotAnswer<T>> {
    // Also ends a connection that broke inside an answer: telegraf's fetch waits for the rest for minutes.
    const timeoutMs = timeoutSeconds * 1_000 + this.#options.slackMs
    const within = limitSignal(signal, timeoutMs, () => new UnansweredError(timeoutMs))
    try {
      return { value: await call(within.signal as unknown as TelegrafSignal) }
    } catch (thrown) {
      const reason: unknown = within.signal.reason
      const fault = reason instanceof UnansweredError ? reason : thrown
      return { fault: readBotFault(fault, this.#redact) }
    } finally {
      within.release()
    }
  }
}
