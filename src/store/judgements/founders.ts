import type Database from 'better-sqlite3'
import type { SignalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import type { SignalTable } from '../signals/signal-table.ts'

/** Which signal each story number was first given for; kept when everything else is forgotten. */
export class FounderTable {
  private readonly signals: SignalTable
  private readonly hasStory
  private readonly insert
  private readonly storyOf
  private readonly next

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.hasStory = db
      .prepare<[number], number>('SELECT 1 FROM story_founders WHERE story = ?')
      .pluck()
    this.insert = db.prepare<[number, number]>(
      'INSERT INTO story_founders (row, story) VALUES (?, ?) ON CONFLICT DO NOTHING',
    )
    this.storyOf = db
      .prepare<[number], number>('SELECT story FROM story_founders WHERE row = ?')
      .pluck()
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

  among(keys: readonly SignalKey[]): Map<SignalKey, number> {
    const founders = new Map<SignalKey, number>()
    for (const key of keys) {
      const row = this.signals.findRow(key)
      const story = row === undefined ? undefined : this.storyOf.get(row)
      if (story !== undefined) founders.set(key, story)
    }
    return founders
  }

  nextStory(): number {
    return this.next.get() ?? 1
  }
}
