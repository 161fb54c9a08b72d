import type { ReadingAhead } from '../analysis/readings/reading-ahead.ts'

/** Many readings in four arrays, which pass from one thread to another without being copied. */
export interface ReadingParcel {
  bytes: Uint8Array<ArrayBuffer>
  /** Where the bytes of each reading end. */
  byteEnds: Uint32Array<ArrayBuffer>
  lines: Uint32Array<ArrayBuffer>
  /** Where the unsigned lines of each reading end. */
  lineEnds: Uint32Array<ArrayBuffer>
}

/** Puts readings in one parcel. */
export function packReadings(readings: readonly ReadingAhead[]): ReadingParcel {
  const byteEnds = endsOf(readings.map(({ bytes }) => bytes.length))
  const bytes = new Uint8Array(byteEnds.at(-1) ?? 0)
  for (const [index, reading] of readings.entries()) {
    bytes.set(reading.bytes, byteEnds[index - 1] ?? 0)
  }
  const lineEnds = endsOf(readings.map(({ unsigned }) => unsigned.length))
  const lines = Uint32Array.from(readings.flatMap(({ unsigned }) => unsigned))
  return { bytes, byteEnds, lines, lineEnds }
}

/** The readings of a parcel, in their order; their bytes are still the parcel's. */
export function unpackReadings({
  bytes,
  byteEnds,
  lines,
  lineEnds,
}: ReadingParcel): ReadingAhead[] {
  return Array.from(byteEnds, (end, index) => ({
    bytes: bytes.subarray(byteEnds[index - 1] ?? 0, end),
    unsigned: Array.from(lines.subarray(lineEnds[index - 1] ?? 0, lineEnds[index])),
  }))
}

/** What is handed over with the parcel. */
export const buffersOf = ({ bytes, byteEnds, lines, lineEnds }: ReadingParcel): ArrayBuffer[] => [
  bytes.buffer,
  byteEnds.buffer,
  lines.buffer,
  lineEnds.buffer,
]

function endsOf(lengths: readonly number[]): Uint32Array<ArrayBuffer> {
  let end = 0
  return Uint32Array.from(lengths, (length) => (end += length))
}
