import type Database from 'better-sqlite3'
import { ActTable } from '../review/acts.ts'

interface Anchor {
  entry: number
  subject: string
  content: Buffer
  hash: string | null
}

/** The audit log: it follows from itself, and each act has the hash that the chain has of it. */
export function* checkActs(db: Database.Database) {
  const broken = new ActTable(db).firstBroken()
  if (broken !== undefined)
    yield {
      place: `act ${broken}`,
      problem: 'It does not follow from the acts before it: one was changed, moved or taken out.',
    }
  const anchors = db.prepare<[], Anchor>(
    `SELECT c.entry, c.subject, c.content, a.hash FROM chain c
     LEFT JOIN acts a ON a.act = CAST(substr(c.subject, 5) AS INTEGER)
     WHERE c.kind = 'act' ORDER BY c.entry`,
  )
  for (const { entry, subject, content, hash } of anchors.iterate()) {
    yield undefined
    if (hash === content.toString('hex')) continue
    const problem =
      hash === null ? 'It was done and is not there any more.' : 'It is not what was done.'
    yield { place: subject, problem: `${problem} (chain entry ${entry})` }
  }
  yield* findRelabelled(db)
  yield* findUnanchored(db)
}

/** What an act is called stands beside it to be sought by, and is not hashed with it. */
function* findRelabelled(db: Database.Database) {
  const relabelled = db
    .prepare<[], number>(
      `SELECT act FROM acts
       WHERE NOT json_valid(content) OR kind IS NOT json_extract(content, '$.kind') ORDER BY act`,
    )
    .pluck()
  for (const act of relabelled.iterate()) {
    yield undefined
    yield { place: `act ${act}`, problem: 'It is called by another kind than was done.' }
  }
}

/** An act that was put in past Intake may follow from the one before it: anybody can work out its hash. */
function* findUnanchored(db: Database.Database) {
  if (db.prepare("SELECT 1 FROM chain_filling WHERE what = 'acts'").get() !== undefined) return
  const unanchored = db
    .prepare<[], number>(
      `SELECT act FROM acts
       WHERE 'act ' || act NOT IN (SELECT subject FROM chain WHERE kind = 'act') ORDER BY act`,
    )
    .pluck()
  for (const act of unanchored.iterate()) {
    yield undefined
    yield {
      place: `act ${act}`,
      problem: 'It stands in the database, and the chain does not know it.',
    }
  }
}
