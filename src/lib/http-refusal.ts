import type { SourceFault } from '../model/delivery.ts'
import { SourceError } from '../model/errors.ts'
import type { HttpAnswer } from './http.ts'
import { redactUrl } from './url.ts'

const longestWaitSeconds = 86_400

/** The fault that an answer outside 200–299 is; a wait that the server asks for is carried along. */
export function refusalOf(
  name: string,
  { status, headers, url, location }: HttpAnswer,
): SourceError {
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), Date.now())
  const fault = faultOf(status, retryAfterSeconds)
  const target = location === undefined ? '' : ` with a redirect to ${redactUrl(location)}`
  const next = {
    throttled: retryAfterSeconds === undefined ? 'wait' : `it asks to wait ${retryAfterSeconds} s`,
    unreachable: 'the next poll tries again',
    unauthorised: 'it needs a login, which this source does not have',
  }[fault as string]
  return new SourceError(
    fault,
    `${name}: ${redactUrl(url)} answered ${status}${target}; ${next ?? 'check the address in the config'}`,
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  )
}

function faultOf(status: number, retryAfterSeconds: number | undefined): SourceFault {
  if (status === 429 || (status === 503 && retryAfterSeconds !== undefined)) return 'throttled'
  if (status === 401) return 'unauthorised'
  if (status >= 300 && status < 400) return 'redirected'
  return status >= 500 ? 'unreachable' : 'refused'
}

/** Seconds or an HTTP date, at most a day; undefined where it is neither. */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined
  const seconds = /^\d{1,9}$/.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - nowMs) / 1000)
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(seconds, 0), longestWaitSeconds)
}
