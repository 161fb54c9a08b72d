import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Passes requests on to a site; can keep back the answer to one that was done. */
export class Proxy {
  /** Bytes of all requests, without the credentials. */
  readonly sent: string[] = []
  readonly #site: string
  readonly #server = createServer((request, response) => void this.#pass(request, response))
  #kept: (() => void) | undefined

  constructor(site: string) {
    this.#site = site
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
  }

  /** The next POST is done there and never answered here; resolves once it is done. */
  keepAnswer(): Promise<void> {
    return new Promise((resolve) => {
      this.#kept = resolve
    })
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const { method = 'GET', url = '/', headers } = request
    this.sent.push(`${method} ${url} ${headers['user-agent'] ?? ''} ${body}`)
    const answer = await fetch(`${this.#site}${url}`, {
      method,
      headers: {
        authorization: headers.authorization ?? '',
        'content-type': headers['content-type'] ?? 'text/plain',
      },
      ...(body === '' ? {} : { body }),
    })
    const text = await answer.text()
    const done = method === 'POST' ? this.#kept : undefined
    if (done !== undefined) {
      this.#kept = undefined
      done()
      return
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  }
}
