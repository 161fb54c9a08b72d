import type Database from 'better-sqlite3'
import { IntakeError } from '../../model/errors.ts'
import type { Revision, Signal, SignalKey } from '../../model/signal.ts'
import type { Version } from './revise.ts'
import { RecentRows } from './recent-rows.ts'
import { otherRows, rowFor } from './signal-row.ts'
import type { SignalRecord } from './signal-record.ts'
import { signalColumns, toSignal } from './signal-record.ts'

export type NewRecord = Omit<SignalRecord, 'row' | 'lang' | 'confidence'> & { journal: number }

const from = 'FROM signals s JOIN channels c USING (channel)'

/** Rows of `signals` and their revisions. */
export class SignalTable {
  /** Of signals that were read: a stored signal keeps its row. */
  private readonly rows = new RecentRows()
  private readonly byId
  private readonly byRow
  private readonly byKey
  private readonly rowByKey
  private readonly insertSignal
  private readonly updateSignal
  private readonly versionsOf
  private readonly insertRevision
  private readonly updateRevision

  constructor(db: Database.Database) {
    this.byId = db.prepare<[number, number], SignalRecord>(
      `SELECT ${signalColumns} ${from} WHERE s.channel = ? AND s.id = ?`,
    )
    this.byRow = db.prepare<[number], SignalRecord>(
      `SELECT ${signalColumns} ${from} WHERE s.row = ?`,
    )
    this.byKey = db.prepare<[string, number], SignalRecord>(
      `SELECT ${signalColumns} ${from} WHERE c.name = ? AND s.id = ?`,
    )
    this.rowByKey = db
      .prepare<[string, number], number>(`SELECT s.row ${from} WHERE c.name = ? AND s.id = ?`)
      .pluck()
    this.insertSignal = db.prepare<[NewRecord & { row: number }]>(
      `INSERT INTO signals (row, channel, id, at, text, revision, text_at, forward_channel, forward_id,
         forward_at, forward_title, reply_to, deleted_at, deletion, views, media, url, outlet,
         handed_in_by, journal)
       VALUES (@row, @channel, @id, @at, @text, @revision, @text_at, @forward_channel, @forward_id,
         @forward_at, @forward_title, @reply_to, @deleted_at, @deletion, @views, @media, @url, @outlet,
         @handed_in_by, @journal)
       ON CONFLICT (row) DO NOTHING`,
    )
    this.updateSignal = db.prepare<[SignalRecord]>(
      `UPDATE signals SET text = @text, revision = @revision, text_at = @text_at,
         forward_channel = @forward_channel, forward_id = @forward_id, forward_at = @forward_at,
         forward_title = @forward_title, reply_to = @reply_to, deleted_at = @deleted_at,
         deletion = @deletion, views = @views, media = @media, url = @url, outlet = @outlet
       WHERE row = @row`,
    )
    this.versionsOf = db.prepare<[number], Revision>(
      'SELECT revision, at, text FROM revisions WHERE row = ? ORDER BY revision',
    )
    this.insertRevision = db.prepare<[number, number, string, string, number]>(
      `INSERT INTO revisions (row, revision, at, text, journal) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    this.updateRevision = db.prepare<[string, number, number]>(
      'UPDATE revisions SET text = ? WHERE row = ? AND revision = ?',
    )
  }

  find(channel: number, id: number): SignalRecord | undefined {
    return this.byId.get(channel, id)
  }

  at(row: number): SignalRecord | undefined {
    return this.byRow.get(row)
  }

  get(key: SignalKey): SignalRecord | undefined {
    const parts = splitKey(key)
    return parts && this.byKey.get(...parts)
  }

  /** The row of a stored signal; an unknown key is a fault of the caller. */
  rowOf(key: SignalKey): number {
    const row = this.findRow(key)
    if (row === undefined) {
      throw new IntakeError('unknown-signal', `signal ${key} is not stored; commit it first`)
    }
    return row
  }

  findRow(key: SignalKey): number | undefined {
    const known = this.rows.get(key)
    if (known !== undefined) return known
    const parts = splitKey(key)
    return parts && this.rowByKey.get(...parts)
  }

  read(record: SignalRecord): Signal {
    const signal = toSignal(record, record.revision === 0 ? [] : this.versionsOf.all(record.row))
    this.rows.set(signal.key, record.row)
    return signal
  }

  /** Every version of a signal in order, the standing one last. */
  versions(record: SignalRecord): readonly Version[] {
    if (record.revision > 0) return this.versionsOf.all(record.row)
    return [{ at: record.text_at, text: record.text }]
  }

  insert(record: NewRecord): number {
    const wanted = rowFor(record.at, record.name, record.id)
    if (this.insertSignal.run({ ...record, row: wanted }).changes === 1) return wanted
    for (const row of otherRows(wanted)) {
      if (this.insertSignal.run({ ...record, row }).changes === 1) return row
    }
    throw new IntakeError(
      'second-full',
      `no place for ${record.name}/${record.id}: the store holds about a million signals dated ${record.at}; ` +
        'check that the source gives real times',
    )
  }

  update(record: SignalRecord): void {
    this.updateSignal.run(record)
  }

  /** Writes the versions from number `first` on. */
  addVersions(row: number, first: number, versions: readonly Version[], journal: number): void {
    for (const [index, { at, text }] of versions.entries()) {
      this.insertRevision.run(row, first + index, at, text, journal)
    }
  }

  /** Completes the standing version where that is no edit: a late caption of an album. */
  completeVersion({ row, revision, text }: SignalRecord): void {
    this.updateRevision.run(text, row, revision)
  }
}

function splitKey(key: SignalKey): [string, number] | undefined {
  const slash = key.lastIndexOf('/')
  const id = Number(key.slice(slash + 1))
  return slash > 0 && Number.isSafeInteger(id) ? [key.slice(0, slash), id] : undefined
}
