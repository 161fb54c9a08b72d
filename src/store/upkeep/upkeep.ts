import type Database from 'better-sqlite3'
import type { Expired, LetGo, UpkeepStore } from '../../model/upkeep.ts'
import { answer } from '../answer.ts'
import type { Chain } from '../chain/chain.ts'
import { Retention } from './retention.ts'

const batch = 500
/** Pages given back at once: 64 MB of 4 KiB pages, a fraction of a second. */
const pagesAtOnce = 16_384

/** The work that a database in use needs now and then. */
export class Upkeep implements UpkeepStore {
  private readonly db: Database.Database
  private readonly retention: Retention

  constructor(db: Database.Database, chain: Chain) {
    this.db = db
    this.retention = new Retention(db, chain)
  }

  letGo(before: LetGo): Promise<Expired> {
    const run = this.db.transaction(() => this.retention.step(before, batch))
    return answer(() => run.immediate())
  }

  tidy(): Promise<void> {
    return answer(() => {
      this.db.pragma('optimize')
      this.db.pragma(`incremental_vacuum(${pagesAtOnce})`)
      this.db.pragma('wal_checkpoint(TRUNCATE)')
    })
  }
}
