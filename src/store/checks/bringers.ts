import type Database from 'better-sqlite3'
import type { SignalKey } from '../../model/signal.ts'

/**
 * The payload that each signal is said to come of, against the one whose entry spoke of it first. Is told of entries
 * from the end of the chain to its beginning. What was stored before there was a chain can't be told.
 */
export class BringerCheck {
  private readonly said
  private readonly others = new Map<SignalKey, number>()
  /** Stored before there was a chain. */
  private readonly older = new Set<SignalKey>()

  constructor(db: Database.Database) {
    this.said = db
      .prepare<[string, number], string>(
        `SELECT 'payload ' || s.journal FROM signals s JOIN channels c USING (channel)
         WHERE c.name = ? AND s.id = ?`,
      )
      .pluck()
  }

  /** An entry that speaks of the signal. */
  note(key: SignalKey, { entry, kind, subject }: { entry: number; kind: string; subject: string }) {
    if (kind !== 'commit') this.older.add(key)
    const cut = key.lastIndexOf('/')
    const said = this.said.get(key.slice(0, cut), Number(key.slice(cut + 1)))
    if (this.older.has(key) || said === undefined || said === subject) this.others.delete(key)
    else this.others.set(key, entry)
  }

  *findings() {
    for (const [key, entry] of this.others) {
      const problem = `It is said to come of another payload than brought it. (chain entry ${entry})`
      yield { place: `signal ${key}`, problem }
    }
  }
}
