import type Database from 'better-sqlite3'
import { farAhead } from '../../lib/time.ts'
import type { Picture, PictureFacts, PictureStore, PictureTask } from '../../model/picture.ts'
import type { SignalKey } from '../../model/signal.ts'
import { answer } from '../answer.ts'
import type { Chain } from '../chain/chain.ts'
import { type ChainedPicture, pictureItem } from '../chain/chain-items.ts'
import type { UndraftedTable } from '../judgements/undrafted.ts'
import type { SignalTable } from '../signals/signal-table.ts'
import {
  type PictureRecord,
  selectChainedPicture,
  selectPictures,
  toPicture,
} from './picture-record.ts'

interface Place {
  picture: number
  row: number
  first: number | null
  first_row: number | null
  mirrored: number
}

interface Like {
  picture: number
  mirrored: boolean
}

/** Photos of signals, as the rest of Intake asks for them. */
export class PictureArchive implements PictureStore {
  private readonly db: Database.Database
  private readonly tables
  private readonly listDue
  private readonly count
  private readonly put
  private readonly setFirst
  private readonly place
  private readonly storyOf
  private readonly chained
  private readonly wait
  private readonly giveUp
  private readonly ofRow
  private readonly newest
  private readonly after
  private readonly kept
  private readonly drop
  private readonly listFailed

  constructor(
    db: Database.Database,
    tables: { signals: SignalTable; undrafted: UndraftedTable; chain: Chain },
  ) {
    this.db = db
    this.tables = tables
    this.listDue = db.prepare<[string, string, number], PictureTask>(
      `SELECT p.picture, c.name || '/' || s.id AS signal, p.kind, p.address, p.attempts
       FROM pictures p JOIN signals s USING (row) JOIN channels c USING (channel)
       WHERE p.state = 'waiting' AND (p.due_at <= ? OR p.due_at > ?) ORDER BY p.row DESC LIMIT ?`,
    )
    this.count = db.prepare<[number]>(
      'UPDATE pictures SET attempts = attempts + 1 WHERE picture = ?',
    )
    this.put = db.prepare<[Record<string, unknown>]>(
      `UPDATE pictures SET state = 'fetched', reason = NULL, fetched_at = @at, type = @type, bytes = @bytes,
         width = @width, height = @height, sha256 = @sha256, print = @print, kept = @kept
       WHERE picture = @picture`,
    )
    this.setFirst = db.prepare<[number, number, number]>(
      'UPDATE pictures SET first = ?, mirrored = ? WHERE picture = ?',
    )
    this.place = db.prepare<[number], Place>(
      `SELECT p.picture, p.row, p.first, f.row AS first_row, p.mirrored
       FROM pictures p LEFT JOIN pictures f ON f.picture = p.first WHERE p.picture = ?`,
    )
    this.storyOf = db
      .prepare<[number], number>('SELECT story FROM story_signals WHERE row = ?')
      .pluck()
    this.chained = db.prepare<[number], ChainedPicture>(selectChainedPicture)
    this.wait = db.prepare<[string, string, number]>(
      'UPDATE pictures SET reason = ?, due_at = ? WHERE picture = ?',
    )
    this.giveUp = db.prepare<[string, number]>(
      "UPDATE pictures SET state = 'failed', reason = ? WHERE picture = ?",
    )
    this.ofRow = db.prepare<[number], PictureRecord>(selectPictures)
    this.newest = db
      .prepare<[number], number>(
        'SELECT picture FROM pictures WHERE print IS NOT NULL ORDER BY picture DESC LIMIT 1 OFFSET ?',
      )
      .pluck()
    this.after = db.prepare<[number, number], { picture: number; print: Buffer }>(
      'SELECT picture, print FROM pictures WHERE picture > ? AND print IS NOT NULL ORDER BY picture LIMIT ?',
    )
    this.kept = db.prepare<[{ at: string; limit: number }], { sha256: Buffer; type: string }>(
      `SELECT sha256, type FROM pictures p WHERE kept = 1 AND fetched_at < @at
         AND NOT EXISTS (SELECT 1 FROM pictures q
           WHERE q.sha256 = p.sha256 AND q.kept = 1 AND q.fetched_at >= @at)
       GROUP BY sha256 LIMIT @limit`,
    )
    this.listFailed = db.prepare<[number], { signal: SignalKey; reason: string }>(
      `SELECT c.name || '/' || s.id AS signal, p.reason
       FROM pictures p JOIN signals s USING (row) JOIN channels c USING (channel)
       WHERE p.state = 'failed' ORDER BY p.row DESC LIMIT ?`,
    )
    this.drop = db.prepare<[Buffer]>('UPDATE pictures SET kept = 0 WHERE sha256 = ? AND kept = 1')
  }

