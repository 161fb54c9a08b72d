import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Taken {
  method: string
  url: URL
  headers: IncomingMessage['headers']
  body: string
}

export interface Given {
  status: number
  headers?: Record<string, string>
  body?: string
}

/** What befalls a request instead of its plain answer. */
export type Mishap =
  /** The connection is cut before anything is done. */
  | 'drop'
  /** It is done, and the connection is cut before the answer. */
  | 'drop-answer'
  /** It is done, and half the answer comes. */
  | 'half'
  /** It is done twice. */
  | 'repeat'
  /** Neither done nor answered. */
  | 'silence'
  /** Done after so many milliseconds, long after the connection was cut. */
  | { lateMs: number }
  /** Answered after so many milliseconds. */
  | { delayMs: number }
  /** Not done, and answered so. */
  | Given

/** Answers requests as a CMS does, once it is its turn; what befalls each is drawn beforehand. */
export class HostileServer {
  /** All requests that came, whole. */
  readonly taken: Taken[] = []
  /** Of the next requests, in their order. */
  readonly mishaps: (Mishap | undefined)[] = []
  /** Of each further request. */
  mishapOf: (request: Taken) => Mishap | undefined = () => undefined
  /** Seconds by which the server's clock is ahead. */
  skewSeconds = 0
  readonly #server = createServer((request, response) => void this.#serve(request, response))
  readonly #late = new Set<NodeJS.Timeout>()
  readonly #answer: (request: Taken) => Given

  constructor(answer: (request: Taken) => Given) {
    this.#answer = answer
  }

  get nowMs(): number {
    return Date.now() + this.skewSeconds * 1000
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  /** Everything that was done late is done by then. */
  async settled(): Promise<void> {
    while (this.#late.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }

  async close(): Promise<void> {
    for (const timer of this.#late) clearTimeout(timer)
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request).catch(() => undefined)
    if (body === undefined) return
    const taken: Taken = {
      method: request.method ?? '',
      url: new URL(request.url ?? '', this.url),
      headers: request.headers,
      body,
    }
    this.taken.push(taken)
    const mishap = this.mishaps.length > 0 ? this.mishaps.shift() : this.mishapOf(taken)
    this.#befall(mishap, taken, response)
  }

  #befall(mishap: Mishap | undefined, taken: Taken, response: ServerResponse): void {
    if (mishap === 'silence') return
    if (mishap === 'drop') {
      response.destroy()
    } else if (mishap === 'drop-answer') {
      this.#answer(taken)
      response.destroy()
    } else if (mishap === 'half') {
      this.#sendHalf(response, this.#answer(taken))
    } else if (mishap === 'repeat') {
      const first = this.#answer(taken)
      this.#answer(taken)
      this.#send(response, first)
    } else if (mishap !== undefined && 'lateMs' in mishap) {
      response.destroy()
      this.#after(mishap.lateMs, () => this.#answer(taken))
    } else if (mishap !== undefined && 'delayMs' in mishap) {
      this.#after(mishap.delayMs, () => {
        this.#send(response, this.#answer(taken))
      })
    } else {
      this.#send(response, mishap ?? this.#answer(taken))
    }
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#late.delete(timer)
      act()
    }, ms)
    this.#late.add(timer)
  }

  #send(response: ServerResponse, { status, headers, body = '' }: Given): void {
    const date = new Date(this.nowMs).toUTCString()
    response.writeHead(status, { 'content-type': 'application/json', date, ...headers }).end(body)
  }

  #sendHalf(response: ServerResponse, { status, body = '' }: Given): void {
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': body.length + 100,
    })
    response.write(body.slice(0, body.length / 2), () => {
      response.destroy()
    })
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

export const json = (status: number, body: unknown): Given => ({
  status,
  body: JSON.stringify(body),
})
