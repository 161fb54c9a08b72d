import { InvalidArgumentError } from 'commander'
import { parseInstant } from '../lib/time.ts'

/** A whole number from 1. */
export function readCount(value: string): number {
  const count = Number(value)
  if (Number.isSafeInteger(count) && count >= 1) return count
  throw new InvalidArgumentError('Expected a whole number from 1, such as 20.')
}

/** A story's or stub's number, with or without the `#` that tables show. */
export function readNumber(value: string): number {
  const number = Number(value.replace(/^#/, ''))
  if (Number.isSafeInteger(number) && number >= 1) return number
  throw new InvalidArgumentError('Expected the number of a story, such as 12, as `wire` shows it.')
}

/** One more number of a list of them. */
export const readNumbers = (value: string, before: readonly number[] | undefined) => [
  ...(before ?? []),
  readNumber(value),
]

/** Hours back from now; parts of an hour are allowed. */
export function readHours(value: string): number {
  const hours = Number(value)
  if (Number.isFinite(hours) && hours > 0) return hours
  throw new InvalidArgumentError('Expected a number of hours, such as 24.')
}

/** A day or an instant with its zone, as an instant in UTC. */
export function readSince(value: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value
  const at = parseInstant(day)
  if (at !== undefined) return at
  throw new InvalidArgumentError(
    'Expected a day (2026-04-30) or an instant with its zone (2026-04-30T18:00:00Z).',
  )
}
