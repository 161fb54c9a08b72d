import type { QuietHours } from '../../model/watch.ts'
import { localTime } from '../compose/window.ts'

const minuteMs = 60_000
const dayMinutes = 24 * 60

/** When what is to be told at `now` may be told: now, or when the member's quiet hours are over. */
export function afterQuiet(now: string, hours: QuietHours | undefined, timezone: string): string {
  if (hours === undefined) return now
  const at = minutesOf(localTime(now, timezone).clock)
  const from = minutesOf(hours.from)
  const to = minutesOf(hours.to)
  const isQuiet = from <= to ? at >= from && at < to : at >= from || at < to
  if (!isQuiet) return now
  // Hours of a night when clocks change may end an hour off; the next look finds them over.
  const wait = (to - at + dayMinutes) % dayMinutes
  return new Date(Date.parse(now) + wait * minuteMs).toISOString()
}

/** Reads `23:00-07:00`; undefined for anything else. */
export function readQuietHours(typed: string): QuietHours | undefined {
  const [, from, to] =
    /^\s*(\d{1,2}(?::\d{2})?)\s*[-–—]\s*(\d{1,2}(?::\d{2})?)\s*$/.exec(typed) ?? []
  const start = clockOf(from)
  const end = clockOf(to)
  return start === undefined || end === undefined || start === end
    ? undefined
    : { from: start, to: end }
}

function clockOf(typed: string | undefined): string | undefined {
  const [hours = '', minutes = '00'] = typed?.split(':') ?? []
  if (typed === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return `${hours.padStart(2, '0')}:${minutes}`
}

const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
