import type { SourceFault } from '../model/delivery.ts'
import { SourceError } from '../model/errors.ts'
import type { HttpAnswer } from './http.ts'
import { redactUrl } from './url.ts'
import { sourceFaults } from './source-faults.ts'

const longestWaitSeconds = 86_400

/** The fault that an answer outside 200–299 is; a wait that the server asks for is carried along. */
export function refusalOf(
  name: string,
  { status, headers, url, location }: HttpAnswer,
): SourceError {
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'), Date.now())
  const fault = faultOf(status, retryAfterSeconds)
  const answered = { address: redactUrl(url), status, next: nextAfter(fault, retryAfterSeconds) }
  const told =
    location === undefined
      ? sourceFaults.say('answered', answered)
      : sourceFaults.say('redirected', { ...answered, target: redactUrl(location) })
  return new SourceError(
    fault,
    `${name}: ${told}`,
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  )
}

function nextAfter(fault: SourceFault, retryAfterSeconds: number | undefined): string {
  if (fault === 'throttled')
    return retryAfterSeconds === undefined
      ? sourceFaults.say('nextWait')
      : sourceFaults.say('nextAsked', { seconds: retryAfterSeconds })
  if (fault === 'unreachable') return sourceFaults.say('nextPoll')
  return sourceFaults.say(fault === 'unauthorised' ? 'nextLogin' : 'nextAddress')
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
