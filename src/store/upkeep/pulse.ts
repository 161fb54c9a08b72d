import { statSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { Pulse } from '../../model/upkeep.ts'

interface Count {
  name: string
  n: number
}

/** Counts that cost no walk through large tables. */
export class PulseReader {
  private readonly db: Database.Database
  private readonly counts
  private readonly newest
  private readonly stubs
  private readonly deliveries

  constructor(db: Database.Database) {
    this.db = db
    this.counts = db.prepare<[], Count>(
      `SELECT 'signals' AS name, coalesce(sum(signals), 0) AS n FROM channels
       UNION ALL SELECT 'stories', count(*) FROM stories
       UNION ALL SELECT 'quarantined', count(*) FROM quarantine
       UNION ALL SELECT 'payloads', count(*) FROM journal WHERE state = 'pending'
       UNION ALL SELECT 'unanalysed', count(*) FROM unanalysed
       UNION ALL SELECT 'undrafted', count(*) FROM undrafted
       UNION ALL SELECT 'updates', count(*) FROM inbox
       UNION ALL SELECT 'notices', count(*) FROM notices WHERE version > begun
       UNION ALL SELECT 'pictures', count(*) FROM pictures WHERE state = 'waiting'`,
    )
    this.newest = db.prepare<[], { channel: string; at: string }>(
      'SELECT c.name AS channel, s.at FROM channels c JOIN signals s ON s.row = c.last_row',
    )
    this.stubs = db.prepare<[], Count>(
      'SELECT state AS name, count(*) AS n FROM stubs GROUP BY state',
    )
    this.deliveries = db.prepare<[], Count>(
      'SELECT state AS name, count(*) AS n FROM deliveries GROUP BY state',
    )
  }

  read(): Pulse {
    const counts = toRecord(this.counts.all())
    const of = (name: string) => counts[name] ?? 0
    return {
      signals: of('signals'),
      stories: of('stories'),
      quarantined: of('quarantined'),
      waiting: {
        payloads: of('payloads'),
        signals: of('unanalysed'),
        stories: of('undrafted'),
        updates: of('updates'),
        notices: of('notices'),
        pictures: of('pictures'),
      },
      stubs: toRecord(this.stubs.all()),
      deliveries: toRecord(this.deliveries.all()),
      databaseBytes: this.pragma('page_count') * this.pragma('page_size'),
      logBytes: statSync(`${this.db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0,
      newest: this.newest.all(),
    }
  }

  private pragma(name: 'page_count' | 'page_size'): number {
    return Number(this.db.pragma(name, { simple: true }))
  }
}

const toRecord = (counts: readonly Count[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ name, n }) => [name, n]))
