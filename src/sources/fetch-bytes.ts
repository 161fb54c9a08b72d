import { get } from '../lib/http.ts'
import { sourceFaults } from '../lib/source-faults.ts'
import { SourceError } from '../model/errors.ts'
import type { PictureAnswer } from '../model/picture.ts'

export interface FetchLimits {
  maxBytes: number
  allowPrivate: boolean
  signal: AbortSignal
}

const mostRedirects = 3
/** Statuses that may pass: too early, too many, and faults of the server. */
const passing = (status: number) =>
  status === 408 || status === 425 || status === 429 || status >= 500

/** Fetches the bytes of a photo by its address, within limits. */
export async function fetchBytes(url: string, limits: FetchLimits): Promise<PictureAnswer> {
  try {
    const request = { url, name: 'picture', maxRedirects: mostRedirects, ...limits }
    const { status, body, headers } = await get(request)
    if (status === 200) return { kind: 'bytes', bytes: body }
    const reason = sourceFaults.say('pictureStatus', { status })
    if (!passing(status)) return { kind: 'none', reason }
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    return {
      kind: 'later',
      reason,
      ...(seconds > 0 && { afterSeconds: Math.min(seconds, 86_400) }),
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    const isLasting = error.fault === 'too-large' || error.fault === 'refused'
    return { kind: isLasting ? 'none' : 'later', reason: error.message }
  }
}
