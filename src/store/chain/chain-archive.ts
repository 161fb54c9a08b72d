import type Database from 'better-sqlite3'
import type { ChainEntry, ChainHead, ChainStore } from '../../model/chain.ts'
import { answer } from '../answer.ts'
import { type Chain, chainColumns, type ChainRecord, toChainEntry } from './chain.ts'
import { ChainFilling } from './chain-filling.ts'

/** The chain as the rest of Intake sees it. */
export class ChainArchive implements ChainStore {
  private readonly db: Database.Database
  private readonly chain: Chain
  private readonly filling: ChainFilling
  private readonly from

  constructor(db: Database.Database, chain: Chain) {
    this.db = db
    this.chain = chain
    this.filling = new ChainFilling(db, chain)
    this.from = db.prepare<[number, number], ChainRecord>(
      `SELECT ${chainColumns} FROM chain WHERE entry >= ? ORDER BY entry LIMIT ?`,
    )
  }

  append(entry: { kind: string; subject: string; at: string; sha256: string }): Promise<ChainHead> {
    const { kind, subject, at, sha256 } = entry
    const run = this.db.transaction(() =>
      this.chain.append(kind, subject, Buffer.from(sha256, 'hex'), at),
    )
    return answer(() => run.immediate())
  }

  head(): Promise<ChainHead | undefined> {
    return answer(() => this.chain.head())
  }

  fill(at: string): Promise<boolean> {
    const run = this.db.transaction(() => this.filling.step(at))
    return answer(() => run.immediate())
  }

  async *entries(from: number, batch: number): AsyncIterable<readonly ChainEntry[]> {
    let next = from
    for (;;) {
      const records = this.from.all(next, batch)
      const end = records.at(-1)
      if (!end) return
      next = end.entry + 1
      yield await Promise.resolve(records.map(toChainEntry))
    }
  }
}
