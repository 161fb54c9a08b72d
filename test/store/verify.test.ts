import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ChainHead, Finding } from '../../src/model/chain.ts'
import type { Edition } from '../../src/model/desk.ts'
import { openArchive } from '../../src/store/archive.ts'
import { migrate } from '../../src/store/migrate.ts'
import { chain } from '../../src/store/migrations/010-chain.ts'
import { migrations } from '../../src/store/migrations/index.ts'
import { ActTable } from '../../src/store/review/acts.ts'
import { english } from '../export/stub-cases.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempFolder } from '../helpers/temp-archive.ts'

const at = '2026-03-04T04:00:00Z'

function open(path: string) {
  const archive = openArchive(path)
  onTestFinished(() => {
    archive.close()
  })
  return archive
}

/** Three posts of which one has a picture, one was edited and one deleted, and an act of an editor. */
async function filled(): Promise<string> {
  const path = join(tempFolder(), 'intake.db')
  const archive = open(path)
  const media = [{ kind: 'photo' as const, url: 'https://cdn.example/1.jpg' }]
  const first = [makePost({ id: 1, media }), makePost({ id: 2, text: 'Sirens.' })]
  await commitPosts(archive, first, { fetchKinds: new Set(['photo']) })
  const print = new Uint8Array(32).fill(7)
  const facts = { type: 'jpeg', bytes: 9, width: 640, height: 480, sha256: 'ab'.repeat(32), print }
  await archive.pictures.keep(1, facts, [], at)
  await commitPosts(archive, [makePost({ id: 2, text: 'Sirens, and smoke.' })])
  await commitPosts(archive, [makePost({ id: 3, at, text: 'All clear.' })])
  await commitPosts(archive, [makePost({ id: 3, at, text: 'All clear.', deletedAt: at })])
  const act = { at, by: 1, name: 'Dana', content: { kind: 'invited' as const } }
  await archive.desk.append({ act: act as never })
  archive.close()
  return path
}

async function findings(path: string, noted?: ChainHead): Promise<Finding[]> {
  const archive = open(path)
  const found: Finding[] = []
  for await (const step of archive.verify(noted)) found.push(...step.findings)
  return found
}

/** The same with a stub that was approved. */
async function approved(): Promise<string> {
  const path = await filled()
  const archive = open(path)
  const content = english()
  const { stub } = content
  await archive.stubs.save([content])
  const edition = { dispatch: 'wire-1', edition: 1, kind: 'new', at, stub, content, namings: [] }
  const act = { kind: 'approve', dispatch: 'wire-1', edition: 1 } as const
  await archive.desk.append({
    act: { at, by: 1, name: 'Dana', stub, content: act },
    edition: edition as Edition,
    targets: ['site'],
  })
  archive.close()
  return path
}

/** Does to the file what somebody with it in hand can do: the triggers are no obstacle to them. */
function tamper(path: string, sql: string): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  for (const table of ['chain', 'acts'])
    for (const verb of ['stands', 'stays', 'stand', 'stay'])
      db.exec(`DROP TRIGGER IF EXISTS ${table}_${verb}`)
  db.exec(sql)
  db.close()
}

