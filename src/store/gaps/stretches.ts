import type Database from 'better-sqlite3'
import type { IdRange } from '../../model/gap.ts'

interface Stretch {
  from_id: number
  to_id: number
}

/** Which ids of a channel are accounted for, as stretches: the same for any order in which they came. */
export class StretchTable {
  private readonly span
  private readonly putSpan
  private readonly seed
  private readonly reaching
  private readonly remove
  private readonly put
  private readonly inside

  constructor(db: Database.Database) {
    this.span = db.prepare<[number], Stretch>('SELECT from_id, to_id FROM spans WHERE channel = ?')
    this.putSpan = db.prepare<[number, number, number]>(
      `INSERT INTO spans (channel, from_id, to_id) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET from_id = excluded.from_id, to_id = excluded.to_id`,
    )
    // Ids in a row have one difference to their place in the order.
    this.seed = db.prepare<[{ channel: number }]>(
      `INSERT INTO stretches (channel, from_id, to_id)
       SELECT @channel, min(id), max(id) FROM (
         SELECT id, id - row_number() OVER (ORDER BY id) AS island FROM (
           SELECT id FROM signals WHERE channel = @channel
           UNION SELECT id FROM album_parts WHERE channel = @channel))
       GROUP BY island`,
    )
    this.reaching = db.prepare<[number, number], Stretch>(
      `SELECT from_id, to_id FROM stretches WHERE channel = ? AND from_id <= ?
       ORDER BY from_id DESC`,
    )
    this.remove = db.prepare<[number, number]>(
      'DELETE FROM stretches WHERE channel = ? AND from_id = ?',
    )
    this.put = db.prepare<[number, number, number]>(
      'INSERT INTO stretches (channel, from_id, to_id) VALUES (?, ?, ?)',
    )
    this.inside = db.prepare<[number, number, number], Stretch>(
      `SELECT from_id, to_id FROM stretches WHERE channel = ? AND from_id BETWEEN ? AND ?
       ORDER BY from_id`,
    )
  }

  /** Undefined for a channel that is not collected. */
  spanOf(channel: number): IdRange | undefined {
    const span = this.span.get(channel)
    return span && toRange(span)
  }

  /**
   * Widens what is collected to hold the range; answers where ids may be missing now that were outside before.
   * With the first range of a channel what is stored of it already is accounted for.
   */
  widen(channel: number, { from, to }: IdRange): readonly IdRange[] {
    const span = this.spanOf(channel)
    if (span === undefined) this.seed.run({ channel })
    const { from: first, to: last } = span ?? { from, to }
    if (span !== undefined && first <= from && last >= to) return []
    this.putSpan.run(channel, Math.min(first, from), Math.max(last, to))
    return [
      ...(from < first ? [{ from, to: first }] : []),
      ...(to > last ? [{ from: last, to }] : []),
    ]
  }

  cover(channel: number, { from, to }: IdRange): void {
    let [low, high] = [from, to]
    const joined: number[] = []
    for (const { from_id, to_id } of this.reaching.iterate(channel, to + 1)) {
      if (to_id < from - 1) break
      if (from_id <= from && to_id >= to) return
      joined.push(from_id)
      low = Math.min(low, from_id)
      high = Math.max(high, to_id)
    }
    for (const from_id of joined) this.remove.run(channel, from_id)
    this.put.run(channel, low, high)
  }

  /** What of the range is not accounted for, lowest first. */
  missing(channel: number, { from, to }: IdRange): readonly IdRange[] {
    const before = this.reaching.get(channel, from)
    const missing: IdRange[] = []
    let next = Math.max(from, (before?.to_id ?? 0) + 1)
    for (const { from_id, to_id } of this.inside.iterate(channel, from + 1, to)) {
      if (from_id > next) missing.push({ from: next, to: from_id - 1 })
      next = Math.max(next, to_id + 1)
    }
    if (next <= to) missing.push({ from: next, to })
    return missing
  }
}

const toRange = ({ from_id, to_id }: Stretch): IdRange => ({ from: from_id, to: to_id })
