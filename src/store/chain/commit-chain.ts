import type Database from 'better-sqlite3'
import type { Commit } from '../../model/signal-store.ts'
import { signalKey } from '../../model/signal.ts'
import type { Chain } from './chain.ts'
import {
  type ChainedPayload,
  type ChainedRevision,
  payloadItem,
  revisionItem,
  signalItem,
} from './chain-items.ts'
import type { SignalTable } from '../signals/signal-table.ts'

/** One chain entry for each commit: the payload, where it is kept, and every signal and revision it wrote. */
export class CommitChain {
  private readonly chain: Chain
  private readonly signals: SignalTable
  private readonly keptPayload
  private readonly revisionsOf

  constructor(db: Database.Database, chain: Chain, signals: SignalTable) {
    this.chain = chain
    this.signals = signals
    this.keptPayload = db.prepare<[number], ChainedPayload>(
      `SELECT journal, source, kind, channel, first_at, sha256 FROM journal
       WHERE journal = ? AND body IS NOT NULL`,
    )
    this.revisionsOf = db.prepare<[number, number, number], ChainedRevision>(
      `SELECT revision, at, text FROM revisions
       WHERE row = ? AND (journal = ? OR revision = ?) ORDER BY revision`,
    )
  }

  /** `rows` are the signals written; a payload that changed nothing leaves no entry. */
  add({ journal, seenAt }: Pick<Commit, 'journal' | 'seenAt'>, rows: ReadonlySet<number>): void {
    const payload = this.keptPayload.get(journal)
    const lines = payload === undefined ? [] : [payloadItem(payload)]
    for (const row of rows) lines.push(...this.linesOf(row, journal))
    if (lines.length > 0) this.chain.appendItems('commit', `payload ${journal}`, lines, seenAt)
  }

  private linesOf(row: number, journal: number): string[] {
    const record = this.signals.at(row)
    if (record === undefined) return []
    // The standing revision may have been completed by a payload other than the one that brought it.
    const revisions =
      record.revision === 0 ? [] : this.revisionsOf.all(row, journal, record.revision)
    const key = signalKey(record.name, record.id)
    return [signalItem(record), ...revisions.map((revision) => revisionItem(key, revision))]
  }
}
