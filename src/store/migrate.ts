import type Database from 'better-sqlite3'
import { IntakeError } from '../model/errors.ts'
import { migrations } from './migrations/index.ts'

/** Marks a file as Intake's ("Intk"), so that another program's database is never written to. */
const applicationId = 0x496e746b

const numberOf = (db: Database.Database, pragma: string) =>
  Number(db.pragma(pragma, { simple: true }))

/** Brings the schema up to date; processes that start at once wait for each other. */
export function migrate(db: Database.Database, steps: readonly string[] = migrations): void {
  refuseForeign(db)
  if (refuseNewer(db, steps.length) === steps.length) return
  const run = db.transaction(() => {
    // Read again under the lock: another process may have migrated while this one waited.
    const version = refuseNewer(db, steps.length)
    for (const [index, sql] of steps.entries()) if (index >= version) db.exec(sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${steps.length}`)
  })
  run.immediate()
}

function refuseForeign(db: Database.Database): void {
  const id = numberOf(db, 'application_id')
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  if (id === applicationId || (id === 0 && isEmpty)) return
  throw new IntakeError(
    'database-foreign',
    `${db.name} is a database of another program; give Intake a path of its own (--db or paths.database)`,
  )
}

function refuseNewer(db: Database.Database, newest: number): number {
  const version = numberOf(db, 'user_version')
  if (version <= newest) return version
  throw new IntakeError(
    'database-newer',
    `${db.name} was written by a newer Intake (schema ${version}, this one knows ${newest}); ` +
      'update Intake, or use another database',
  )
}
