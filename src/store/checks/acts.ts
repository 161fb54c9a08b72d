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
}
