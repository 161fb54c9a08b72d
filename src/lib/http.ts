import type { IncomingMessage } from 'node:http'
import { SourceError } from '../model/errors.ts'
import { limitSignal } from './limit-signal.ts'
import { readLimited } from './read-limited.ts'
import { decodedBody, PrivateAddressError, sendGet } from './http-exchange.ts'
import { parseUrl, redactUrl } from './url.ts'
import { sourceFaults } from './source-faults.ts'

export interface HttpRequest {
  url: string
  /** Who asks, e.g. `feed:reuters`; begins every message. */
  name: string
  headers?: Record<string, string>
  /** For the whole exchange, redirects and body included. */
  timeoutMs?: number
  /** Of the body after decompression. */
  maxBytes?: number
  /** Redirects that are followed; a further one is given back as the answer. */
  maxRedirects?: number
  /** Whether the address, or one it redirects to, may be of this machine or its network. */
  allowPrivate?: boolean
  signal?: AbortSignal
}

export interface HttpAnswer {
  status: number
  headers: Headers
  body: Uint8Array
  /** The address that answered in the end. */
  url: string
  /** Where a redirect points, when it is an http or https address. */
  location?: string
}

const userAgent = 'Mozilla/5.0 (compatible; Intake/0.1; newsroom intake desk)'

/**
 * One GET with limits on time, size and redirects; any status is an answer. Throws `SourceError` when
 * none comes. Addresses in messages are without user, password and query.
 */
export async function get(request: HttpRequest): Promise<HttpAnswer> {
  const { name, signal, timeoutMs = 20_000, maxRedirects = 0 } = request
  const within = limitSignal(signal, timeoutMs, () => {
    const told = sourceFaults.say('noAnswer', {
      address: redactUrl(request.url),
      seconds: timeoutMs / 1000,
      next: sourceFaults.say('nextPoll'),
    })
    return new SourceError('unreachable', `${name}: ${told}`)
  })
  try {
    let answer = await exchange(request, within.signal)
    for (let redirects = 0; answer.location && redirects < maxRedirects; redirects += 1) {
      answer = await exchange({ ...request, url: answer.location }, within.signal)
    }
    return answer
  } finally {
    within.release()
  }
}

async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { url, name, maxBytes = 10_000_000, allowPrivate = false } = request
  const address = redactUrl(url)
  try {
    const options = {
      headers: { 'user-agent': userAgent, ...request.headers },
      signal,
      allowPrivate,
    }
    const response = await sendGet(new URL(url), options)
    const status = response.statusCode ?? 0
    const headers = new Headers()
    for (const [key, values = []] of Object.entries(response.headersDistinct))
      for (const value of values) headers.append(key, value)
    const body = await readBody(response, maxBytes, `${name}: ${address}`)
    const location = status >= 300 && status < 400 ? headers.get('location') : null
    const target = location === null ? undefined : parseUrl(location, url)
    const usable = target && /^https?:$/.test(target.protocol)
    return { status, headers, body, url, ...(usable && { location: target.href }) }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    if (signal.reason instanceof SourceError) throw signal.reason
    if (cause instanceof PrivateAddressError) throw privateRefusal(name, address, cause)
    const told = sourceFaults.say('unreachable', {
      address,
      code: reasonOf(cause),
      next: sourceFaults.say('nextPoll'),
    })
    throw new SourceError('unreachable', `${name}: ${told}`, { cause })
  }
}

async function readBody(response: IncomingMessage, maxBytes: number, item: string) {
  try {
    return await readLimited(decodedBody(response), maxBytes, item)
  } finally {
    response.destroy()
  }
}

/** A public page may not send the desk's machine to ask its own network. */
const privateRefusal = (name: string, address: string, cause: Error) =>
  new SourceError('refused', `${name}: ${sourceFaults.say('privateAddress', { address })}`, {
    cause,
  })

/** `ENOTFOUND`, `ECONNREFUSED`, …: what the platform calls the innermost fault, never its message. */
function reasonOf(error: unknown): string {
  let reason = 'no connection'
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at.name === 'AbortError') reason = 'stopped'
    else if ('code' in at && typeof at.code === 'string') reason = at.code
  }
  return reason
}
