import type { Rejection } from '../model/delivery.ts'

const longestRaw = 4_000
const longestDetail = 300

/** A rejection with its raw piece and its detail cut to a sane length, the detail on one line. */
export function reject(reason: string, place: string, detail: string, raw: string): Rejection {
  const line = detail.replace(/\s+/g, ' ').trim()
  return {
    reason,
    place,
    detail: line.length > longestDetail ? `${line.slice(0, longestDetail - 1)}…` : line,
    raw: raw.slice(0, longestRaw),
  }
}
