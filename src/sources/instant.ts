const isoShape = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/
const zoned = /(Z|[+-]\d{2}:?\d{2})$/i

/** ISO 8601 in UTC, without the milliseconds where they are zero. */
export function formatInstant(epochMs: number): string | undefined {
  if (!(epochMs > -62_135_596_800_000 && epochMs < 253_402_300_800_000)) return undefined
  return new Date(epochMs).toISOString().replace('.000Z', 'Z')
}

/** Reads ISO 8601, in UTC where it names no zone; undefined for anything else. */
export function readIsoInstant(text: string): string | undefined {
  const trimmed = text.trim()
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return formatInstant(Date.parse(`${trimmed}T00:00:00Z`))
  if (!isoShape.test(trimmed)) return undefined
  const withT = trimmed.replace(' ', 'T').replace(/\s+(?=[+-Z])/i, '')
  return formatInstant(Date.parse(zoned.test(withT) ? withT : `${withT}Z`))
}

/** Reads whole seconds since 1970, as a number or in digits; undefined for anything else. */
export function readEpochSeconds(value: unknown): string | undefined {
  const digits =
    typeof value === 'number' ? value : /^\d{1,12}$/.test(String(value)) && Number(value)
  return typeof digits === 'number' && Number.isFinite(digits) && digits > 0
    ? formatInstant(Math.floor(digits) * 1000)
    : undefined
}
