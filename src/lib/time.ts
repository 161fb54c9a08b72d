const instantPattern = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** ISO 8601 UTC in whole seconds, so that comparing the strings compares the times. */
export function formatInstant(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`
}

/** Reads an ISO 8601 instant with a zone; undefined for anything else, such as 30 February or a local time. */
export function parseInstant(value: string): string | undefined {
  const [, year, month, day] = instantPattern.exec(value) ?? []
  if (year === undefined || Number(day) > daysInMonth(Number(year), Number(month))) return undefined
  const epochMs = Date.parse(value)
  return Number.isNaN(epochMs) ? undefined : formatInstant(epochMs)
}

const longestPauseMs = 2 * 86_400_000

/**
 * No pause, no quiet time and no digest puts anything off for so long: what is due later than this instant
 * was put off before the clock was set back, and is due now.
 */
export const farAhead = (now: string): string => formatInstant(Date.parse(now) + longestPauseMs)

export function epochSeconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000)
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
