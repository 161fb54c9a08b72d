import type Database from 'better-sqlite3'
import type { WireQuery } from '../../model/analysis-store.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import type { SignalTable } from '../signals/signal-table.ts'

interface StoryRecord {
  story: number
  content: string
}

interface WireBounds {
  since: string
  until: string
  sourcing: string | null
  limit: number
}

/** Stories, and which story each signal is in. */
export class StoryTable {
  private readonly signals: SignalTable
  private readonly put
  private readonly byNumber
  private readonly after
  private readonly newest
  private readonly newestOf
  private readonly memberRows
  private readonly join
  private readonly leave
  private readonly storyOfRow
  private readonly moveMembers
  private readonly remove
  private readonly removeMembers
  private readonly removeAll

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.put = db.prepare<[number, string, string, string]>(
      `INSERT INTO stories (story, sourcing, last_at, content) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET sourcing = excluded.sourcing, last_at = excluded.last_at,
         content = excluded.content`,
    )
    this.byNumber = db.prepare<[number], StoryRecord>(
      'SELECT story, content FROM stories WHERE story = ?',
    )
    this.after = db.prepare<[number, number], StoryRecord>(
      'SELECT story, content FROM stories WHERE story > ? ORDER BY story LIMIT ?',
    )
    const wire = (condition: string) =>
      db.prepare<[WireBounds], StoryRecord>(
        `SELECT story, content FROM stories
         WHERE last_at >= @since AND last_at < @until ${condition}
         ORDER BY last_at DESC, story DESC LIMIT @limit`,
      )
    this.newest = wire('')
    this.newestOf = wire('AND sourcing = @sourcing')
    this.memberRows = db
      .prepare<[number], number>('SELECT row FROM story_signals WHERE story = ?')
      .pluck()
    this.join = db.prepare<[number, number]>(
      `INSERT INTO story_signals (row, story) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET story = excluded.story`,
    )
    this.leave = db.prepare<[number]>('DELETE FROM story_signals WHERE row = ?')
    this.storyOfRow = db
      .prepare<[number], number>('SELECT story FROM story_signals WHERE row = ?')
      .pluck()
    this.moveMembers = db.prepare<[number, number]>(
      'UPDATE story_signals SET story = ? WHERE story = ?',
    )
    this.remove = db.prepare<[number]>('DELETE FROM stories WHERE story = ?')
    this.removeMembers = db.prepare<[number]>('DELETE FROM story_signals WHERE story = ?')
    this.removeAll = [db.prepare('DELETE FROM story_signals'), db.prepare('DELETE FROM stories')]
  }

  /** Stores a story whole. Signals that it lost and no other story took are in none. */
  save(story: Story): void {
    this.put.run(story.story, story.sourcing, story.lastAt, JSON.stringify(story))
    const before = new Set(this.memberRows.all(story.story))
    for (const key of story.signals) {
      const row = this.signals.rowOf(key)
      if (!before.delete(row)) this.join.run(row, story.story)
    }
    for (const row of before) this.leave.run(row)
  }

  /** Takes away a story that was merged; signals that are still in it go along. */
  merge(from: number, into: number): void {
    if (this.byNumber.get(into)) this.moveMembers.run(into, from)
    else this.removeMembers.run(from)
    this.remove.run(from)
  }

  get(story: number): Story | undefined {
    const record = this.byNumber.get(story)
    return record && toStory(record)
  }

  storyOf(key: SignalKey): number | undefined {
    const row = this.signals.findRow(key)
    return row === undefined ? undefined : this.storyOfRow.get(row)
  }

  wire({ since, until, sourcing, limit }: WireQuery): readonly Story[] {
    const statement = sourcing === undefined ? this.newest : this.newestOf
    // "~" sorts after every instant.
    const bounds = { since: since ?? '', until: until ?? '~', sourcing: sourcing ?? null, limit }
    return statement.all(bounds).map(toStory)
  }

  *walk(batch: number): Generator<readonly Story[]> {
    let last = -1
    for (;;) {
      const records = this.after.all(last, batch)
      const end = records.at(-1)
      if (!end) return
      last = end.story
      yield records.map(toStory)
    }
  }

  clear(): void {
    for (const statement of this.removeAll) statement.run()
  }
}

function toStory({ content }: StoryRecord): Story {
  return JSON.parse(content) as Story
}
