import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { tempFolder } from '../helpers/temp-archive.ts'

// Each holds what a release with that schema stored of the same three posts, and drafted of them.
const folder = path.join(import.meta.dirname, '../fixtures/schemas')
const dumps = readdirSync(folder).sort()

function load(dump: string) {
  const file = path.join(tempFolder(), 'intake.db')
  const db = new Database(file)
  db.pragma('foreign_keys = OFF')
  db.pragma('synchronous = OFF')
  db.exec(`BEGIN; ${readFileSync(path.join(folder, dump), 'utf8')} COMMIT;`)
  const columns = 'row, channel, id, at, text, revision, forward_channel, deleted_at, media'
  const rows = () => ({
    signals: db.prepare(`SELECT ${columns} FROM signals ORDER BY row`).all(),
    revisions: db.prepare('SELECT * FROM revisions ORDER BY row, revision').all(),
    links: db.prepare('SELECT * FROM links ORDER BY row').all(),
    stories: db.prepare('SELECT story, sourcing, content FROM stories ORDER BY story').all(),
    stubs: db.prepare('SELECT stub, state, content FROM stubs ORDER BY stub').all(),
    journal: db.prepare('SELECT journal, source, sha256, body FROM journal').all(),
  })
  const before = rows()
  db.close()
  return { file, before }
}

/** The same rows, by the build of today. */
function readAgain(file: string) {
  const db = new Database(file, { readonly: true })
  onTestFinished(() => {
    db.close()
  })
  return (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get()
}

test('a database of every schema that there was is at hand', () => {
  const versions = dumps.map((dump) => Number(dump.slice(0, 3)))
  expect(versions).toEqual(migrations.map((_each, index) => index + 1))
})

test.each(dumps)('%s migrates with all that it holds, and verifies', async (dump) => {
  const { file, before } = load(dump)
  const archive = openArchive(file)
  onTestFinished(() => {
    archive.close()
  })
  let isFilling = true
  while (isFilling) isFilling = await archive.chain.fill('2026-08-01T00:00:00Z')
  const signals = await archive.signals.get(['alpha/7', 'beta/3', 'gamma/9'])
  expect([...signals.values()].map(({ revision, deletedAt }) => [revision, deletedAt])).toEqual([
    [0, undefined],
    [1, undefined],
    [0, '2026-07-03T19:00:00Z'],
  ])
  expect(signals.get('beta/3')?.forwardedFrom).toMatchObject({ channel: 'alpha', id: 7 })
  const count = readAgain(file)
  for (const [table, rows] of Object.entries(before))
    expect([table, count(table)]).toEqual([table, { n: rows.length }])
  expect(before.stories.length).toBeGreaterThan(0)
  expect(before.stubs.length).toBeGreaterThan(0)
  const findings = []
  for await (const step of archive.verify()) findings.push(...step.findings)
  expect(findings).toEqual([])
})
