import type Database from 'better-sqlite3'
import type { GapKind, IdRange } from '../../model/gap.ts'
import { firstRowAt } from '../signals/signal-row.ts'
import { gapColumns, type GapRecord } from './gap-record.ts'

export interface NewGap {
  kind: GapKind
  source: string
  channel: string | null
  from_id: number | null
  to_id: number | null
  from_at: string
  to_at: string | null
  fault: string | null
  noticed_at: string
}

/** A draft is looked at again for what opened or closed within so long before its last post. */
const draftHours = 36

/** The ledger's rows. Whatever opens or closes has the drafts of its time composed again. */
export class GapTable {
  private readonly insert
  private readonly setClosed
  private readonly setEnd
  private readonly overlapping
  private readonly ofSource
  private readonly endless
  private readonly postsById
  private readonly postsByTime
  private readonly redraft

  constructor(db: Database.Database) {
    this.insert = db.prepare<[NewGap]>(
      `INSERT INTO gaps (kind, source, channel, from_id, to_id, from_at, to_at, fault, noticed_at)
       VALUES (@kind, @source, @channel, @from_id, @to_id, @from_at, @to_at, @fault, @noticed_at)`,
    )
    this.setClosed = db.prepare<[string, number, number]>(
      'UPDATE gaps SET closed_at = ?, arrived = ? WHERE gap = ? AND closed_at IS NULL',
    )
    this.setEnd = db.prepare<[string, number]>(
      'UPDATE gaps SET to_at = ? WHERE gap = ? AND to_at IS NULL',
    )
    this.overlapping = db.prepare<[string, number, number], GapRecord>(
      `SELECT ${gapColumns} FROM gaps
       WHERE channel = ? AND closed_at IS NULL AND from_id IS NOT NULL AND to_id >= ? AND from_id <= ?
       ORDER BY gap`,
    )
    this.ofSource = db.prepare<[string], GapRecord>(
      `SELECT ${gapColumns} FROM gaps
       WHERE source = ? AND closed_at IS NULL AND kind IN ('failed', 'stopped') ORDER BY gap`,
    )
    this.endless = db.prepare<[], GapRecord>(
      `SELECT ${gapColumns} FROM gaps WHERE closed_at IS NULL AND to_at IS NULL ORDER BY gap`,
    )
    this.postsById = db
      .prepare<[string, number, number], number>(
        `SELECT count(*) FROM signals JOIN channels c USING (channel)
         WHERE c.name = ? AND id BETWEEN ? AND ?`,
      )
      .pluck()
    this.postsByTime = db
      .prepare<[number, number, string], number>(
        `SELECT count(*) FROM signals JOIN channels c USING (channel)
         WHERE row >= ? AND row < ? AND c.name = ?`,
      )
      .pluck()
    this.redraft = db.prepare<[string, string]>(
      // One that waits for its first draft may be composed just now, from the gaps as they were.
      `INSERT INTO undrafted (story)
       SELECT story FROM stories WHERE last_at BETWEEN ? AND ?
         AND (story IN (SELECT stub FROM stubs) OR story IN (SELECT story FROM undrafted))
       ON CONFLICT DO NOTHING`,
    )
  }

  open(gap: NewGap): void {
    this.insert.run(gap)
    if (gap.kind !== 'skipped') this.draftAnew(gap)
  }

  /** Notes that the source is read again; answers the record as it stands now. */
  end(record: GapRecord, at: string): GapRecord {
    if (record.to_at !== null) return record
    // Not before it began, where the clock was set back meanwhile.
    const to_at = at < record.from_at ? record.from_at : at
    this.setEnd.run(to_at, record.gap)
    const ended = { ...record, to_at }
    this.draftAnew(ended)
    return ended
  }

  close(record: GapRecord, at: string): void {
    this.setClosed.run(at, this.arrived(record), record.gap)
    if (record.kind !== 'skipped') this.draftAnew(record)
  }

  /** Open gaps in the ids of a channel that overlap a range. */
  inIds(channel: string, { from, to }: IdRange): readonly GapRecord[] {
    return this.overlapping.all(channel, from, to)
  }

  /** Open gaps in time of a source. */
  inTime(source: string): readonly GapRecord[] {
    return this.ofSource.all(source)
  }

  /** Open gaps of all sources that last. */
  lasting(): readonly GapRecord[] {
    return this.endless.all()
  }

  private arrived({ channel, from_id, to_id, from_at, to_at }: GapRecord): number {
    if (channel === null) return 0
    if (from_id !== null && to_id !== null) return this.postsById.get(channel, from_id, to_id) ?? 0
    return this.postsByTime.get(firstRowAt(from_at), firstRowAt(to_at ?? from_at), channel) ?? 0
  }

  private draftAnew({ from_at, to_at }: Pick<NewGap, 'from_at' | 'to_at'>): void {
    const until = Date.parse(to_at ?? '9999-01-01T00:00:00Z') + draftHours * 3_600_000
    this.redraft.run(from_at, new Date(Math.min(until, 253_402_300_799_000)).toISOString())
  }
}
