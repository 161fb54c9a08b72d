import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeBackup } from '../../src/ops/backups.ts'
import { openArchive } from '../../src/store/archive.ts'
import { restoreDatabase } from '../../src/store/upkeep/restore.ts'
import { takeWriterLock } from '../../src/store/upkeep/writer-lock.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive, tempFolder } from '../helpers/temp-archive.ts'

const at = (day: number) => new Date(Date.UTC(2026, 2, day, 3, 10))

function open(path: string) {
  const archive = openArchive(path)
  onTestFinished(() => {
    archive.close()
  })
  return archive
}

const countIn = async (path: string) => {
  const archive = openArchive(path)
  const count = await archive.signals.count()
  archive.close()
  return count
}

describe('a backup', () => {
  it('is whole, and its owner’s alone, while the database is written to', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost()])
    const folder = join(tempFolder(), 'backups')
    const making = makeBackup(archive, { folder, keep: 3 }, at(1))
    await commitPosts(archive, [makePost({ id: 2 })])
    const file = await making
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await countIn(file)).toBeGreaterThanOrEqual(1)
  })

  it('makes the oldest go, and nothing that is not a backup', async () => {
    const archive = tempArchive()
    const folder = tempFolder()
    writeFileSync(join(folder, 'intake-notes.db'), 'mine')
    for (const day of [1, 2, 3, 4]) await makeBackup(archive, { folder, keep: 2 }, at(day))
    expect(readdirSync(folder).sort()).toEqual([
      'intake-20260303T031000Z.db',
      'intake-20260304T031000Z.db',
      'intake-notes.db',
    ])
  })

  it('is never written over a file, and leaves nothing half done', async () => {
    const archive = tempArchive()
    const folder = tempFolder()
    await archive.backup(join(folder, 'a.db'))
    await expect(archive.backup(join(folder, 'a.db'))).rejects.toMatchObject({
      code: 'backup-exists',
    })
    writeFileSync(join(folder, 'file'), '')
    await expect(archive.backup(join(folder, 'file', 'b.db'))).rejects.toMatchObject({
      code: 'backup-failed',
    })
    expect(readdirSync(folder).sort()).toEqual(['a.db', 'file'])
  })
})

describe('a restore', () => {
  it('brings back what the backup holds, and sets aside what was there', async () => {
    const path = join(tempFolder(), 'intake.db')
    const archive = open(path)
    await commitPosts(archive, [makePost()])
    const backup = join(tempFolder(), 'copy.db')
    await archive.backup(backup)
    await commitPosts(archive, [makePost({ id: 2 })])
    archive.close()
    const { setAside } = restoreDatabase(backup, path, at(5))
    expect(await countIn(path)).toBe(1)
    expect(await countIn(setAside ?? '')).toBe(2)
    const restored = open(path)
    for await (const { findings } of restored.verify()) expect(findings).toEqual([])
  })

  it('is refused while somebody writes to the database', async () => {
    const folder = tempFolder()
    const archive = tempArchive()
    await archive.backup(join(folder, 'copy.db'))
    const lock = takeWriterLock(join(folder, 'intake.db'), 'the daemon')
    expect(() =>
      restoreDatabase(join(folder, 'copy.db'), join(folder, 'intake.db'), at(1)),
    ).toThrow('in use by the daemon')
    lock.release()
  })

  it.each(['', 'not a database at all', 'SQLite format 3\0 and then nothing'])(
    'refuses a file that is no backup: %j',
    async (content) => {
      const folder = tempFolder()
      const path = join(folder, 'intake.db')
      const archive = open(path)
      await commitPosts(archive, [makePost()])
      archive.close()
      writeFileSync(join(folder, 'copy.db'), content)
      expect(() => restoreDatabase(join(folder, 'copy.db'), path, at(1))).toThrow(
        expect.objectContaining({ code: 'backup-damaged' }),
      )
      expect(await countIn(path)).toBe(1)
      expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([])
    },
  )
})
