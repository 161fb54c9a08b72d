import type { Payload } from '../../model/delivery.ts'
import { decodeBody } from '../decode-body.ts'
import { JsonScanner } from './json-scanner.ts'

export interface Row {
  raw: string
  /** `line 17`, or `row 17` of a list. */
  place: string
}

/**
 * The rows of a payload that holds JSON Lines, or one JSON list. `meta.firstLine` is the number of its
 * first line or row; `meta.tooLong` names lines that were cut for their length.
 */
export function splitRows(payload: Payload): Row[] {
  const text = decodeBody(payload.body).replace(/^\uFEFF/, '')
  const first = Number(payload.meta?.['firstLine'] ?? 1)
  if (!/^\s*\[\s*(\{|$)/.test(text.slice(0, 1_000))) {
    return text
      .split('\n')
      .map((raw, index) => ({ raw: raw.trim(), place: `line ${first + index}` }))
      .filter(({ raw }) => raw !== '')
  }
  const scanner = new JsonScanner()
  scanner.push(text)
  const raws = scanner.take().map(({ raw }) => raw)
  const tail = scanner.unfinished()
  if (tail !== undefined) raws.push(tail)
  return raws.map((raw, index) => ({ raw, place: `row ${first + index}` }))
}

/** The rows that were cut for their length, by place. */
export function tooLongPlaces(payload: Payload): ReadonlySet<string> {
  const numbers = (payload.meta?.['tooLong'] ?? '').split(',')
  return new Set(numbers.filter((number) => number !== '').map((number) => `line ${number}`))
}
