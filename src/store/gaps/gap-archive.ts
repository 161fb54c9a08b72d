import type Database from 'better-sqlite3'
import type { Gap, GapKind, GapQuery, GapStore, IdRange } from '../../model/gap.ts'
import { answer } from '../answer.ts'
import type { ChannelTable } from '../signals/channels.ts'
import { gapColumns, type GapRecord, idsOf, toGap } from './gap-record.ts'
import type { GapLedger } from './ledger.ts'
import { RunTable } from './runs.ts'

/** Each gap is asked for again so often: what a page does not show the third time it will not show. */
const mostTries = 3
/** Gaps of a source that one poll is asked to fill. */
const gapsPerPoll = 3

const noGaps: Record<GapKind, number> = { unread: 0, skipped: 0, missed: 0, failed: 0, stopped: 0 }

/** The ledger as the rest of Intake asks it. */
export class GapArchive implements GapStore {
  private readonly db: Database.Database
  private readonly ledger: GapLedger
  private readonly channels: ChannelTable
  private readonly runs: RunTable
  private readonly select
  private readonly open
  private readonly overlapping
  private readonly fillable
  private readonly countTry

  constructor(db: Database.Database, ledger: GapLedger, channels: ChannelTable) {
    this.db = db
    this.ledger = ledger
    this.channels = channels
    this.runs = new RunTable(db)
    this.select = db.prepare<
      [{ channel: string | null; open: number; kinds: string; since: string; limit: number }],
      GapRecord
    >(
      `SELECT ${gapColumns} FROM gaps
       WHERE (@channel IS NULL OR channel = @channel) AND (@open = 0 OR closed_at IS NULL)
         AND (@kinds = '' OR instr(@kinds, kind) > 0) AND (to_at IS NULL OR to_at >= @since)
       ORDER BY gap DESC LIMIT @limit`,
    )
    this.open = db.prepare<[], { kind: GapKind; n: number }>(
      'SELECT kind, count(*) AS n FROM gaps WHERE closed_at IS NULL GROUP BY kind',
    )
    this.overlapping = db.prepare<[string, string], GapRecord>(
      `SELECT ${gapColumns} FROM gaps
       WHERE closed_at IS NULL AND kind <> 'skipped' AND from_at <= ? AND (to_at IS NULL OR to_at >= ?)
       ORDER BY from_at, gap`,
    )
    this.fillable = db.prepare<[string, number, number], GapRecord>(
      `SELECT ${gapColumns} FROM gaps
       WHERE source = ? AND kind = 'unread' AND closed_at IS NULL AND tries < ?
       ORDER BY gap DESC LIMIT ?`,
    )
    this.countTry = db.prepare<[number]>('UPDATE gaps SET tries = tries + 1 WHERE gap = ?')
  }

  list({
    channel,
    open = false,
    kinds = [],
    since = '',
    limit,
  }: GapQuery): Promise<readonly Gap[]> {
    const query = {
      channel: channel ?? null,
      open: open ? 1 : 0,
      kinds: kinds.join(' '),
      since,
      limit,
    }
    return answer(() => this.select.all(query).map((record) => this.read(record)))
  }

  counts(): Promise<Readonly<Record<GapKind, number>>> {
    return answer(() => ({
      ...noGaps,
      ...Object.fromEntries(this.open.all().map(({ kind, n }) => [kind, n])),
    }))
  }

  during(from: string, to: string): Promise<readonly Gap[]> {
    return answer(() => this.overlapping.all(to, from).map((record) => this.read(record)))
  }

  toFill(source: string): Promise<readonly IdRange[]> {
    const run = this.db.transaction(() =>
      this.fillable.all(source, mostTries, gapsPerPoll).flatMap((record) => {
        this.countTry.run(record.gap)
        return this.missingOf(record)
      }),
    )
    return answer(() => run.immediate())
  }

  beat(at: string, sources: readonly string[]): Promise<void> {
    const run = this.db.transaction(() => {
      const since = this.runs.beat(at)
      this.ledger.endOthers(sources, at)
      if (since !== undefined) this.ledger.stopped(sources, since, at)
    })
    return answer(() => {
      run.immediate()
    })
  }

  private read(record: GapRecord): Gap {
    return toGap(record, record.closed_at === null ? this.missingOf(record) : [])
  }

  private missingOf(record: GapRecord): readonly IdRange[] {
    const ids = idsOf(record)
    const channel = record.channel === null ? undefined : this.channels.get(record.channel)?.channel
    return ids === undefined || channel === undefined
      ? []
      : this.ledger.stretches.missing(channel, ids)
  }
}
