import type Database from 'better-sqlite3'
import type { Media, RawPost } from '../../model/signal.ts'
import { readMedia, writeMedia } from './signal-record.ts'

/** One post of an album: what it adds to the signal that the album is. */
export interface AlbumPart {
  id: number
  text: string
  media: readonly Media[]
}

interface PartRecord {
  id: number
  text: string
  media: string
}

/** Which signal the posts of an album were merged in. */
export class AlbumTable {
  private readonly ofPart
  private readonly ofAlbum
  private readonly partsOf
  private readonly addAlbum
  private readonly putPart

  constructor(db: Database.Database) {
    this.ofPart = db
      .prepare<[number, number], number>('SELECT row FROM album_parts WHERE channel = ? AND id = ?')
      .pluck()
    this.ofAlbum = db
      .prepare<[number, string], number>('SELECT row FROM albums WHERE channel = ? AND album = ?')
      .pluck()
    this.partsOf = db.prepare<[number], PartRecord>(
      'SELECT id, text, media FROM album_parts WHERE row = ? ORDER BY id',
    )
    this.addAlbum = db.prepare<[number, string, number]>(
      'INSERT INTO albums (channel, album, row) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    )
    this.putPart = db.prepare<[number, number, number, string, string]>(
      `INSERT INTO album_parts (channel, id, row, text, media) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET text = excluded.text, media = excluded.media`,
    )
  }

  /** The row of the signal that the post is a part of. */
  find(channel: number, { id, album }: RawPost): number | undefined {
    return (
      this.ofPart.get(channel, id) ??
      (album === undefined ? undefined : this.ofAlbum.get(channel, album))
    )
  }

  parts(row: number): readonly AlbumPart[] {
    return this.partsOf
      .all(row)
      .map(({ id, text, media }) => ({ id, text, media: readMedia(media) }))
  }

  put(channel: number, row: number, album: string | undefined, part: AlbumPart): void {
    if (album !== undefined) this.addAlbum.run(channel, album, row)
    this.putPart.run(channel, part.id, row, part.text, writeMedia(part.media) ?? '[]')
  }
}

/** The parts with one of them put in, in the order of their ids. */
export function withPart(parts: readonly AlbumPart[], part: AlbumPart): readonly AlbumPart[] {
  return parts
    .filter(({ id }) => id !== part.id)
    .concat(part)
    .sort((a, b) => a.id - b.id)
}

/** The words of an album: those of its parts, each once. */
export function albumText(parts: readonly AlbumPart[]): string {
  return Array.from(new Set(parts.map(({ text }) => text).filter((text) => text !== ''))).join(
    '\n\n',
  )
}

/** The media of an album; a page shows all of them in one post, the bot one in each. */
export function albumMedia(parts: readonly AlbumPart[]): readonly Media[] {
  const whole = parts.find(({ media }) => parts.length > 1 && media.length >= parts.length)
  return whole ? whole.media : parts.flatMap(({ media }) => media)
}
