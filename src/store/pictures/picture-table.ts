import type Database from 'better-sqlite3'
import type { Media, MediaKind } from '../../model/signal.ts'

/** The photos and videos that wait to be fetched; written in the transaction that stores their posts. */
export class PictureTable {
  private readonly insert

  constructor(db: Database.Database) {
    this.insert = db.prepare<[number, string, string]>(
      'INSERT OR IGNORE INTO pictures (row, kind, address) VALUES (?, ?, ?)',
    )
  }

  /** Notes the media of a signal that are of these kinds, each once, whatever it is that brings them again. */
  want(row: number, media: readonly Media[], kinds: ReadonlySet<MediaKind>): void {
    for (const { kind, url, file } of media) {
      const address = url ?? (file === undefined ? undefined : `file:${file}`)
      if (kinds.has(kind) && address !== undefined) this.insert.run(row, kind, address)
    }
  }
}
