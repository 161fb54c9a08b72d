import type Database from 'better-sqlite3'
import { readItem } from '../chain/chain-items.ts'

/** Rows that no line of the chain speaks for: written past Intake. Waits until older rows are all taken in. */
export function* checkUnchained(db: Database.Database) {
  const filling = db.prepare<[], string>('SELECT what FROM chain_filling').pluck().all()
  const named = new Set<string>()
  const items = db.prepare<[], string>('SELECT items FROM chain WHERE items IS NOT NULL').pluck()
  for (const lines of items.iterate()) {
    for (const line of lines.split('\n')) {
      const item = readItem(line)
      if (item !== undefined) named.add(`${item.kind} ${item.name}`)
    }
  }
  for (const [table, sql] of queries) {
    if (filling.includes(table)) continue
    for (const place of db.prepare<[], string>(sql).pluck().iterate()) {
      yield undefined
      if (!named.has(place))
        yield { place, problem: 'It stands in the database, and the chain does not know it.' }
    }
  }
}

const queries = [
  [
    'signals',
    `SELECT 'signal ' || c.name || '/' || s.id FROM signals s JOIN channels c USING (channel)`,
  ],
  [
    'signals',
    `SELECT 'revision ' || c.name || '/' || s.id || '#' || r.revision
     FROM revisions r JOIN signals s USING (row) JOIN channels c USING (channel)`,
  ],
  [
    'journal',
    `SELECT 'payload ' || journal FROM journal WHERE body IS NOT NULL AND state <> 'pending'`,
  ],
  ['pictures', `SELECT 'picture ' || picture FROM pictures WHERE state = 'fetched'`],
] as const
