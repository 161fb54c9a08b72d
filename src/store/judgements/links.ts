import type Database from 'better-sqlite3'
import type { Link } from '../../model/link.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { SignalTable } from '../signals/signal-table.ts'

interface LinkRecord extends Omit<Link, 'from'> {
  row: number
  name: string
  id: number
}

const select = `SELECT l.row, c.name, s.id, l.target AS "to", l.kind, l.score, l.reason
  FROM links l JOIN signals s USING (row) JOIN channels c USING (channel)`

/** Links by the signal they start from. */
export class LinkTable {
  private readonly signals: SignalTable
  private readonly fromRow
  private readonly toTarget
  private readonly after
  private readonly removeFrom
  private readonly insert
  private readonly removeAll

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.fromRow = db.prepare<[number], LinkRecord>(
      `${select} WHERE l.row = ? ORDER BY l.target, l.kind`,
    )
    this.toTarget = db.prepare<[string], LinkRecord>(
      `${select} WHERE l.target = ? ORDER BY l.row, l.kind`,
    )
    this.after = db.prepare<[number, string, string, number], LinkRecord>(
      `${select} WHERE (l.row, l.target, l.kind) > (?, ?, ?)
       ORDER BY l.row, l.target, l.kind LIMIT ?`,
    )
    this.removeFrom = db.prepare<[number]>('DELETE FROM links WHERE row = ?')
    this.insert = db.prepare<[number, string, string, number, string]>(
      `INSERT INTO links (row, target, kind, score, reason) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET score = excluded.score, reason = excluded.reason`,
    )
    this.removeAll = db.prepare('DELETE FROM links')
  }

  /** Puts links in the place of all stored ones from the signals named. */
  replace(relinked: readonly SignalKey[], links: readonly Link[]): void {
    for (const key of relinked) this.removeFrom.run(this.signals.rowOf(key))
    for (const { from, to, kind, score, reason } of links) {
      this.insert.run(this.signals.rowOf(from), to, kind, score, reason)
    }
  }

  from(key: SignalKey): readonly Link[] {
    const row = this.signals.findRow(key)
    return row === undefined ? [] : this.fromRow.all(row).map(toLink)
  }

  to(target: string): readonly Link[] {
    return this.toTarget.all(target).map(toLink)
  }

  /** All links by the time of their signal, in batches. */
  *walk(batch: number): Generator<readonly Link[]> {
    let last: readonly [number, string, string] = [-1, '', '']
    for (;;) {
      const records = this.after.all(...last, batch)
      const end = records.at(-1)
      if (!end) return
      last = [end.row, end.to, end.kind]
      yield records.map(toLink)
    }
  }

  clear(): void {
    this.removeAll.run()
  }
}

function toLink({ name, id, to, kind, score, reason }: LinkRecord): Link {
  return { from: `${name}/${id}`, to, kind, score, reason }
}
