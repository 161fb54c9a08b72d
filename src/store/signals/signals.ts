import type Database from 'better-sqlite3'
import type { Commit, CommitOutcome, SignalStore } from '../../model/signal-store.ts'
import type { MediaKind, Signal, SignalKey } from '../../model/signal.ts'
import { answer } from '../answer.ts'
import type { CommitChain } from '../chain/commit-chain.ts'
import type { ChannelEventTable } from '../channel-events/event-table.ts'
import type { GapLedger } from '../gaps/ledger.ts'
import type { PictureTable } from '../pictures/picture-table.ts'
import type { ChannelTable, ChannelTotals } from './channels.ts'
import type { Journal } from './journal.ts'
import { QuarantineTable } from './quarantine.ts'
import type { SignalRecord } from './signal-record.ts'
import { readMedia, signalColumns } from './signal-record.ts'
import { firstRowAt } from './signal-row.ts'
import type { SignalTable } from './signal-table.ts'
import { SignalWriter } from './signal-writer.ts'
import type { SourceTable } from './sources.ts'
import type { Touched } from './touched.ts'
import type { UnanalysedTable } from './unanalysed.ts'
import { VanishedSignals } from './vanished.ts'
import { WordIndex } from './word-index.ts'

/** The tables that signals share with the other stores. */
export interface SignalTables {
  journal: Journal
  sources: SourceTable
  channels: ChannelTable
  signals: SignalTable
  unanalysed: UnanalysedTable
  chain: CommitChain
  gaps: GapLedger
  channelEvents: ChannelEventTable
  pictures: PictureTable
}

/** Signals as stored, and the one way in: a commit. */
export class Signals implements SignalStore {
  private readonly db: Database.Database
  private readonly tables: SignalTables
  private readonly writer: SignalWriter
  private readonly vanished: VanishedSignals
  private readonly words: WordIndex
  private readonly quarantine: QuarantineTable
  private readonly total
  private readonly newest
  private readonly after
  private readonly until
  private readonly analysedAfter

  constructor(db: Database.Database, tables: SignalTables) {
    this.db = db
    this.tables = tables
    this.writer = new SignalWriter(db, tables.signals, tables.channels)
    this.vanished = new VanishedSignals(db)
    this.words = new WordIndex(db)
    this.quarantine = new QuarantineTable(db)
    this.total = db.prepare<[], number>('SELECT coalesce(sum(signals), 0) FROM channels').pluck()
    this.newest = db
      .prepare<[number], string>('SELECT at FROM signals ORDER BY row DESC LIMIT 1 OFFSET ?')
      .pluck()
    const after = (condition: string) =>
      db.prepare<[number, number], SignalRecord>(
        `SELECT ${signalColumns} FROM signals s JOIN channels c USING (channel)
         WHERE s.row > ? ${condition} ORDER BY s.row LIMIT ?`,
      )
    this.until = db.prepare<[number, number, string, number], SignalRecord>(
      `SELECT ${signalColumns} FROM signals s JOIN channels c USING (channel)
       WHERE s.row >= ? AND s.row < ? AND s.at <= ?
         AND NOT EXISTS (SELECT 1 FROM unanalysed u WHERE u.row = s.row)
       ORDER BY s.row DESC LIMIT ?`,
    )
    this.after = after('')
    this.analysedAfter = after('AND NOT EXISTS (SELECT 1 FROM unanalysed u WHERE u.row = s.row)')
  }

  commit(commit: Commit): Promise<CommitOutcome> {
    const run = this.db.transaction(() => this.write(commit))
    return answer(() => run.immediate())
  }

  get(keys: readonly SignalKey[]): Promise<Map<SignalKey, Signal>> {
    return answer(() => {
      const found = new Map<SignalKey, Signal>()
      for (const key of keys) {
        const record = this.tables.signals.get(key)
        if (record) found.set(key, this.tables.signals.read(record))
      }
      return found
    })
  }

  unanalysed(limit: number, after?: SignalKey): Promise<readonly Signal[]> {
    return answer(() => {
      const row = after === undefined ? undefined : this.tables.signals.get(after)?.row
      return this.readAll(this.tables.unanalysed.list(limit, row))
    })
  }

