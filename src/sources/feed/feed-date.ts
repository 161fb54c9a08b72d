import { readEpochMs, readIsoInstant } from '../instant.ts'

const zoned = /(GMT|UTC?|Z|[A-Z]{2,4}T|[+-]\d{2}:?\d{2})\)?$/i

/** Reads a date as feeds write it, ISO 8601 or RFC 822, in UTC where it names no zone. */
export function readFeedDate(text: string): string | undefined {
  const trimmed = text.trim()
  const iso = readIsoInstant(trimmed)
  if (iso !== undefined || !/\d/.test(trimmed)) return iso
  // Only dates with the month in letters: bare numbers mean one day here and another there.
  if (!/[a-z]{3}/i.test(trimmed)) return undefined
  return readEpochMs(Date.parse(zoned.test(trimmed) ? trimmed : `${trimmed} GMT`))
}
