import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { IntakeError } from '../../model/errors.ts'

/**
 * Copies a database that is in use, page by page, and looks at the copy before it gets its name. Throws
 * IntakeError `backup-exists`, `backup-failed`.
 */
export async function backup(db: Database.Database, file: string): Promise<void> {
  if (existsSync(file))
    throw new IntakeError('backup-exists', `${file} is there already; name a new file`)
  const unfinished = `${file}.part`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    rmSync(unfinished, { force: true })
    closeSync(openSync(unfinished, 'wx', 0o600))
    await db.backup(unfinished)
    inspect(unfinished)
    renameSync(unfinished, file)
  } catch (cause) {
    for (const rest of ['', '-wal', '-shm', '-journal'])
      if (existsSync(`${unfinished}${rest}`)) rmSync(`${unfinished}${rest}`)
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new IntakeError(
      'backup-failed',
      `The backup ${file} could not be made (${why}); check that the folder can be written and has room`,
      { cause },
    )
  }
}

/** Opens the copy as one file that needs no others, and has SQLite look at its pages. */
function inspect(file: string): void {
  const copy = new Database(file)
  try {
    copy.pragma('journal_mode = DELETE')
    const problem = copy.pragma('quick_check(1)', { simple: true })
    if (problem !== 'ok') throw new IntakeError('backup-damaged', String(problem))
  } finally {
    copy.close()
  }
}
