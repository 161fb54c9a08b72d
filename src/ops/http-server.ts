import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { IntakeError } from '../model/errors.ts'
import { type DeskState, type Health, judgeHealth } from './health.ts'
import type { Metrics } from './metrics.ts'

export interface HttpServerOptions {
  host: string
  port: number
  metrics: Metrics
  leastFreeMegabytes: number
  state: () => DeskState
}

export interface HttpServer {
  url: string
  close(): Promise<void>
}

/**
 * Serves health and metrics, by GET only, and on loopback to who asks for it by that name. Throws IntakeError
 * `port-taken` where it can't listen.
 */
export async function startHttpServer({
  host,
  port,
  metrics,
  leastFreeMegabytes,
  state,
}: HttpServerOptions): Promise<HttpServer> {
  const health = async (): Promise<Health> =>
    judgeHealth(state(), await metrics.recent().catch(() => undefined), {
      leastFreeMegabytes,
      troubles: metrics.troubles,
      overdue: metrics.overdue,
    })
  const pages: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    // Answering at all is the sign of life; nothing is asked that could block.
    '/health/live': (response) => {
      sendJson(response, 200, { live: true })
      return Promise.resolve()
    },
    '/health/ready': async (response) => {
      const { ready, reasons } = await health()
      sendJson(response, ready ? 200 : 503, { ready, reasons })
    },
    '/health': async (response) => {
      const whole = await health()
      sendJson(response, whole.ready ? 200 : 503, whole)
    },
    '/metrics': async (response) => {
      const text = await metrics.text()
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text)
    },
  }
  const server = createServer(
    { headersTimeout: 5000, requestTimeout: 5000 },
    (request, response) => {
      const page = pages[(request.url ?? '').split('?')[0] ?? '']
      if (loopback.test(host) && !loopback.test(nameIn(request.headers.host)))
        sendJson(response, 403, { error: 'only asked for as localhost: send “Host: localhost”' })
      else if (request.method !== 'GET') sendJson(response, 405, { error: 'only GET is answered' })
      else if (page === undefined) sendJson(response, 404, { pages: Object.keys(pages) })
      else
        page(response).catch(() => {
          sendJson(response, 500, { error: 'the database can’t be read' })
        })
    },
  )
  await listenOn(server, host, port)
  const address = server.address() as AddressInfo
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

/** A page of a stranger may give its own name this machine's address, and read what is answered. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/

/** The name of a Host header, without its port. */
const nameIn = (header = '') => header.replace(/:\d{1,5}$/, '')

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(`${JSON.stringify(body)}\n`)
}

const listenOn = (server: Server, host: string, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const message = `Health and metrics can’t be served on ${host}:${port} (${cause.message}); set another operation.http.port`
      reject(new IntakeError('port-taken', message, { cause }))
    })
    server.listen(port, host, resolve)
  })
