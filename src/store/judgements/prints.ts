import type Database from 'better-sqlite3'
import type { OldTexts } from '../../model/analysis.ts'
import { type SignalKey, signalKey } from '../../model/signal.ts'
import { firstRowAt } from '../signals/signal-row.ts'

/** A print in more texts than this is a stock phrase. */
const commonPrint = 16
/** Old texts looked at for one new one. */
const mostTexts = 3

/** Old texts by their prints. */
export class PrintTable {
  private readonly insert
  private readonly hasOlder
  private readonly sharing
  private readonly keyOf
  private readonly removeAll

  constructor(db: Database.Database) {
    this.insert = db.prepare<[number, number]>(
      'INSERT OR IGNORE INTO prints (print, row) VALUES (?, ?)',
    )
    this.hasOlder = db
      .prepare<[number], number>('SELECT 1 FROM signals WHERE row < ? LIMIT 1')
      .pluck()
    // One more row than is of use tells a stock phrase.
    this.sharing = db.prepare<[number, string], { print: number; rows: string }>(
      `SELECT print, rows FROM (
         SELECT value AS print, (
           SELECT json_group_array(row) FROM (
             SELECT row FROM prints WHERE print = value AND row < ? LIMIT ${commonPrint + 1})
         ) AS rows FROM json_each(?))
       WHERE rows <> '[]'`,
    )
    this.keyOf = db.prepare<[number], { name: string; id: number }>(
      'SELECT c.name, s.id FROM signals s JOIN channels c USING (channel) WHERE s.row = ?',
    )
    this.removeAll = db.prepare('DELETE FROM prints')
  }

  add(row: number, prints: readonly number[]): void {
    for (const print of prints) this.insert.run(print, row)
  }

  find({ before, prints }: OldTexts): SignalKey[] {
    const until = firstRowAt(before)
    const sought = [...new Set(prints.flat())]
    if (sought.length === 0 || this.hasOlder.get(until) === undefined) return []
    const rowsOf = new Map<number, readonly number[]>()
    for (const { print, rows } of this.sharing.all(until, JSON.stringify(sought))) {
      const found = JSON.parse(rows) as number[]
      if (found.length <= commonPrint) rowsOf.set(print, found)
    }
    const rows = new Set(prints.flatMap((each) => mostShared(each, rowsOf)))
    return Array.from(rows, (row) => this.keyOf.get(row)).flatMap((found) =>
      found === undefined ? [] : signalKey(found.name, found.id),
    )
  }

  clear(): void {
    this.removeAll.run()
  }
}

/** The rows that share most prints with one text, older ones first where they are as many. */
function mostShared(
  prints: readonly number[],
  rowsOf: ReadonlyMap<number, readonly number[]>,
): number[] {
  const counts = new Map<number, number>()
  for (const print of prints) {
    for (const row of rowsOf.get(print) ?? []) counts.set(row, (counts.get(row) ?? 0) + 1)
  }
  return Array.from(counts)
    .sort(([a, first], [b, second]) => second - first || a - b)
    .slice(0, mostTexts)
    .map(([row]) => row)
}
