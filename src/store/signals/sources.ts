import type Database from 'better-sqlite3'
import type { SourceState } from '../../model/stats.ts'
import type { GapLedger } from '../gaps/ledger.ts'

interface SourceRecord {
  source: string
  last_poll_at: string | null
  last_success_at: string | null
  failures: number
  last_error: string | null
}

/** Cursors and how the last polls went. */
export class SourceTable {
  private readonly readCursor
  private readonly putCursor
  private readonly succeed
  private readonly fail
  private readonly list
  private readonly stateOf
  private readonly ledger: GapLedger

  constructor(db: Database.Database, ledger: GapLedger) {
    this.ledger = ledger
    this.stateOf = db.prepare<[string], Pick<SourceRecord, 'last_success_at'>>(
      'SELECT last_success_at FROM sources WHERE source = ?',
    )
    this.readCursor = db
      .prepare<[string], string | null>('SELECT cursor FROM sources WHERE source = ?')
      .pluck()
    this.putCursor = db.prepare<[string, string]>(
      `INSERT INTO sources (source, cursor) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET cursor = excluded.cursor`,
    )
    this.succeed = db.prepare<[{ source: string; at: string }]>(
      `INSERT INTO sources (source, last_poll_at, last_success_at) VALUES (@source, @at, @at)
       ON CONFLICT DO UPDATE SET last_poll_at = @at, last_success_at = @at, failures = 0,
         last_error = NULL`,
    )
    this.fail = db.prepare<[{ source: string; at: string; error: string }]>(
      `INSERT INTO sources (source, last_poll_at, failures, last_error) VALUES (@source, @at, 1, @error)
       ON CONFLICT DO UPDATE SET last_error = @error,
         failures = failures + (last_poll_at IS NOT @at), last_poll_at = @at`,
    )
    this.list = db.prepare<[], SourceRecord>(
      `SELECT source, last_poll_at, last_success_at, failures, last_error FROM sources ORDER BY source`,
    )
  }

  cursor(source: string): string | undefined {
    return this.readCursor.get(source) ?? undefined
  }

  moveCursor(source: string, cursor: string): void {
    this.putCursor.run(source, cursor)
  }

  /** The same poll recorded twice counts once; to be called inside a transaction. */
  record(source: string, at: string, error?: string): void {
    const lastSuccessAt = this.stateOf.get(source)?.last_success_at ?? null
    if (error === undefined) {
      this.succeed.run({ source, at })
      this.ledger.recovered(source, at, lastSuccessAt !== null)
    } else {
      this.fail.run({ source, at, error })
      this.ledger.failed(source, at, error, lastSuccessAt)
    }
  }

  states(): readonly SourceState[] {
    return this.list.all().map((record) => ({
      source: record.source,
      ...(record.last_poll_at !== null && { lastPollAt: record.last_poll_at }),
      ...(record.last_success_at !== null && { lastSuccessAt: record.last_success_at }),
      failures: record.failures,
      ...(record.last_error !== null && { lastError: record.last_error }),
    }))
  }
}
