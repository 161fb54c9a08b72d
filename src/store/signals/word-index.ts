import type Database from 'better-sqlite3'
import { fold } from '../../lib/text.ts'

/** The full-text index over the standing texts. */
export class WordIndex {
  private readonly insert
  private readonly remove

  constructor(db: Database.Database) {
    this.insert = db.prepare<[number, string]>(
      'INSERT INTO signal_words (rowid, words) VALUES (?, ?)',
    )
    this.remove = db.prepare<[number]>('DELETE FROM signal_words WHERE rowid = ?')
  }

  /** Indexes texts by row, in the order of the rows: FTS5 flushes whenever they go backwards. */
  write(texts: ReadonlyMap<number, { text: string; isNew: boolean }>): void {
    for (const [row, { text, isNew }] of Array.from(texts).sort(([a], [b]) => a - b)) {
      if (!isNew) this.remove.run(row)
      this.insert.run(row, fold(text))
    }
  }
}
