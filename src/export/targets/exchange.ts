import { readRetryAfter } from '../../lib/http-refusal.ts'
import { limitSignal } from '../../lib/limit-signal.ts'
import { readLimited } from '../../lib/read-limited.ts'
import { redactUrl } from '../../lib/url.ts'
import { SourceError } from '../../model/errors.ts'
import type { DeliveryCode } from '../../model/outgoing.ts'
import { explainNetworkFault } from './network-fault.ts'
import type { Answer } from './target.ts'
import { refused } from './target.ts'

export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS'
  url: string
  headers?: Readonly<Record<string, string>>
  body?: string | Uint8Array
  /** For the whole exchange. */
  timeoutMs?: number
  signal?: AbortSignal | undefined
}

export interface Reply {
  status: number
  headers: Headers
  body: string
}

/** All but those that HTTP itself needs. */
export const headersOf = ({ headers = {} }: Pick<Request, 'headers'>): Record<string, string> => ({
  'user-agent': 'Intake/0.1',
  ...headers,
})

const maxBytes = 5_000_000

/**
 * One request with limits on time and size. Redirects are answered, never followed: a POST that is led
 * elsewhere would take the dispatch and the password there.
 */
export async function exchange(name: string, request: Request): Promise<Answer<Reply>> {
  const { method, url, body, timeoutMs = 30_000, signal } = request
  const item = `${name}: ${redactUrl(url)}`
  const within = limitSignal(signal, timeoutMs)
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: within.signal,
      headers: headersOf(request),
      ...(body === undefined ? {} : { body }),
    })
    const bytes = await readLimited(response.body, maxBytes, item)
    const text = Buffer.from(bytes).toString('utf8')
    return explainRedirect(name, url, {
      status: response.status,
      headers: response.headers,
      body: text,
    })
  } catch (cause) {
    if (cause instanceof SourceError) return refused('answer-too-large', cause.message)
    return explainNetworkFault(item, cause, within.signal.aborted ? timeoutMs : undefined)
  } finally {
    within.release()
  }
}

const loginPath = /\b(wp-login|log-?in|sign-?in|sso|saml|oauth|auth)\b/i

function explainRedirect(name: string, url: string, reply: Reply): Answer<Reply> {
  if (reply.status < 300 || reply.status >= 400) return { kind: 'done', value: reply }
  const to = reply.headers.get('location') ?? ''
  const target = URL.canParse(to, url) ? new URL(to, url) : undefined
  if (target !== undefined && loginPath.test(target.pathname)) {
    return refused(
      'login-page',
      `${name} leads to a login page (${redactUrl(target.href)}) instead of answering: its API is closed to Intake; open it for this address, or give the address past the login, then resume`,
      redactUrl(target.href),
    )
  }
  const where = target === undefined ? 'elsewhere' : `to ${redactUrl(target.href)}`
  return refused(
    'moved',
    `${name} leads ${where} instead of answering; give the address where it is now in the config, then resume`,
    ...(target === undefined ? [] : [redactUrl(target.href)]),
  )
}

/** The clock is off by so much that signed requests are refused; undefined where it is not, or nothing tells. */
export function clockSkewSeconds(headers: Headers, nowMs: number): number | undefined {
  const theirs = Date.parse(headers.get('date') ?? '')
  if (Number.isNaN(theirs)) return undefined
  const skew = Math.round((nowMs - theirs) / 1000)
  return Math.abs(skew) >= 120 ? skew : undefined
}

const passing = new Set([408, 425, 429])

/**
 * What an answer outside 200–299 amounts to. `detail` is what the target said of it, fit to be shown; `hints` has
 * words for statuses that mean something particular there; `signedByTime` where a wrong clock is refused.
 */
export function refusalOf(
  name: string,
  { status, headers }: Reply,
  {
    detail,
    hints = {},
    nowMs,
    signedByTime = false,
  }: { detail: string; hints?: Record<number, string>; nowMs: number; signedByTime?: boolean },
): Exclude<Answer<never>, { kind: 'done' }> {
  const said = detail === '' ? '' : ` ("${detail}")`
  const afterSeconds = readRetryAfter(headers.get('retry-after'), nowMs)
  if (passing.has(status) || status >= 500) {
    const [code, what]: readonly [DeliveryCode, string] =
      status === 429
        ? ['throttled', `${name} asks to be left alone for a while (${status}${said})`]
        : ['server-fault', `${name} has a fault of its own (${status}${said})`]
    const reason = { code, words: `${what}; it is tried again`, detail: `${status}${said}` }
    return { kind: 'retry', reason, ...(afterSeconds === undefined ? {} : { afterSeconds }) }
  }
  const skew =
    signedByTime && [400, 401, 403].includes(status) ? clockSkewSeconds(headers, nowMs) : undefined
  if (skew !== undefined) {
    const side = skew > 0 ? 'ahead of' : 'behind'
    return refused(
      'clock',
      `${name} answered ${status}${said}, and this machine's clock is ${Math.abs(skew)} s ${side} the target's: set it right (NTP), then resume`,
      `${Math.abs(skew)} s`,
    )
  }
  const [code, next]: readonly [DeliveryCode, string] = fates[status] ?? [
    'refused',
    'see what it says and check the address in the config',
  ]
  const words = `${name} answered ${status}${said}: ${hints[status] ?? next}`
  return refused(code, words, `${status}${said}`)
}

const fates: Readonly<Record<number, readonly [DeliveryCode, string]>> = {
  401: [
    'unauthorised',
    'the password or key is wrong or has expired; set a new one in the environment, then resume',
  ],
  403: ['forbidden', 'the account may not do this; give it the role it needs, then resume'],
  404: [
    'not-found',
    'there is no such API at this address; correct the address in the config, then resume',
  ],
  410: [
    'gone-for-good',
    'the target takes no more; take it out of the config, or resume once it does',
  ],
  413: [
    'too-large',
    'the dispatch is larger than the target takes; raise its limit on uploads, or shorten it in a correction, then resume',
  ],
}

/** What a stranger's program said, on one line without markup, cut short. */
export const tame = (text: unknown): string =>
  typeof text === 'string'
    ? text
        .replace(/<[^<>]*>/g, ' ')
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim()
        .slice(0, 200)
    : ''

/** JSON of a reply; an answer that breaks off may be whole the next time, a page never will be. */
export function readJson(name: string, { body, headers, status }: Reply): Answer<unknown> {
  try {
    return { kind: 'done', value: JSON.parse(body) as unknown }
  } catch {
    const type = headers.get('content-type') ?? ''
    if (/html/i.test(type) || /^\s*<(!doctype|html)/i.test(body)) {
      const login = /<input[^>]+type=["']?password/i.test(body)
      return login
        ? refused(
            'login-page',
            `${name} answers with a login page: its API is closed to Intake; open it for this address, then resume`,
          )
        : refused(
            'not-an-api',
            `${name} answers ${status} with a page instead of data; check the address in the config, and whether the site is in maintenance`,
          )
    }
    const words = `${name} gave half an answer; it is tried again`
    return { kind: 'retry', reason: { code: 'half-answer', words } }
  }
}
