import type { ReadingAhead } from '../analysis/readings/reading-ahead.ts'

/** Many readings in five arrays, which pass from one thread to another without being copied. */
export interface ReadingParcel {
  bytes: Uint8Array<ArrayBuffer>
  /** Where the bytes of each reading end. */
  byteEnds: Uint32Array<ArrayBuffer>
  lines: Uint32Array<ArrayBuffer>
  /** Where the lines of each reading end. */
  lineEnds: Uint32Array<ArrayBuffer>
  /** How many of the lines of each reading were signatures. */
  signed: Uint32Array<ArrayBuffer>
}

/** Puts readings in one parcel. */
export function packReadings(readings: readonly ReadingAhead[]): ReadingParcel {
  const byteEnds = endsOf(readings.map(({ bytes }) => bytes.length))
  const bytes = new Uint8Array(byteEnds.at(-1) ?? 0)
  for (const [index, reading] of readings.entries()) {
    bytes.set(reading.bytes, byteEnds[index - 1] ?? 0)
  }
  const lineEnds = endsOf(readings.map(({ lines }) => lines.length))
  const lines = Uint32Array.from(readings.flatMap((reading) => reading.lines))
  const signed = Uint32Array.from(readings, (reading) => reading.signed)
  return { bytes, byteEnds, lines, lineEnds, signed }
}

/** The readings of a parcel, in their order; their bytes are still the parcel's. */
export function unpackReadings({
  bytes,
  byteEnds,
  lines,
  lineEnds,
  signed,
}: ReadingParcel): ReadingAhead[] {
  return Array.from(byteEnds, (end, index) => ({
    bytes: bytes.subarray(byteEnds[index - 1] ?? 0, end),
    lines: Array.from(lines.subarray(lineEnds[index - 1] ?? 0, lineEnds[index])),
    signed: signed[index] ?? 0,
  }))
}

/** What is handed over with the parcel. */
export const buffersOf = (parcel: ReadingParcel): ArrayBuffer[] => [
  parcel.bytes.buffer,
  parcel.byteEnds.buffer,
  parcel.lines.buffer,
  parcel.lineEnds.buffer,
  parcel.signed.buffer,
]

function endsOf(lengths: readonly number[]): Uint32Array<ArrayBuffer> {
  let end = 0
  return Uint32Array.from(lengths, (length) => (end += length))
}
