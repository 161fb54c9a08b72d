import Database from 'better-sqlite3'

export interface Progress {
  signals: number
  /** Payloads, signals and stories that wait for their next step. */
  waiting: number
}

const counts = `SELECT (SELECT count(*) FROM signals) AS signals,
  (SELECT count(*) FROM journal WHERE state = 'pending') + (SELECT count(*) FROM unanalysed)
    + (SELECT count(*) FROM undrafted) AS waiting`

/**
 * How far a running daemon has come, read without a lock that could hold it up; undefined while there is no
 * database that can be read.
 */
export function readProgress(database: string): Progress | undefined {
  try {
    const db = new Database(database, { readonly: true, fileMustExist: true, timeout: 0 })
    try {
      return db.prepare<[], Progress>(counts).get()
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}
