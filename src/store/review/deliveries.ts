import type Database from 'better-sqlite3'
import type { Edition } from '../../model/desk.ts'

/** Which edition goes to which target, and how far it got. */
export class DeliveryTable {
  private readonly insert
  private readonly begun
  private readonly takeBack

  constructor(db: Database.Database) {
    this.insert = db.prepare<[string, number, string, string]>(
      `INSERT INTO deliveries (dispatch, edition, target, state, created_at)
       VALUES (?, ?, ?, 'queued', ?)`,
    )
    this.begun = db
      .prepare<[string, number], number>(
        `SELECT 1 FROM deliveries WHERE dispatch = ? AND edition = ?
         AND state NOT IN ('queued', 'recalled')`,
      )
      .pluck()
    this.takeBack = db.prepare<[string, number]>(
      `UPDATE deliveries SET state = 'recalled' WHERE dispatch = ? AND edition = ?
       AND state = 'queued'`,
    )
  }

  enqueue({ dispatch, edition, at }: Edition, targets: readonly string[]): void {
    for (const target of targets) this.insert.run(dispatch, edition, target, at)
  }

  /** Takes an edition back before it leaves; false when it has begun to. */
  recall(dispatch: string, edition: number): boolean {
    if (this.begun.get(dispatch, edition) !== undefined) return false
    this.takeBack.run(dispatch, edition)
    return true
  }
}