  due(at: string, limit: number): Promise<readonly PictureTask[]> {
    return answer(() => this.listDue.all(at, farAhead(at), limit))
  }

  begin(picture: number): Promise<void> {
    return answer(() => {
      this.count.run(picture)
    })
  }

  keep(picture: number, facts: PictureFacts, like: readonly Like[], at: string): Promise<boolean> {
    const run = this.db.transaction(() => this.write(picture, facts, like, at))
    return answer(() => run.immediate())
  }

  later(picture: number, reason: string, dueAt: string): Promise<void> {
    return answer(() => {
      this.wait.run(reason, dueAt, picture)
    })
  }

  fail(picture: number, reason: string): Promise<void> {
    return answer(() => {
      this.giveUp.run(reason, picture)
    })
  }

  of(keys: readonly SignalKey[]): Promise<ReadonlyMap<SignalKey, readonly Picture[]>> {
    return answer(() => {
      const found = new Map<SignalKey, readonly Picture[]>()
      for (const key of keys) {
        const row = this.tables.signals.findRow(key)
        const pictures = row === undefined ? [] : this.ofRow.all(row).map(toPicture)
        if (pictures.length > 0) found.set(key, pictures)
      }
      return found
    })
  }

  failed(limit: number): Promise<readonly { signal: SignalKey; reason: string }[]> {
    return answer(() => this.listFailed.all(limit))
  }

  async *prints(
    most: number,
    batch: number,
  ): AsyncIterable<readonly { picture: number; print: Uint8Array }[]> {
    let last = await answer(() => this.newest.get(most) ?? 0)
    for (;;) {
      const from = last
      const rows = await answer(() => this.after.all(from, batch))
      const end = rows.at(-1)
      if (end === undefined) return
      last = end.picture
      yield rows
    }
  }

  keptBefore(at: string, limit: number): Promise<readonly Pick<PictureFacts, 'sha256' | 'type'>[]> {
    return answer(() =>
      this.kept
        .all({ at, limit })
        .map(({ sha256, type }) => ({ sha256: sha256.toString('hex'), type })),
    )
  }

  letGo(sha256: string): Promise<void> {
    return answer(() => {
      this.drop.run(Buffer.from(sha256, 'hex'))
    })
  }

  private write(
    picture: number,
    { sha256, print, kept, ...facts }: PictureFacts,
    like: readonly Like[],
    at: string,
  ): boolean {
    const own = this.place.get(picture)
    if (own === undefined) return false
    this.put.run({
      picture,
      at,
      width: null,
      height: null,
      ...facts,
      sha256: Buffer.from(sha256, 'hex'),
      print: print === undefined ? null : Buffer.from(print),
      kept: kept === true ? 1 : 0,
    })
    const stored = this.chained.get(picture)
    if (stored !== undefined)
      this.tables.chain.appendItems('picture', `picture ${picture}`, [pictureItem(stored)], at)
    return this.linkToFirst(own, like)
  }

  /** The order in which they were posted counts, not that in which they were fetched. */
  private linkToFirst(own: Place, like: readonly Like[]): boolean {
    const others = like.flatMap(({ picture, mirrored: turned }) => {
      const place = this.place.get(picture)
      return place === undefined || place.row === own.row ? [] : [{ ...place, turned }]
    })
    const [earlier] = others.filter(({ row }) => row < own.row).sort((a, b) => a.row - b.row)
    const rows: number[] = []
    const link = (place: Place, first: number, isMirrored: boolean) => {
      this.setFirst.run(first, isMirrored ? 1 : 0, place.picture)
      rows.push(place.row)
    }
    if (earlier !== undefined) {
      const isMirrored = earlier.turned !== (earlier.first !== null && earlier.mirrored === 1)
      link(own, earlier.first ?? earlier.picture, isMirrored)
    } else {
      for (const one of others)
        if (one.first_row === null || one.first_row > own.row) link(one, own.picture, one.turned)
    }
    const stories = new Set(rows.flatMap((row) => this.storyOf.get(row) ?? []))
    for (const story of stories) this.tables.undrafted.add(story)
    return stories.size > 0
  }
}
