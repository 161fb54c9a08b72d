import type Database from 'better-sqlite3'
import type { DispatchStore } from '../../model/dispatch-store.ts'
import type { Dispatch } from '../../model/stub.ts'
import { answer } from '../answer.ts'

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
    // A kill counts from when it was decided, however far its deliveries are.
    this.inTime = db.prepare<[], { content: string; killed: number }>(
      `SELECT content, coalesce((SELECT json_extract(e.content, '$.kind') = 'kill' FROM editions e
         WHERE e.dispatch = d.dispatch AND NOT EXISTS (SELECT 1 FROM deliveries r
           WHERE r.dispatch = e.dispatch AND r.edition = e.edition AND r.state = 'recalled')
         ORDER BY e.edition DESC LIMIT 1), 0) AS killed
       FROM dispatches d ORDER BY at, dispatch`,
    )
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
    return answer(() =>
      this.inTime.all().map(({ content, killed }) => {
        const dispatch = JSON.parse(content) as Dispatch
        return killed === 1 ? { ...dispatch, killed: true } : dispatch
      }),
    )
  }
}
