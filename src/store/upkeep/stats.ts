import type Database from 'better-sqlite3'
import type { QuarantineEntry, Stats, StatsStore } from '../../model/stats.ts'
import type { Sourcing } from '../../model/story.ts'
import { answer } from '../answer.ts'
import type { ChannelTable } from '../signals/channels.ts'
import { QuarantineTable } from '../signals/quarantine.ts'
import type { SourceTable } from '../signals/sources.ts'

const signalCount = 'SELECT coalesce(sum(signals), 0) FROM channels'

interface Count {
  name: string
  n: number
}

const noStories: Record<Sourcing, number> = {
  'single-source': 0,
  echoed: 0,
  corroborated: 0,
  contested: 0,
  withdrawn: 0,
}

/** Counts over the whole archive, and the health of its sources. */
export class StatsReader implements StatsStore {
  private readonly db: Database.Database
  private readonly channels: ChannelTable
  private readonly sources: SourceTable
  private readonly quarantine: QuarantineTable

  constructor(db: Database.Database, channels: ChannelTable, sources: SourceTable) {
    this.db = db
    this.channels = channels
    this.sources = sources
    this.quarantine = new QuarantineTable(db)
  }

  read(): Promise<Stats> {
    // One transaction, so that the figures fit each other.
    const run = this.db.transaction(() => this.gather())
    return answer(() => run.deferred())
  }

  quarantined(limit: number): Promise<readonly QuarantineEntry[]> {
    return answer(() => this.quarantine.list(limit))
  }

  recordPoll(source: string, at: string, error?: string): Promise<void> {
    const run = this.db.transaction(() => {
      this.sources.record(source, at, error)
    })
    return answer(() => {
      run.immediate()
    })
  }

  private gather(): Stats {
    return {
      signals: this.count(signalCount),
      revisions: this.count('SELECT count(*) FROM revisions WHERE revision > 0'),
      deleted: this.count('SELECT count(*) FROM signals WHERE deletion IS NOT NULL'),
      links: this.countBy('SELECT kind AS name, count(*) AS n FROM links GROUP BY kind'),
      stories: {
        ...noStories,
        ...this.countBy('SELECT sourcing AS name, count(*) AS n FROM stories GROUP BY sourcing'),
      },
      stubs: this.countBy('SELECT state AS name, count(*) AS n FROM stubs GROUP BY state'),
      quarantined: this.countBy(
        'SELECT reason AS name, count(*) AS n FROM quarantine GROUP BY reason',
      ),
      pictures: this.countBy('SELECT state AS name, count(*) AS n FROM pictures GROUP BY state'),
      journal: {
        entries: this.count('SELECT count(*) FROM journal'),
        pending: this.count("SELECT count(*) FROM journal WHERE state = 'pending'"),
        bytes: this.count('SELECT coalesce(sum(length(body)), 0) FROM journal'),
      },
      channels: this.channels.list(),
      sources: this.sources.states(),
      databaseBytes: this.pragma('page_count') * this.pragma('page_size'),
    }
  }

  private count(sql: string): number {
    return this.db.prepare<[], number>(sql).pluck().get() ?? 0
  }

  private countBy(sql: string): Record<string, number> {
    const counts = this.db.prepare<[], Count>(sql).all()
    return Object.fromEntries(counts.map(({ name, n }) => [name, n]))
  }

  private pragma(name: 'page_count' | 'page_size'): number {
    return Number(this.db.pragma(name, { simple: true }))
  }
}
