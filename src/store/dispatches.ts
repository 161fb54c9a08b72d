import type Database from 'better-sqlite3'
import type { DispatchStore } from '../model/archive.ts'
import type { Dispatch } from '../model/stub.ts'
import { answer } from './answer.ts'

/** The desk's prior coverage. */
export class Dispatches implements DispatchStore {
  private readonly db: Database.Database
  private readonly put
  private readonly inTime

  constructor(db: Database.Database) {
    this.db = db
    this.put = db.prepare<[string, string, string]>(
      `INSERT INTO dispatches (dispatch, at, content) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET at = excluded.at, content = excluded.content
       WHERE at <> excluded.at OR content <> excluded.content`,
    )
    this.inTime = db
      .prepare<[], string>('SELECT content FROM dispatches ORDER BY at, dispatch')
      .pluck()
  }

  /** Returns how many were new or changed. */
  save(dispatches: readonly Dispatch[]): Promise<number> {
    const run = this.db.transaction(() =>
      dispatches.reduce(
        (changed, dispatch) =>
          changed + this.put.run(dispatch.dispatch, dispatch.at, JSON.stringify(dispatch)).changes,
        0,
      ),
    )
    return answer(() => run.immediate())
  }

  all(): Promise<readonly Dispatch[]> {
    return answer(() => this.inTime.all().map((content) => JSON.parse(content) as Dispatch))
  }
}
