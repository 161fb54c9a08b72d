import type Database from 'better-sqlite3'
import type { Commit } from '../../model/signal-store.ts'
import type { SignalRecord } from './signal-record.ts'
import { signalColumns } from './signal-record.ts'

/** Finds stored signals that a page should show and does not. */
export class VanishedSignals {
  private readonly inRange
  private readonly partIds

  constructor(db: Database.Database) {
    this.inRange = db.prepare<[string, number, number], SignalRecord>(
      `SELECT ${signalColumns} FROM signals s JOIN channels c USING (channel)
       WHERE c.name = ? AND s.id BETWEEN ? AND ? AND s.deleted_at IS NULL ORDER BY s.row`,
    )
    this.partIds = db.prepare<[number], number>('SELECT id FROM album_parts WHERE row = ?').pluck()
  }

  find({ channel, from, to, ids }: NonNullable<Commit['covers']>): readonly SignalRecord[] {
    const shown = new Set(ids)
    return this.inRange
      .all(channel, from, to)
      .filter(
        ({ id, row }) => !shown.has(id) && !this.partIds.all(row).some((part) => shown.has(part)),
      )
  }
}
