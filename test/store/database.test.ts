import { execFile } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { tempFolder } from '../helpers/temp-archive.ts'

const run = promisify(execFile)

describe('opening a database', () => {
  it('creates the file and its folder for the owner only', () => {
    const path = join(tempFolder(), 'deep/er/intake.db')
    const archive = openArchive(path)
    const modes = [path, `${path}-wal`].map((file) => statSync(file).mode & 0o777)
    archive.close()
    expect(modes).toEqual([0o600, 0o600])
  })

  it('opens again what it created, with WAL, foreign keys and the newest schema', () => {
    const path = join(tempFolder(), 'intake.db')
    openDatabase(path).close()
    const db = openDatabase(path)
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(1)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('user_version')).toBe(migrations.length)
    db.close()
  })

  it('has STRICT tables only', () => {
    const db = openDatabase(':memory:')
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .all()
    db.close()
    expect(loose).toEqual([])
  })

  it('refuses a database from a newer build and leaves it alone', () => {
    const path = join(tempFolder(), 'intake.db')
    const db = openDatabase(path)
    db.pragma('user_version = 999')
    db.close()
    expect(() => openDatabase(path)).toThrow(
      expect.objectContaining({
        code: 'database-newer',
        message: expect.stringContaining('schema 999') as string,
      }),
    )
  })

  it('refuses a database of another program', () => {
    const path = join(tempFolder(), 'other.db')
    const other = new Database(path)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    expect(() => openDatabase(path)).toThrow(expect.objectContaining({ code: 'database-foreign' }))
  })

  it('says when the path is a folder, a text file, or no place to write', () => {
    const folder = tempFolder()
    const text = join(folder, 'notes.txt')
    writeFileSync(text, 'These are notes, not a database. '.repeat(100))
    mkdirSync(join(folder, 'sub'))
    const code = (path: string) => {
      try {
        openDatabase(path)
      } catch (error) {
        return error
      }
      return undefined
    }
    expect(code(join(folder, 'sub'))).toMatchObject({ code: 'database-directory' })
    expect(code(text)).toMatchObject({ code: 'database-unreadable' })
    expect(code(join(text, 'intake.db'))).toMatchObject({
      code: 'database-unwritable',
      message: expect.stringContaining(text) as string,
    })
  })

  it('can be closed twice', () => {
    const archive = openArchive(':memory:')
    archive.close()
    expect(() => {
      archive.close()
    }).not.toThrow()
  })
})

describe('migrations', () => {
  it('run once each, in order, on an older database', () => {
    const db = new Database(':memory:')
    migrate(db, ['CREATE TABLE a (x) STRICT'.replace('(x)', '(x TEXT)')])
    migrate(db, ['CREATE TABLE a (x TEXT) STRICT', 'ALTER TABLE a ADD COLUMN y TEXT'])
    migrate(db, ['CREATE TABLE a (x TEXT) STRICT', 'ALTER TABLE a ADD COLUMN y TEXT'])
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    expect(db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all('a')).toEqual(['x', 'y'])
    db.close()
  })

  it('leave nothing behind when one fails', () => {
    const db = new Database(':memory:')
    expect(() => {
      migrate(db, ['CREATE TABLE a (x TEXT) STRICT', 'CREATE NONSENSE'])
    }).toThrow('NONSENSE')
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
    db.close()
  })

  it('tolerate processes that start at once', { timeout: 60_000 }, async () => {
    const path = join(tempFolder(), 'intake.db')
    const module = resolve('src/store/archive.ts')
    const script = `import { openArchive } from ${JSON.stringify(module)}
      const archive = openArchive(${JSON.stringify(path)})
      console.log((await archive.stats.read()).signals)
      archive.close()`
    const starts = Array.from({ length: 4 }, () =>
      run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]),
    )
    const outputs = await Promise.all(starts)
    expect(outputs.map(({ stdout }) => stdout.trim())).toEqual(['0', '0', '0', '0'])
  })
})
