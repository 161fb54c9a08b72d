import type Database from 'better-sqlite3'
import { sha256 } from '../chain/chain.ts'

interface Anchor {
  entry: number
  subject: string
  content: Buffer
}

/** What approvals froze: each edition is, byte by byte, the one that the chain has the hash of. */
export function* checkEditions(db: Database.Database) {
  const anchors = db.prepare<[], Anchor>(
    `SELECT entry, subject, content FROM chain WHERE kind = 'edition' ORDER BY entry`,
  )
  const stored = db
    .prepare<[string], string>(
      `SELECT content FROM editions WHERE 'edition ' || dispatch || '/' || edition = ?`,
    )
    .pluck()
  for (const { entry, subject, content } of anchors.iterate()) {
    yield undefined
    const found = stored.get(subject)
    if (found !== undefined && sha256(found).equals(content)) continue
    const problem =
      found === undefined
        ? 'It was frozen and is not there any more.'
        : 'It is not what was approved.'
    yield { place: subject, problem: `${problem} (chain entry ${entry})` }
  }
}
