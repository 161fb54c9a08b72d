import type { Payload, Reading } from '../model/delivery.ts'
import { cleanText } from './clean-text.ts'

const rawLimit = 2000

/** The reading of a payload that its reader could not read at all; the journal keeps the bytes. */
export function quarantineWhole({ body, address }: Payload, cause: unknown): Reading {
  const detail = cause instanceof Error ? cause.message : String(cause)
  const start =
    typeof body === 'string' ? body.slice(0, rawLimit) : Buffer.from(body.subarray(0, rawLimit))
  return {
    posts: [],
    rejected: [
      {
        reason: 'unreadable',
        place: address === undefined ? 'whole payload' : `whole payload of ${address}`,
        detail: cleanText(detail).slice(0, 500),
        raw: cleanText(start.toString()),
      },
    ],
    ignored: 0,
  }
}
