import type Database from 'better-sqlite3'
import type { KindredQuery } from '../../model/search.ts'
import { fold } from '../../lib/text.ts'
import { firstRowAt } from '../signals/signal-row.ts'

/** A text is known by so many of its rarest words; rows that hold enough of them are kindred. */
const rarest = 8
const leastShared = 3
const sharedPart = 0.5
/** Words that more posts of the archive hold than this tell no event, and are slow to walk. */
const mostPosts = 2000
const shortest = 4
const longestReading = 60
const rowsOfEach = 200

/** Finds the stories of posts that share the rarest words of a text, by the full-text index. */
export class Kindred {
  private readonly count
  private readonly holding
  private readonly storyOf

  constructor(db: Database.Database) {
    // Bounded: a count of all would walk every post that holds a common word.
    this.count = db
      .prepare<[string, number], number>(
        `SELECT count(*) FROM (SELECT 1 FROM signal_words WHERE signal_words MATCH ? LIMIT ?)`,
      )
      .pluck()
    this.holding = db
      .prepare<[string, number, number, number], number>(
        `SELECT rowid FROM signal_words
         WHERE signal_words MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
      )
      .pluck()
    this.storyOf = db
      .prepare<[number], number>('SELECT story FROM story_signals WHERE row = ?')
      .pluck()
  }

  /** Numbers of stories, those that share the most first. */
  find({ text, since, before, limit }: KindredQuery): number[] {
    const sought = this.rarestOf(text)
    const least = Math.max(leastShared, Math.ceil(sought.length * sharedPart))
    const shared = new Map<number, number>()
    for (const word of sought) {
      const rows = this.holding.all(`"${word}"`, firstRowAt(since), firstRowAt(before), rowsOfEach)
      for (const row of rows) shared.set(row, (shared.get(row) ?? 0) + 1)
    }
    const stories = Array.from(shared)
      .filter(([, count]) => count >= least)
      .sort(([rowA, a], [rowB, b]) => b - a || rowB - rowA)
      .flatMap(([row]) => this.storyOf.get(row) ?? [])
    return Array.from(new Set(stories)).slice(0, limit)
  }

  private rarestOf(text: string): string[] {
    const words = fold(text)
      .split(' ')
      .filter((word) => word.length >= shortest && /^\p{L}+$/u.test(word))
    return Array.from(new Set(words.slice(0, longestReading)))
      .map((word) => ({ word, posts: this.count.get(`"${word}"`, mostPosts + 1) ?? 0 }))
      .filter(({ posts }) => posts > 1 && posts <= mostPosts)
      .sort((a, b) => a.posts - b.posts || (a.word < b.word ? -1 : 1))
      .slice(0, rarest)
      .map(({ word }) => word)
  }
}
