import type Database from 'better-sqlite3'
import { letOthersRun } from '../../lib/let-others-run.ts'
import type { SignalKey } from '../../model/signal.ts'
import { signalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import type { SignalTable } from '../signals/signal-table.ts'

interface Founder {
  row: number
  name: string
  id: number
  story: number
}

/** Read at once: some tens of milliseconds of the hundreds of thousands that there may be. */
const batch = 5000

/** Which signal each story number was first given for; kept when everything else is forgotten. */
export class FounderTable {
  private readonly signals: SignalTable
  private readonly hasStory
  private readonly insert
  private readonly after
  private readonly next

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.hasStory = db
      .prepare<[number], number>('SELECT 1 FROM story_founders WHERE story = ?')
      .pluck()
    this.insert = db.prepare<[number, number]>(
      'INSERT INTO story_founders (row, story) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    this.after = db.prepare<[number], Founder>(
      `SELECT f.row, c.name, s.id, f.story FROM story_founders f
       JOIN signals s USING (row) JOIN channels c USING (channel)
       WHERE f.row > ? ORDER BY f.row LIMIT ${batch}`,
    )
    this.next = db
      .prepare<[], number>(
        `SELECT 1 + max(
           coalesce((SELECT max(story) FROM story_founders), 0),
           coalesce((SELECT max(story) FROM stories), 0),
           coalesce((SELECT max(story) FROM story_history), 0),
           coalesce((SELECT max(stub) FROM stubs), 0))`,
      )
      .pluck()
  }

  /** A story's founder is its first signal that founded no other; it never changes. */
  found({ story, signals }: Story): void {
    if (this.hasStory.get(story) !== undefined) return
    for (const key of signals) {
      if (this.insert.run(this.signals.rowOf(key), story).changes === 1) return
    }
  }

  /** Others have their turn meanwhile; what is founded after the call may be missing. */
  async list(): Promise<Map<SignalKey, number>> {
    const founders = new Map<SignalKey, number>()
    let last = -1
    for (;;) {
      const records = this.after.all(last)
      for (const { name, id, story } of records) founders.set(signalKey(name, id), story)
      const end = records.at(-1)
      if (!end) return founders
      last = end.row
      await letOthersRun()
    }
  }

  nextStory(): number {
    return this.next.get() ?? 1
  }
}
