import { SourceError } from '../model/errors.ts'
import { readLimited } from './read-limited.ts'
import { isPrivateHost, parseUrl, redactUrl } from './url.ts'

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
  // Not AbortSignal.any: on Node 20 it leaks while a long-lived signal lives.
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort()
  }
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort, { once: true })
  const timer = setTimeout(() => {
    const within = `within ${timeoutMs / 1000} s; the next poll tries again`
    controller.abort(
      new SourceError('unreachable', `${name}: ${redactUrl(request.url)} did not answer ${within}`),
    )
  }, timeoutMs)
  try {
    let answer = await exchange(request, controller.signal)
    for (let redirects = 0; answer.location && redirects < maxRedirects; redirects += 1) {
      refusePrivate(name, answer.url, answer.location)
      answer = await exchange({ ...request, url: answer.location }, controller.signal)
    }
    return answer
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function exchange(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { url, name, maxBytes = 10_000_000 } = request
  const item = `${name}: ${redactUrl(url)}`
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { 'user-agent': userAgent, ...request.headers },
    })
    const { status, headers } = response
    const body = await readLimited(response.body, maxBytes, item)
    const location = status >= 300 && status < 400 ? headers.get('location') : null
    const target = location === null ? undefined : parseUrl(location, url)
    const usable = target && /^https?:$/.test(target.protocol)
    return { status, headers, body, url, ...(usable && { location: target.href }) }
  } catch (cause) {
    if (cause instanceof SourceError) throw cause
    if (signal.reason instanceof SourceError) throw signal.reason
    const message = `${item} cannot be reached (${reasonOf(cause)}); the next poll tries again`
    throw new SourceError('unreachable', message, { cause })
  }
}

/** A public site may not send the desk's machine to ask its own network. */
function refusePrivate(name: string, from: string, to: string): void {
  if (isPrivateHost(new URL(from).hostname) || !isPrivateHost(new URL(to).hostname)) return
  throw new SourceError(
    'refused',
    `${name}: ${redactUrl(from)} redirects to a private address; check the address in the config`,
  )
}

/** `ENOTFOUND`, `ECONNREFUSED`, …: what the platform calls the innermost fault, never its message. */
function reasonOf(error: unknown): string {
  let reason = 'no connection'
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') reason = at.code
    else if (at.name === 'AbortError') reason = 'stopped'
  }
  return reason
}
