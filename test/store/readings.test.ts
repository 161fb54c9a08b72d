import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempFolder } from '../helpers/temp-archive.ts'

test('a reading that the disk damaged is as good as none, the others are given back', async () => {
  const file = join(tempFolder(), 'intake.db')
  const archive = openArchive(file)
  await commitPosts(archive, [makePost({ id: 1 }), makePost({ id: 2 }), makePost({ id: 3 })])
  const keys = ['alpha/1', 'alpha/2', 'alpha/3'] as const
  const readings = keys.map((key) => [key, Buffer.from(`what was read in ${key}`)] as const)
  await archive.analysis.keepReadings({ reader: 'r1', readings })

  const db = new Database(file)
  const change = db.prepare(
    'UPDATE readings SET content = ? WHERE row = (SELECT row FROM signals WHERE id = ?)',
  )
  change.run(Buffer.from('what was read in alpha/1'), 1)
  change.run(Buffer.from([1]), 2)
  db.close()

  const found = await archive.analysis.readings(keys, 'r1')
  expect([...found].map(([key, bytes]) => [key, Buffer.from(bytes).toString()])).toEqual([
    ['alpha/3', 'what was read in alpha/3'],
  ])
  expect(await archive.analysis.readings(keys, 'r2')).toEqual(new Map())
  archive.close()
})
