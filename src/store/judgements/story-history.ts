import type Database from 'better-sqlite3'
import type { AnalysisResult } from '../../model/analysis.ts'
import type { Sourcing, SourcingChange } from '../../model/story.ts'

interface HistoryRecord {
  at: string
  sourcing: Sourcing
  origins: string
  reason: string
}

/** How the sourcing of each story changed; entries are only added, each once. */
export class HistoryTable {
  private readonly insert
  private readonly ofStory
  private readonly removeAll

  constructor(db: Database.Database) {
    this.insert = db.prepare<[HistoryRecord & { story: number }]>(
      `INSERT INTO story_history (story, at, sourcing, origins, reason)
       SELECT @story, @at, @sourcing, @origins, @reason
       WHERE NOT EXISTS (SELECT 1 FROM story_history WHERE story = @story AND at = @at
         AND sourcing = @sourcing AND origins = @origins AND reason = @reason)`,
    )
    this.ofStory = db.prepare<[number], HistoryRecord>(
      'SELECT at, sourcing, origins, reason FROM story_history WHERE story = ? ORDER BY entry',
    )
    this.removeAll = db.prepare('DELETE FROM story_history')
  }

  append({ story, at, sourcing, origins, reason }: AnalysisResult['history'][number]): void {
    this.insert.run({ story, at, sourcing, origins: JSON.stringify(origins), reason })
  }

  of(story: number): readonly SourcingChange[] {
    return this.ofStory
      .all(story)
      .map((record) => ({ ...record, origins: JSON.parse(record.origins) as string[] }))
  }

  clear(): void {
    this.removeAll.run()
  }
}