describe('verify', () => {
  it('finds nothing in what was stored, edited, deleted and done', async () => {
    expect(await findings(await filled())).toEqual([])
  })

  it.each([
    [
      'a changed byte of a payload',
      'UPDATE journal SET body = zeroblob(20) WHERE journal = 1',
      'payload 1',
      'Its bytes are not those',
    ],
    [
      'a payload whose body and hash were both exchanged',
      'UPDATE journal SET body = (SELECT body FROM journal WHERE journal = 2), sha256 = zeroblob(32) WHERE journal = 1',
      'payload 1',
      'hash, source or time',
    ],
    [
      'a changed text',
      "UPDATE signals SET text = replace(text, 'harbour', 'airport')",
      'signal alpha/1',
      'Its text, time or provenance',
    ],
    [
      'a picture with another hash',
      'UPDATE pictures SET sha256 = zeroblob(32)',
      'picture 1',
      'Its hash, address or time',
    ],
    ['a picture taken out', 'DELETE FROM pictures', 'picture 1', 'not there any more'],
    [
      'a picture put in past Intake',
      "INSERT INTO pictures (row, kind, address, state, fetched_at, type, bytes, width, height, sha256) SELECT row, 'photo', 'x', 'fetched', '', 'png', 1, 1, 1, zeroblob(32) FROM pictures",
      'picture 2',
      'the chain does not know it',
    ],
    [
      'a changed time',
      "UPDATE signals SET at = '2026-03-04T02:14:37Z' WHERE id = 1",
      'signal alpha/1',
      'Its text, time or provenance',
    ],
    [
      'a deletion undone',
      'UPDATE signals SET deleted_at = NULL, deletion = NULL',
      'signal alpha/3',
      'Its text, time or provenance',
    ],
    [
      'a changed revision',
      "UPDATE revisions SET text = 'Silence.' WHERE revision = 0",
      'revision alpha/2#0',
      'Its text or time',
    ],
    [
      'a missing signal',
      'DELETE FROM unanalysed; DELETE FROM signals WHERE id = 1',
      'signal alpha/1',
      'not there any more',
    ],
    [
      'a missing revision',
      'DELETE FROM revisions WHERE revision = 0',
      'revision alpha/2#0',
      'not there any more',
    ],
    [
      'a missing payload',
      'DELETE FROM journal WHERE journal = 1',
      'payload 1',
      'not there any more',
    ],
    [
      'a body taken out',
      'UPDATE journal SET body = NULL WHERE journal = 1',
      'payload 1',
      'Its body was taken out',
    ],
    [
      'two signals that changed places',
      'UPDATE signals SET row = 5 WHERE id = 1; UPDATE signals SET row = (SELECT row FROM signals WHERE id = 2) + 1 WHERE id = 3',
      'signal alpha/1',
      'Its text, time or provenance',
    ],
    [
      'two chain entries that changed places',
      'UPDATE chain SET entry = 99 WHERE entry = 1; UPDATE chain SET entry = 1 WHERE entry = 2; UPDATE chain SET entry = 2 WHERE entry = 99',
      'chain entry 1',
      'does not follow',
    ],
    [
      'a missing chain entry',
      'DELETE FROM chain WHERE entry = 2',
      'chain entry 3',
      'Entry 2 is missing before it',
    ],
    [
      'a chain entry with other lines',
      "UPDATE chain SET items = replace(items, 'alpha/1', 'alpha/9') WHERE entry = 1",
      'chain entry 1',
      'not those it was made of',
    ],
    [
      'a signal written past Intake',
      "INSERT INTO signals (row, channel, id, at, text, text_at, journal) VALUES (7, 1, 9, '2026-01-01T00:00:00Z', 'Planted.', '2026-01-01T00:00:00Z', 1)",
      'signal alpha/9',
      'the chain does not know it',
    ],
    [
      'a changed act',
      "UPDATE acts SET name = 'Somebody'",
      'act 1',
      'one was changed, moved or taken out',
    ],
    [
      'a signal said to come of another payload',
      'UPDATE signals SET journal = journal + 1 WHERE id = 1',
      'signal alpha/1',
      'another payload than brought it',
    ],
    ['the only act taken out', 'DELETE FROM acts', 'act 1', 'not there any more'],
  ])('finds %s, and says where', async (_title, sql, place, words) => {
    const path = await filled()
    tamper(path, sql)
    const found = await findings(path)
    expect(found).toContainEqual(
      expect.objectContaining({ place, problem: expect.stringContaining(words) as string }),
    )
  })

  it.each([
    [
      'an act called otherwise',
      "UPDATE acts SET kind = 'hold' WHERE act = 2",
      'act 2',
      'another kind',
    ],
    [
      'an approved edition that was changed',
      `UPDATE editions SET content = replace(content, '"new"', '"kill"')`,
      'edition wire-1/1',
      'not what was approved',
    ],
    [
      'an approved edition given to another stub',
      'UPDATE editions SET stub = stub + 1',
      'edition wire-1/1',
      'another stub or time',
    ],
    [
      'an approved edition with another time',
      "UPDATE editions SET at = '2020-01-01T00:00:00Z'",
      'edition wire-1/1',
      'another stub or time',
    ],
    [
      'an edition taken out',
      'DELETE FROM deliveries; DELETE FROM editions',
      'edition wire-1/1',
      'not there any more',
    ],
    [
      'an edition put in past Intake',
      "INSERT INTO editions SELECT 'wire-9', edition, stub, at, content FROM editions",
      'edition wire-9/1',
      'the chain does not know it',
    ],
  ])('finds %s', async (_title, sql, place, words) => {
    const path = await approved()
    expect(await findings(path)).toEqual([])
    tamper(path, sql)
    expect(await findings(path)).toContainEqual(
      expect.objectContaining({ place, problem: expect.stringContaining(words) as string }),
    )
  })

  it('finds an act put in past Intake, though it follows from the one before', async () => {
    const path = await approved()
    const db = new Database(path)
    const acts = new ActTable(db)
    const act = acts.append({ at, by: 1, name: 'Dana', content: { kind: 'quiet' } })
    expect(acts.firstBroken()).toBeUndefined()
    db.close()
    expect(await findings(path)).toEqual([
      {
        check: 'acts',
        place: `act ${act.act}`,
        problem: 'It stands in the database, and the chain does not know it.',
      },
    ])
  })

  it('finds an end cut off together with its rows only by an entry noted elsewhere', async () => {
    const path = await filled()
    const archive = open(path)
    const noted = await archive.chain.head()
    archive.close()
    tamper(path, 'DELETE FROM acts; DELETE FROM chain WHERE entry = (SELECT max(entry) FROM chain)')
    expect(await findings(path)).toEqual([])
    expect(await findings(path, noted)).toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining('taken out') as string }),
    )
  })

  it('leaves a poll that changed nothing out of the chain', async () => {
    const archive = open(join(tempFolder(), 'intake.db'))
    await commitPosts(archive, [makePost()])
    const before = await archive.chain.head()
    await commitPosts(archive, [makePost({ views: 12 })])
    expect(await archive.chain.head()).toEqual(before)
  })
})

describe('a database from before the chain', () => {
  it('is taken in batch by batch, and then holds as another does', async () => {
    const path = await filled()
    const db = new Database(path)
    db.exec('DROP TABLE chain; DROP TABLE chain_filling; DELETE FROM pictures')
    const before = migrations.indexOf(chain)
    db.pragma(`user_version = ${before}`)
    migrate(db, migrations.slice(0, before + 1))
    db.pragma(`user_version = ${migrations.length}`)
    db.close()
    expect(await findings(path)).toEqual([])
    const archive = open(path)
    await commitPosts(archive, [makePost({ id: 1, at, text: 'The harbour burns.' })])
    while (await archive.chain.fill(at));
    archive.close()
    expect(await findings(path)).toEqual([])
    tamper(path, "UPDATE revisions SET text = 'Silence.'; UPDATE acts SET hash = 'x'")
    const places = (await findings(path)).map(({ place }) => place)
    expect(places).toContain('revision alpha/2#1')
    expect(places).toContain('act 1')
  })
})
