import Database from 'better-sqlite3'
import { fold } from '../../src/lib/text.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { first } from '../../src/store/migrations/001-first.ts'

/** Seconds that better-sqlite3 alone takes to store the posts, with the product's indexes and full text. */
export function bareInsertSeconds(path: string, posts: Iterable<RawPost>, chunk: number): number {
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.exec(first)
  db.pragma('foreign_keys = OFF')
  const signal = db.prepare(
    'INSERT INTO signals (row, channel, id, at, text, text_at, journal) VALUES (?, ?, ?, ?, ?, ?, 1)',
  )
  const words = db.prepare('INSERT INTO signal_words (rowid, words) VALUES (?, ?)')
  const insert = db.transaction((rows: readonly (RawPost & { words: string })[]) => {
    for (const { channel, id, at, text, words: folded } of rows) {
      // Like the product's rows these follow time, with a slot within the second.
      const row = Math.floor(Date.parse(at) / 1000) * 2 ** 20 + (id % 2 ** 20)
      signal.run(row, Number(channel.split('_')[1]), id, at, text, at)
      words.run(row, folded)
    }
  })
  let seconds = 0
  let held: (RawPost & { words: string })[] = []
  const flush = () => {
    const start = performance.now()
    insert(held)
    seconds += (performance.now() - start) / 1000
    held = []
  }
  for (const post of posts) {
    held.push({ ...post, words: fold(post.text) })
    if (held.length === chunk) flush()
  }
  flush()
  db.close()
  return seconds
}
