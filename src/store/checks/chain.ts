import type Database from 'better-sqlite3'
import type { ChainHead } from '../../model/chain.ts'
import { chainColumns, chainHash, type ChainRecord, sha256 } from '../chain/chain.ts'

/** The chain in itself: each entry follows from the one before, and its items are those it was made of. */
export function* checkChain(db: Database.Database, noted?: ChainHead) {
  const records = db.prepare<[], ChainRecord>(`SELECT ${chainColumns} FROM chain ORDER BY entry`)
  let previous: ChainRecord | undefined
  let isNotedThere = noted === undefined
  for (const record of records.iterate()) {
    yield undefined
    const { entry, content, items, hash } = record
    const place = `chain entry ${entry}`
    const expected = (previous?.entry ?? 0) + 1
    if (entry !== expected) {
      const gone = entry - expected
      const which = gone === 1 ? `Entry ${expected} is` : `Entries ${expected} to ${entry - 1} are`
      yield { place, problem: `${which} missing before it.` }
    } else if (!chainHash(previous?.hash, record).equals(hash)) {
      yield {
        place,
        problem:
          'It does not follow from the entry before it: one of the two was changed, or stands in the place of another.',
      }
    }
    if (items !== null && !sha256(items).equals(content))
      yield { place, problem: 'The hashes it lists are not those it was made of.' }
    if (entry === noted?.entry) {
      isNotedThere = true
      if (hash.toString('hex') !== noted.hash)
        yield {
          place,
          problem: 'It has another hash than the one that was noted: the chain was written anew.',
        }
    }
    previous = record
  }
  if (!isNotedThere && noted !== undefined) {
    const problem = `The chain ends at ${previous?.entry ?? 0}, before the entry that was noted: what came after was taken out.`
    yield { place: `chain entry ${noted.entry}`, problem }
  }
}