  reachOf(count: number): Promise<string | undefined> {
    return answer(() => this.newest.get(count - 1))
  }

  since(at: string, batch: number): AsyncIterable<readonly Signal[]> {
    return this.walk(this.analysedAfter, firstRowAt(at) - 1, batch)
  }

  last(query: { since: string; until: string; limit: number }): Promise<readonly Signal[]> {
    const { since, until, limit } = query
    // The second of the end counts whole, as rows within it follow no time.
    const end = firstRowAt(until) + firstRowAt('1970-01-01T00:00:01Z')
    return answer(() =>
      this.readAll(this.until.all(firstRowAt(since), end, until, limit)).toReversed(),
    )
  }

  all(batch: number): AsyncIterable<readonly Signal[]> {
    return this.walk(this.after, -1, batch)
  }

  count(): Promise<number> {
    return answer(() => this.total.get() ?? 0)
  }

  channels(): Promise<readonly ChannelTotals[]> {
    return answer(() => this.tables.channels.list())
  }

  private write(commit: Commit): CommitOutcome {
    this.tables.journal.requireEntry(commit.journal)
    const touched = this.writer.write(commit)
    if (commit.covers) this.suspect(commit.covers, commit.seenAt, touched)
    this.words.write(touched.texts)
    for (const row of touched.rows) this.tables.unanalysed.add(row, commit.journal)
    const quarantined = this.quarantine.add(commit)
    // The cursor moves only with the rows: a crash reads again, never skips.
    if (commit.cursor !== undefined) this.tables.sources.moveCursor(commit.source, commit.cursor)
    const isUnreadable =
      commit.rejected.length > 0 && commit.posts.length === 0 && commit.ignored === 0
    this.tables.journal.settle({
      journal: commit.journal,
      state: isUnreadable ? 'quarantined' : 'done',
      contributed: touched.rows.size > 0 || touched.isCompleted || quarantined > 0,
    })
    this.tables.chain.add(commit, touched.written)
    if (commit.fetchKinds) this.wantPictures(touched.written, commit.fetchKinds)
    const known = touched.unchanged + touched.revised.size
    this.noteChannels(commit, touched)
    this.tables.gaps.take(commit, { known, stored: touched.stored.size })
    return {
      stored: Array.from(touched.stored),
      revised: Array.from(touched.revised),
      deleted: Array.from(touched.deleted),
      unchanged: touched.unchanged,
      rejected: commit.rejected.length,
    }
  }

  private wantPictures(rows: ReadonlySet<number>, kinds: ReadonlySet<MediaKind>): void {
    const { signals, pictures } = this.tables
    for (const row of rows) pictures.want(row, readMedia(signals.at(row)?.media ?? null), kinds)
  }

  private noteChannels(
    { identity, events = [], posts, seenAt }: Commit,
    { stored }: Touched,
  ): void {
    const { channelEvents } = this.tables
    if (identity) channelEvents.identify(identity, seenAt)
    for (const event of events) channelEvents.note(event)
    if (stored.size === 0) return
    const latest = new Map<string, string>()
    for (const { channel, at } of posts)
      if (at > (latest.get(channel) ?? '')) latest.set(channel, at)
    for (const [channel, at] of latest) channelEvents.posted(channel, at, seenAt)
  }

  private suspect(covers: NonNullable<Commit['covers']>, seenAt: string, touched: Touched): void {
    for (const known of this.vanished.find(covers)) {
      const next = { ...known, deleted_at: seenAt, deletion: 'suspected' as const }
      this.tables.signals.update(next)
      touched.change(known, next, false)
    }
  }

  private readAll(records: readonly SignalRecord[]): readonly Signal[] {
    return records.map((record) => this.tables.signals.read(record))
  }

  private async *walk(
    statement: Database.Statement<[number, number], SignalRecord>,
    afterRow: number,
    batch: number,
  ): AsyncIterable<readonly Signal[]> {
    let last = afterRow
    for (;;) {
      const records = statement.all(last, batch)
      const end = records.at(-1)
      if (!end) return
      last = end.row
      yield await answer(() => this.readAll(records))
    }
  }
}
