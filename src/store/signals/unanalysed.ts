import type Database from 'better-sqlite3'
import type { SignalRecord } from './signal-record.ts'
import { signalColumns } from './signal-record.ts'

type Waiting = SignalRecord & { queued: number }

/** Signals that wait for analysis. */
export class UnanalysedTable {
  private readonly put
  private readonly oldest
  private readonly take
  private readonly takeIf
  private readonly putAll
  /** Which payload had made a signal wait when it was handed out. */
  private readonly handedOut = new Map<number, number>()

  constructor(db: Database.Database) {
    this.put = db.prepare<[number, number]>(
      `INSERT INTO unanalysed (row, journal) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET journal = excluded.journal`,
    )
    this.oldest = db.prepare<[number, number], Waiting>(
      `SELECT ${signalColumns}, u.journal AS queued
       FROM unanalysed u JOIN signals s USING (row) JOIN channels c USING (channel)
       WHERE u.row > ? ORDER BY u.row LIMIT ?`,
    )
    this.take = db.prepare<[number]>('DELETE FROM unanalysed WHERE row = ?')
    this.takeIf = db.prepare<[number, number]>(
      'DELETE FROM unanalysed WHERE row = ? AND journal = ?',
    )
    this.putAll = db.prepare(
      'INSERT OR IGNORE INTO unanalysed (row, journal) SELECT row, 0 FROM signals',
    )
  }

  add(row: number, journal: number): void {
    this.put.run(row, journal)
  }

  list(limit: number, afterRow = -1): readonly SignalRecord[] {
    const waiting = this.oldest.all(afterRow, limit)
    for (const { row, queued } of waiting) this.handedOut.set(row, queued)
    return waiting
  }

  /** Marks a signal analysed, unless a later payload changed it while it was being analysed. */
  settle(row: number): void {
    const queued = this.handedOut.get(row)
    if (queued === undefined) this.take.run(row)
    else this.takeIf.run(row, queued)
    this.handedOut.delete(row)
  }

  addAll(): void {
    this.handedOut.clear()
    this.putAll.run()
  }
}
