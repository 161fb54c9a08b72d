import type Database from 'better-sqlite3'
import type { ChainHead, Finding, VerifyStep } from '../../model/chain.ts'
import { checkActs } from '../checks/acts.ts'
import { checkChain } from '../checks/chain.ts'
import { checkDatabase } from '../checks/database.ts'
import { checkEditions } from '../checks/editions.ts'
import { checkRows } from '../checks/rows.ts'
import { checkUnchained } from '../checks/unchained.ts'

/** One way to find out whether what is stored is as it was: yields findings, and undefined now and then. */
export interface Checker {
  name: string
  run: (db: Database.Database, noted?: ChainHead) => Iterable<Omit<Finding, 'check'> | undefined>
}

/** In this order; another one is another file. */
const checkers: readonly Checker[] = [
  { name: 'database file', run: checkDatabase },
  { name: 'chain', run: checkChain },
  { name: 'payloads, signals, revisions', run: checkRows },
  { name: 'rows outside the chain', run: checkUnchained },
  { name: 'acts', run: checkActs },
  { name: 'editions', run: checkEditions },
]

const stepRows = 500

/**
 * Runs every check on one moment of the database, whatever other processes write meanwhile; the connection
 * can't be written by until it ends.
 */
export async function* verify(db: Database.Database, noted?: ChainHead): AsyncIterable<VerifyStep> {
  db.exec('BEGIN')
  try {
    for (const { name, run } of checkers) {
      let findings: Finding[] = []
      let count = 0
      for (const found of run(db, noted)) {
        if (found !== undefined) findings.push({ check: name, ...found })
        else count += 1
        if (count % stepRows !== 0 || found !== undefined) continue
        yield { check: name, count, findings }
        findings = []
        await new Promise(setImmediate)
      }
      yield { check: name, count, findings }
    }
  } finally {
    db.exec('COMMIT')
  }
}
