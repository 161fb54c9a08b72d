import type Database from 'better-sqlite3'
import type { Suggestion } from '../../model/story.ts'

interface SuggestionRecord {
  story: number
  other: number
  score: number
  reason: string
}

/**
 * Pairs of stories that an editor may join. Those that one parted are not shown, nor those of a story that one
 * joined to another: they are there again when that is taken back.
 */
export class SuggestionTable {
  private readonly put
  private readonly ofStory
  private readonly removeOf
  private readonly removeAll

  constructor(db: Database.Database) {
    this.put = db.prepare<[SuggestionRecord]>(
      `INSERT INTO suggestions (story, other, score, reason) VALUES (@story, @other, @score, @reason)
       ON CONFLICT DO UPDATE SET score = excluded.score, reason = excluded.reason`,
    )
    this.ofStory = db.prepare<[number, number], SuggestionRecord>(
      `SELECT story, other, score, reason FROM suggestions s
       WHERE (story = ? OR other = ?)
         AND EXISTS (SELECT 1 FROM stories t WHERE t.story = s.story)
         AND EXISTS (SELECT 1 FROM stories t WHERE t.story = s.other)
         AND NOT EXISTS (
         SELECT 1 FROM decisions d
         JOIN story_signals a ON a.row = d.first JOIN story_signals b ON b.row = d.second
         WHERE d.kind = 'part' AND d.withdrawn_at IS NULL
           AND min(a.story, b.story) = s.story AND max(a.story, b.story) = s.other)
       ORDER BY score DESC, story, other`,
    )
    this.removeOf = db.prepare<[number, number]>(
      'DELETE FROM suggestions WHERE story = ? OR other = ?',
    )
    this.removeAll = db.prepare('DELETE FROM suggestions')
  }

  save({ stories: [a, b], score, reason }: Suggestion): void {
    this.put.run({ story: Math.min(a, b), other: Math.max(a, b), score, reason })
  }

  of(story: number): readonly Suggestion[] {
    return this.ofStory
      .all(story, story)
      .map(({ story: first, other, score, reason }) => ({ stories: [first, other], score, reason }))
  }

  /** Forgets what was suggested of a story that is no more. */
  forget(story: number): void {
    this.removeOf.run(story, story)
  }

  clear(): void {
    this.removeAll.run()
  }
}
