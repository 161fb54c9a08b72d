import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { IntakeError } from '../../model/errors.ts'
import { openDatabase } from '../database.ts'
import { takeWriterLock } from './writer-lock.ts'

export interface Restored {
  /** Where the database that was there stands now. */
  setAside: string | undefined
}

/**
 * Puts a backup in the place of a database that nobody writes to; what was there is set aside, never
 * deleted. The backup is looked at first, and migrated where an older Intake made it. Throws IntakeError.
 */
export function restoreDatabase(backup: string, database: string, now: Date): Restored {
  if (!existsSync(backup))
    throw new IntakeError(
      'no-backup',
      `There is no file ${backup}; name a backup, as \`backup\` made it`,
    )
  mkdirSync(dirname(database), { recursive: true, mode: 0o700 })
  const lock = takeWriterLock(database, `a restore (process ${process.pid})`)
  const arriving = `${database}.restoring`
  try {
    for (const part of parts) rmSync(`${arriving}${part}`, { force: true })
    copyFileSync(backup, arriving)
    chmodSync(arriving, 0o600)
    // Not through openDatabase alone: an empty file would become an empty database.
    refuseDamaged(arriving, backup)
    openDatabase(arriving).close()
    const setAside = existsSync(database) ? setDatabaseAside(database, now) : undefined
    renameSync(arriving, database)
    return { setAside }
  } finally {
    for (const part of parts) rmSync(`${arriving}${part}`, { force: true })
    lock.release()
  }
}

const parts = ['', '-wal', '-shm', '-journal']

function refuseDamaged(file: string, backup: string): void {
  let problem: unknown
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true })
    const tables = db.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'signals'").pluck()
    problem =
      tables.get() === 1 ? db.pragma('quick_check(1)', { simple: true }) : 'no signals in it'
  } catch (error) {
    problem = error instanceof Error ? error.message : error
  } finally {
    db?.close()
  }
  if (problem !== 'ok')
    throw new IntakeError(
      'backup-damaged',
      `${backup} is no whole backup of Intake (${String(problem)}); take another`,
    )
}

/** The write-ahead log goes with its database, under the new name. */
function setDatabaseAside(database: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '')
  const aside = `${database}.before-${stamp}`
  for (const part of parts) {
    if (existsSync(`${database}${part}`)) renameSync(`${database}${part}`, `${aside}${part}`)
  }
  return aside
}
