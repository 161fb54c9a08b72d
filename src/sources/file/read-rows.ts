import type { Payload, Reading, Rejection } from '../../model/delivery.ts'
import type { RawPost } from '../../model/signal.ts'
import { reject } from '../rejection.ts'
import { splitRows, tooLongPlaces, type Row } from './rows.ts'

/** Reads one parsed row; undefined where it carries no post and is no fault. */
export type RowReader = (
  value: unknown,
  row: Row,
  payload: Payload,
) => RawPost | Rejection | undefined

/** Reads a payload row by row: a row that cannot be read rejects only itself. */
export function readRows(payload: Payload, readRow: RowReader): Reading {
  const posts: RawPost[] = []
  const rejected: Rejection[] = []
  let ignored = 0
  const tooLong = tooLongPlaces(payload)
  for (const row of splitRows(payload)) {
    const read = readOne(row, payload, readRow, tooLong)
    if (read === undefined) ignored += 1
    else if ('reason' in read) rejected.push(read)
    else posts.push(read)
  }
  return { posts, rejected, ignored }
}

function readOne(
  row: Row,
  payload: Payload,
  readRow: RowReader,
  tooLong: ReadonlySet<string>,
): RawPost | Rejection | undefined {
  if (tooLong.has(row.place)) {
    return reject('too-long', row.place, 'the line is longer than 16 MB and was cut', row.raw)
  }
  let value: unknown
  try {
    value = JSON.parse(row.raw)
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : ''
    return reject('malformed', row.place, `it is not JSON: ${why}`, row.raw)
  }
  return readRow(value, row, payload)
}
