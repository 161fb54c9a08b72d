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
  yield* findMoved(db)
  yield* findUnanchored(db)
}

/** Stub and time stand beside an edition to be sought by, and are not hashed with it. */
function* findMoved(db: Database.Database) {
  const moved = db
    .prepare<[], string>(
      `SELECT 'edition ' || dispatch || '/' || edition FROM editions
       WHERE NOT json_valid(content) OR stub IS NOT json_extract(content, '$.stub')
         OR at IS NOT json_extract(content, '$.at')
       ORDER BY dispatch, edition`,
    )
    .pluck()
  for (const place of moved.iterate()) {
    yield undefined
    yield { place, problem: 'It is said to be of another stub or time than was approved.' }
  }
}

function* findUnanchored(db: Database.Database) {
  if (db.prepare("SELECT 1 FROM chain_filling WHERE what = 'editions'").get() !== undefined) return
  const unanchored = db
    .prepare<[], string>(
      `SELECT 'edition ' || dispatch || '/' || edition AS place FROM editions
       WHERE place NOT IN (SELECT subject FROM chain WHERE kind = 'edition')
       ORDER BY dispatch, edition`,
    )
    .pluck()
  for (const place of unanchored.iterate()) {
    yield undefined
    yield { place, problem: 'It stands in the database, and the chain does not know it.' }
  }
}
