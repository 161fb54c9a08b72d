import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Commit } from '../../model/signal-store.ts'
import type { QuarantineEntry } from '../../model/stats.ts'
import type { Rejection } from '../../model/delivery.ts'

const rawLimit = 4000

type NewEntry = Omit<QuarantineEntry, 'quarantine'> & { content: Buffer }

/** Pieces of payloads that could not be read; the same piece of the same source is kept once. */
export class QuarantineTable {
  private readonly insert
  private readonly again
  private readonly newest

  constructor(db: Database.Database) {
    this.insert = db.prepare<[NewEntry]>(
      `INSERT INTO quarantine (journal, source, at, reason, place, detail, raw, content)
       VALUES (@journal, @source, @at, @reason, @place, @detail, @raw, @content)
       ON CONFLICT DO NOTHING`,
    )
    this.again = db.prepare<[Buffer]>('UPDATE quarantine SET seen = seen + 1 WHERE content = ?')
    this.newest = db.prepare<[number], QuarantineEntry>(
      `SELECT quarantine, journal, source, at, reason, place, detail, raw
       FROM quarantine ORDER BY quarantine DESC LIMIT ?`,
    )
  }

  /** Returns how many were not there before. */
  add({ rejected, source, journal, seenAt }: Commit): number {
    let added = 0
    for (const rejection of rejected) {
      const content = contentHash(source, rejection)
      const raw = rejection.raw.slice(0, rawLimit)
      const entry = { ...rejection, raw, source, journal, at: seenAt, content }
      if (this.insert.run(entry).changes === 1) added++
      else this.again.run(content)
    }
    return added
  }

  list(limit: number): readonly QuarantineEntry[] {
    return this.newest.all(limit)
  }
}

// Without the place: a feed item moves down its feed as others come.
function contentHash(source: string, { reason, raw }: Rejection): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([source, reason, raw]))
    .digest()
}
