import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { SourceError } from '../../model/errors.ts'
import { sourceFaults } from '../../lib/source-faults.ts'

/** An update that was posted and waits for its answer. */
export interface Hooked {
  id: number
  /** All of the update, and nothing but the update, as JSON. */
  json: string
  /** Answers that it need not come again; what is called second does nothing. */
  stored: () => void
  /** Answers that it is to come again. */
  failed: () => void
}

/** Telegram's updates are at most some hundred KB. */
const mostBytes = 1_048_576
const longestRequestMs = 10_000
/** Updates that may wait; Telegram is asked for one connection, so more come from nobody it is. */
const mostWaiting = 50

/** Takes what Telegram posts to one path and proves with its secret; to all else it says nothing. */
export class WebhookServer {
  readonly #secret: Buffer
  readonly #path: string
  readonly #server = createServer(
    { headersTimeout: longestRequestMs, requestTimeout: longestRequestMs, maxHeaderSize: 8192 },
    (request, response) => void this.#take(request, response),
  )
  readonly #waiting: Hooked[] = []
  #wake: (() => void) | undefined
  #isEnded = false

  constructor(secret: string, path: string) {
    this.#secret = digest(secret)
    this.#path = path
  }

  listen(host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', (cause) => {
        const address = `${host}:${port}`
        const told = sourceFaults.say('webhookPort', { address, answer: cause.message })
        reject(new SourceError('unreachable', `telegram-bot: ${told}`, { cause }))
      })
      this.#server.listen(port, host, resolve)
    })
  }

  /** The next update; undefined once it was ended. */
  async next(): Promise<Hooked | undefined> {
    while (!this.#isEnded) {
      const next = this.#waiting.shift()
      if (next !== undefined) return next
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    return undefined
  }

  end(): void {
    this.#isEnded = true
    for (const { failed } of this.#waiting.splice(0)) failed()
    this.#wake?.()
  }

  async close(): Promise<void> {
    this.end()
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve()
      })
      this.#server.closeIdleConnections()
      setTimeout(() => {
        this.#server.closeAllConnections()
      }, 500).unref()
    })
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = this.#refuse(request)
    if (refusal !== undefined) {
      answer(response, refusal)
      return
    }
    const body = await readBody(request)
    if (body === undefined) {
      answer(response, 413)
      return
    }
    const update = readUpdate(body)
    if (update === undefined) answer(response, 400)
    else if (this.#isEnded || this.#waiting.length >= mostWaiting) answer(response, 503)
    else {
      this.#waiting.push({
        ...update,
        stored: () => {
          answer(response, 200)
        },
        failed: () => {
          answer(response, 503)
        },
      })
      this.#wake?.()
    }
  }

  #refuse({ url = '', method, headers }: IncomingMessage): number | undefined {
    if (url.split('?')[0] !== this.#path) return 404
    if (method !== 'POST') return 405
    const given = headers['x-telegram-bot-api-secret-token']
    const isTelegram = typeof given === 'string' && timingSafeEqual(digest(given), this.#secret)
    if (!isTelegram) return 401
    return Number(headers['content-length'] ?? 0) > mostBytes ? 413 : undefined
  }
}

/** Of one length, so that comparing them tells nothing of the secret's. */
const digest = (secret: string) => createHash('sha256').update(secret).digest()

function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  // What was not read of a body is not waited for.
  response.writeHead(status, status < 400 ? {} : { connection: 'close' }).end()
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > mostBytes) return undefined
      chunks.push(chunk)
    }
  } catch {
    return ''
  }
  return Buffer.concat(chunks).toString()
}

function readUpdate(body: string): { id: number; json: string } | undefined {
  try {
    const update: unknown = JSON.parse(body)
    const { update_id: id } = Object(update) as { update_id?: unknown }
    return Number.isSafeInteger(id) && Number(id) >= 0
      ? { id: Number(id), json: JSON.stringify(update) }
      : undefined
  } catch {
    return undefined
  }
}
