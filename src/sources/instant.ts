import { formatInstant, parseInstant } from '../lib/time.ts'

/** Reads ISO 8601 as programs write it, in UTC where it names no zone; undefined for anything else. */
export function readIsoInstant(text: string): string | undefined {
  const [, date, time = '00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/.exec(
      text.trim(),
    ) ?? []
  if (date === undefined) return undefined
  const fullZone = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.toUpperCase()
  return parseInstant(`${date}T${time}${fullZone}`)
}

/** Reads milliseconds since 1970; undefined beyond the years that have four digits. */
export function readEpochMs(epochMs: number): string | undefined {
  return epochMs > 0 && epochMs < 253_402_300_800_000 ? formatInstant(epochMs) : undefined
}

/** Reads seconds since 1970, as a number or in digits; undefined for anything else. */
export function readEpochSeconds(value: string | number | null | undefined): string | undefined {
  if (typeof value === 'number') return readEpochMs(value * 1000)
  return /^\d{1,12}$/.test(value ?? '') ? readEpochMs(Number(value) * 1000) : undefined
}
