import type Database from 'better-sqlite3'
import { signalKey } from '../../model/signal.ts'
import { type Chain, sha256 } from './chain.ts'
import {
  type ChainedPayload,
  type ChainedRevision,
  payloadItem,
  revisionItem,
  signalItem,
} from './chain-items.ts'
import { signalColumns, type SignalRecord } from '../signals/signal-record.ts'

interface Filling {
  what: 'journal' | 'signals' | 'acts' | 'editions'
  done: number
}

const batch = 500

/** Takes what was stored before there was a chain into it, a batch a transaction; a crash goes on where it was. */
export class ChainFilling {
  private readonly chain: Chain
  private readonly next
  private readonly move
  private readonly end
  private readonly payloads
  private readonly signalsAfter
  private readonly revisionsOf
  private readonly actsAfter
  private readonly editionsAfter

  constructor(db: Database.Database, chain: Chain) {
    this.chain = chain
    this.next = db.prepare<[], Filling>(
      'SELECT what, done FROM chain_filling ORDER BY what LIMIT 1',
    )
    this.move = db.prepare<[number, string]>('UPDATE chain_filling SET done = ? WHERE what = ?')
    this.end = db.prepare<[string]>('DELETE FROM chain_filling WHERE what = ?')
    this.payloads = db.prepare<[number, number], ChainedPayload>(
      `SELECT journal, source, kind, channel, first_at, sha256 FROM journal
       WHERE journal > ? AND body IS NOT NULL AND state <> 'pending' ORDER BY journal LIMIT ?`,
    )
    this.signalsAfter = db.prepare<[number, number], SignalRecord>(
      `SELECT ${signalColumns} FROM signals s JOIN channels c USING (channel)
       WHERE s.row > ? ORDER BY s.row LIMIT ?`,
    )
    this.revisionsOf = db.prepare<[number], ChainedRevision>(
      'SELECT revision, at, text FROM revisions WHERE row = ? ORDER BY revision',
    )
    this.actsAfter = db.prepare<[number, number], { act: number; hash: string }>(
      'SELECT act, hash FROM acts WHERE act > ? ORDER BY act LIMIT ?',
    )
    this.editionsAfter = db.prepare<
      [number, number],
      { row: number; dispatch: string; edition: number; content: string }
    >(
      `SELECT row_number() OVER (ORDER BY dispatch, edition) AS row, dispatch, edition, content
       FROM editions ORDER BY dispatch, edition LIMIT ?2 OFFSET ?1`,
    )
  }

  /** One batch; answers whether there may be more. */
  step(at: string): boolean {
    const filling = this.next.get()
    if (filling === undefined) return false
    const done = this.fillers[filling.what](filling.done, at)
    if (done === undefined) this.end.run(filling.what)
    else this.move.run(done, filling.what)
    return true
  }

  /** Each adds what comes after a number and answers the last one it added; undefined when there was none. */
  private readonly fillers: Record<
    Filling['what'],
    (done: number, at: string) => number | undefined
  > = {
    journal: (done, at) => {
      const rows = this.payloads.all(done, batch)
      if (rows.length > 0) this.chain.appendItems('filled', 'journal', rows.map(payloadItem), at)
      return rows.at(-1)?.journal
    },
    signals: (done, at) => {
      const records = this.signalsAfter.all(done, batch)
      const lines = records.flatMap((record) => this.linesOf(record))
      if (lines.length > 0) this.chain.appendItems('filled', 'signals', lines, at)
      return records.at(-1)?.row
    },
    acts: (done, at) => {
      const rows = this.actsAfter.all(done, batch)
      for (const { act, hash } of rows)
        this.chain.append('act', `act ${act}`, Buffer.from(hash, 'hex'), at)
      return rows.at(-1)?.act
    },
    editions: (done, at) => {
      const rows = this.editionsAfter.all(done, batch)
      for (const { dispatch, edition, content } of rows)
        this.chain.append('edition', `edition ${dispatch}/${edition}`, sha256(content), at)
      return rows.at(-1)?.row
    },
  }

  private linesOf(record: SignalRecord): string[] {
    const revisions = record.revision === 0 ? [] : this.revisionsOf.all(record.row)
    const key = signalKey(record.name, record.id)
    return [signalItem(record), ...revisions.map((revision) => revisionItem(key, revision))]
  }
}
