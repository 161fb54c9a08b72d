import type Database from 'better-sqlite3'
import type { Media } from '../../model/signal.ts'

/** The photos that wait to be fetched; written in the transaction that stores their posts. */
export class PictureTable {
  private readonly insert

  constructor(db: Database.Database) {
    this.insert = db.prepare<[number, string]>(
      'INSERT OR IGNORE INTO pictures (row, address) VALUES (?, ?)',
    )
  }

  /** Notes the photos of a signal, each once, whatever it is that brings them again. */
  want(row: number, media: readonly Media[]): void {
    for (const one of media) {
      const address = addressOf(one)
      if (address !== undefined) this.insert.run(row, address)
    }
  }
}

/** Under which a photo is fetched; undefined for other media, and where nothing tells. */
export function addressOf({ kind, url, file }: Media): string | undefined {
  if (kind !== 'photo') return undefined
  return url ?? (file === undefined ? undefined : `file:${file}`)
}
