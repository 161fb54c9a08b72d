import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFields } from './telegram/read-fields.ts'
import { Refusal } from './telegram/refusal.ts'
import { UpdateQueue, type QueuedUpdate } from './update-queue.ts'

type Fields = Record<string, unknown>

/** What one call is answered with instead of the true answer. */
export type ScriptedAnswer =
  | { status: number; description?: string; retryAfter?: number }
  /** The connection is cut before the answer, in its middle, or left open without one. */
  | 'reset'
  | 'reset-mid-body'
  | 'silence'
  /** Any other body, sent with status 200. */
  | { body: string }

export interface BotCall {
  method: string
  fields: Fields
}

/** Answers a method with its `result`, or throws a `Refusal`. */
export type MethodHandler = (fields: Fields) => unknown

interface WaitingPoll {
  answer(): void
  conflict(): void
}

/**
 * A Bot API server on loopback, true to the original in offsets, long polls, sticky `allowed_updates` and
 * the 409 of a second poller. Calls can be scripted to fail; other methods are added with `handle`.
 */
export class BotApiServer {
  readonly token: string
  readonly updates = new UpdateQueue()
  /** All calls in the order they came. */
  readonly calls: BotCall[] = []
  /** What can be fetched under a file's path. */
  readonly files = new Map<string, Uint8Array>()
  /** Called with each call as it comes, before it is done. */
  onCall: ((call: BotCall) => void) | undefined
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  readonly #handlers = new Map<string, MethodHandler>()
  readonly #scripts = new Map<string, ScriptedAnswer[]>()
  #waiting: WaitingPoll | undefined

  private constructor(token: string) {
    this.token = token
    // As long as the original: a client that was busy must not find its connection cut.
    this.#server.keepAliveTimeout = 75_000
    this.handle('getMe', () => ({
      id: Number(token.split(':')[0]),
      is_bot: true,
      first_name: 'Desk',
      username: 'desk_bot',
    }))
  }

  static async start(token = '123456:AAtest-token-that-nobody-has'): Promise<BotApiServer> {
    const api = new BotApiServer(token)
    await new Promise<void>((resolve) => api.#server.listen(0, '127.0.0.1', resolve))
    return api
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Queues updates under the next ids, as far as `allowed_updates` lets them, and wakes a long poll. */
  push(...updates: readonly Fields[]): QueuedUpdate[] {
    const queued = updates.flatMap((update) => this.updates.push(update))
    if (queued.length > 0) this.#waiting?.answer()
    return queued
  }

  /** The next calls of the method are answered so, one after the other. */
  script(method: string, ...answers: readonly ScriptedAnswer[]): void {
    this.#scripts.set(method, [...(this.#scripts.get(method) ?? []), ...answers])
  }

  /** Forgets what was scripted for the method and not asked for yet. */
  unscript(method: string): void {
    this.#scripts.delete(method)
  }

  handle(method: string, handler: MethodHandler): void {
    this.#handlers.set(method, handler)
  }

  callsOf(method: string): Fields[] {
    return this.calls.filter((call) => call.method === method).map(({ fields }) => fields)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, holder, file = ''] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? []
    const bytes = holder === this.token ? this.files.get(file) : undefined
    if (bytes !== undefined) {
      response.end(bytes)
      return
    }
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? []
    const fields = await readFields(request)
    if (token !== this.token) {
      sendError(response, { status: 401, description: 'Unauthorized' })
      return
    }
    this.calls.push({ method, fields })
    this.onCall?.({ method, fields })
    const scripted = this.#scripts.get(method)?.shift()
    const handler = this.#handlers.get(method)
    if (scripted !== undefined) sendScripted(response, scripted)
    else if (method === 'getUpdates') this.#poll(fields, response)
    else if (handler) answerBy(handler, fields, response)
    else sendError(response, { status: 404, description: 'Not Found: method not found' })
  }

  #poll(fields: Fields, response: ServerResponse): void {
    this.#waiting?.conflict()
    const take = () => this.updates.take(fields)
    const answer = () => {
      end()
      send(response, 200, { ok: true, result: take() })
    }
    const conflict = () => {
      end()
      const description =
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
      sendError(response, { status: 409, description })
    }
    const timer = setTimeout(answer, Number(fields['timeout'] ?? 0) * 1_000)
    const end = () => {
      clearTimeout(timer)
      this.#waiting = undefined
    }
    const waiting = { answer, conflict }
    this.#waiting = waiting
    response.on('close', () => {
      clearTimeout(timer)
      if (this.#waiting === waiting) this.#waiting = undefined
    })
    if (take().length > 0) answer()
  }
}

function answerBy(handler: MethodHandler, fields: Fields, response: ServerResponse): void {
  try {
    send(response, 200, { ok: true, result: handler(fields) })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { status, message, retryAfter } = error
    sendError(response, {
      status,
      description: message,
      ...(retryAfter === undefined ? {} : { retryAfter }),
    })
  }
}

function send(response: ServerResponse, status: number, body: Fields): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function sendError(
  response: ServerResponse,
  { status, description, retryAfter }: Exclude<ScriptedAnswer, string | { body: string }>,
): void {
  send(response, status, {
    ok: false,
    error_code: status,
    description: description ?? `Scripted ${status}`,
    ...(retryAfter !== undefined && { parameters: { retry_after: retryAfter } }),
  })
}

function sendScripted(response: ServerResponse, answer: ScriptedAnswer): void {
  if (answer === 'silence') return
  if (answer === 'reset') response.destroy()
  else if (answer === 'reset-mid-body') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 10_000 })
    response.write('{"ok":true,"result":[{"update_id":', () => {
      response.destroy()
    })
  } else if ('body' in answer) response.end(answer.body)
  else sendError(response, answer)
}
