import type Database from 'better-sqlite3'
import type { StoredReadings } from '../../model/archive.ts'
import type { SignalKey } from '../../model/signal.ts'
import { firstRowAt } from '../signals/signal-row.ts'
import type { SignalTable } from '../signals/signal-table.ts'

/** What analysis read in the signals of its window, so that a start need not read them again. */
export class ReadingTable {
  private readonly signals: SignalTable
  private readonly put
  private readonly ofRow
  private readonly removeBefore

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.put = db.prepare<[number, string, Uint8Array]>(
      `INSERT INTO readings (row, reader, content) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET reader = excluded.reader, content = excluded.content`,
    )
    this.ofRow = db
      .prepare<[number, string], Uint8Array>(
        'SELECT content FROM readings WHERE row = ? AND reader = ?',
      )
      .pluck()
    this.removeBefore = db.prepare<[number]>('DELETE FROM readings WHERE row < ?')
  }

  keep({ reader, readings, since }: StoredReadings): void {
    for (const [key, content] of readings) {
      const row = this.signals.findRow(key)
      if (row !== undefined) this.put.run(row, reader, content)
    }
    if (since !== undefined) this.removeBefore.run(firstRowAt(since))
  }

  /** Those of the reader; another's are as good as none. */
  get(keys: readonly SignalKey[], reader: string): Map<SignalKey, Uint8Array> {
    const found = new Map<SignalKey, Uint8Array>()
    for (const key of keys) {
      const row = this.signals.findRow(key)
      const content = row === undefined ? undefined : this.ofRow.get(row, reader)
      if (content !== undefined) found.set(key, content)
    }
    return found
  }
}
