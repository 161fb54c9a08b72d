import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { IntakeError } from '../../model/errors.ts'

export interface WriterLock {
  release(): void
}

/**
 * Holds a database for one writing process, so that two don't judge the same signals with two memories.
 * The lock is a SQLite lock on a file beside the database: it ends with its process, however that ends.
 */
export function takeWriterLock(databasePath: string, holder: string): WriterLock {
  if (databasePath === ':memory:') return { release: () => undefined }
  closeSync(openSync(`${databasePath}-lock`, 'a', 0o600))
  const lock = new Database(`${databasePath}-lock`, { timeout: 0 })
  try {
    lock.exec('CREATE TABLE IF NOT EXISTS holder (who TEXT NOT NULL) STRICT')
    lock.exec('BEGIN IMMEDIATE; DELETE FROM holder')
    lock.prepare('INSERT INTO holder VALUES (?)').run(holder)
    // Committed to be read by others, and held again at once to keep them out.
    lock.exec('COMMIT; BEGIN IMMEDIATE')
  } catch (error) {
    const who = isBusy(error) ? readHolder(lock) : undefined
    lock.close()
    if (who === undefined) throw error
    throw new IntakeError(
      'database-in-use',
      `${databasePath} is in use by ${who}. Stop it first, or name another database with --db.`,
      { cause: error },
    )
  }
  return { release: () => lock.close() }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

function readHolder(lock: Database.Database): string {
  const row: unknown = lock.prepare('SELECT who FROM holder').pluck().get()
  return typeof row === 'string' ? row : 'another process'
}
