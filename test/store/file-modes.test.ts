import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { restoreDatabase } from '../../src/store/upkeep/restore.ts'
import { takeWriterLock } from '../../src/store/upkeep/writer-lock.ts'
import { tempFolder } from '../helpers/temp-archive.ts'

it('gives nobody else a right to the database, its log, its lock, its backups or what a restore set aside', async () => {
  const before = process.umask(0)
  onTestFinished(() => {
    process.umask(before)
  })
  const root = tempFolder()
  const database = join(root, 'data/deep/intake.db')
  const archive = openArchive(database)
  takeWriterLock(database, 'a test').release()
  await archive.backup(join(root, 'data/backups/one.db'))
  const open = readdirSync(join(root, 'data/deep'))
  const openModes = modesUnder(join(root, 'data'))
  archive.close()
  restoreDatabase(join(root, 'data/backups/one.db'), database, new Date('2026-03-01T08:00:00Z'))

  expect(open).toEqual(expect.arrayContaining(['intake.db', 'intake.db-wal', 'intake.db-lock']))
  expect(readdirSync(join(root, 'data/deep')).length).toBeGreaterThan(2)
  for (const modes of [openModes, modesUnder(join(root, 'data'))])
    expect(modes).toEqual(modes.map(({ name, isFolder }) => kept(name, isFolder)))
})

const kept = (name: string, isFolder: boolean) => ({
  name,
  isFolder,
  mode: isFolder ? '700' : '600',
})

function modesUnder(folder: string) {
  return ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map((name) => {
    const stat = statSync(join(folder, name))
    return { name, isFolder: stat.isDirectory(), mode: (stat.mode & 0o777).toString(8) }
  })
}
