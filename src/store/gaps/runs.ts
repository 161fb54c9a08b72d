import type Database from 'better-sqlite3'
import { formatInstant } from '../../lib/time.ts'

/** Two beats further apart are a pause; the daemon beats each half minute. */
const pauseMs = 90_000

/** Runs of the daemon. */
export class RunTable {
  private readonly last
  private readonly begin
  private readonly goOn

  constructor(db: Database.Database) {
    this.last = db.prepare<[], { run: number; beat_at: string }>(
      'SELECT run, beat_at FROM runs ORDER BY run DESC LIMIT 1',
    )
    this.begin = db.prepare<[{ at: string }]>(
      'INSERT INTO runs (started_at, beat_at) VALUES (@at, @at)',
    )
    this.goOn = db.prepare<[string, number]>('UPDATE runs SET beat_at = ? WHERE run = ?')
  }

  /** Notes that Intake runs; answers since when it did not, where there was a pause before. */
  beat(now: string): string | undefined {
    const at = formatInstant(Date.parse(now))
    const last = this.last.get()
    const pausedMs = last === undefined ? 0 : Date.parse(at) - Date.parse(last.beat_at)
    // The clock was set back by more than a moment: a new run, or a pause would not be seen until the clock catches up.
    if (pausedMs < -pauseMs) {
      this.begin.run({ at })
      return undefined
    }
    if (last !== undefined && pausedMs <= pauseMs) {
      // A clock that was set back takes nothing back.
      if (pausedMs > 0) this.goOn.run(at, last.run)
      return undefined
    }
    this.begin.run({ at })
    return last?.beat_at
  }
}
