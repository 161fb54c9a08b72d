import { pause } from '../../../src/lib/pause.ts'
import type { BotApiServer } from '../bot-api-server.ts'

const againMs = 20

/**
 * Telegram's side of a webhook, with the proxy before it: once the bot has said where, each update is posted
 * to its port, one at a time, again and again until it is taken.
 */
export class WebhookCourier {
  readonly #api: BotApiServer
  readonly #url: string
  readonly #stopping = new AbortController()
  #secret: string | undefined
  #running: Promise<void> = Promise.resolve()

  private constructor(api: BotApiServer, url: string) {
    this.#api = api
    this.#url = url
  }

  static start(api: BotApiServer, url: string): WebhookCourier {
    const courier = new WebhookCourier(api, url)
    api.handle('setWebhook', ({ secret_token, allowed_updates }) => {
      courier.#secret = String(secret_token)
      api.updates.take({ allowed_updates, limit: 1 })
      return true
    })
    courier.#running = courier.#bring()
    return courier
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
  }

  async #bring(): Promise<void> {
    const { signal } = this.#stopping
    const { updates } = this.#api
    while (!signal.aborted) {
      const [next] = this.#secret === undefined ? [] : updates.take({ limit: 1 })
      if (next !== undefined && (await this.#post(next)))
        updates.take({ offset: next.update_id + 1, limit: 1 })
      else await pause(againMs, signal)
    }
  }

  async #post(update: Readonly<Record<string, unknown>>): Promise<boolean> {
    try {
      const { ok } = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': this.#secret ?? '',
        },
        body: JSON.stringify(update),
        signal: this.#stopping.signal,
      })
      return ok
    } catch {
      // Nobody listens, or the connection broke: it comes again.
      return false
    }
  }
}
