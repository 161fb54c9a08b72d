import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { IntakeError } from '../model/errors.ts'
import { migrate } from './migrate.ts'

export interface DatabaseOptions {
  /** How long a call waits for another process's transaction. */
  busyTimeoutMs?: number
}

/** Opens or creates a database and brings it up to date; `:memory:` is one that is gone when closed. */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database.Database {
  if (path !== ':memory:') prepareFile(path)
  let db: Database.Database | undefined
  try {
    db = new Database(path, { timeout: options.busyTimeoutMs ?? 10_000 })
    configure(db)
    migrate(db)
    return db
  } catch (error) {
    db?.close()
    throw explain(path, error)
  }
}

function prepareFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw folderGiven(path)
    // SQLite gives its -wal and -shm files the mode of the database.
    closeSync(openSync(path, 'a', 0o600))
  } catch (error) {
    throw explain(path, error)
  }
}

function folderGiven(path: string): IntakeError {
  const file = join(path, 'intake.db')
  return new IntakeError(
    'database-directory',
    `${path} is a folder; name a file in it, such as ${file}`,
  )
}

function configure(db: Database.Database): void {
  // Takes hold in a new database only: free pages can then be given back bit by bit.
  db.pragma('auto_vacuum = INCREMENTAL')
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -32768')
  db.pragma('temp_store = MEMORY')
  db.pragma('journal_size_limit = 67108864')
}

function explain(path: string, cause: unknown): unknown {
  if (cause instanceof IntakeError || !(cause instanceof Error)) return cause
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new IntakeError(
      'database-unreadable',
      `${path} is not a database, or is damaged; name another file, or restore a backup`,
      { cause },
    )
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new IntakeError(
      'database-busy',
      `${path} is held by another process; stop it, or try again when it is done`,
      { cause },
    )
  }
  if (code === 'SQLITE_ERROR') return cause
  return new IntakeError(
    'database-unwritable',
    `${path} can't be opened for writing: ${cause.message}; check the path, its permissions and the disk`,
    { cause },
  )
}
