import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { ActQuery } from '../../model/desk-store.ts'
import type { Act, DeskAct, NewAct, StubAct } from '../../model/desk.ts'

interface ActRecord {
  act: number
  at: string
  by: number
  name: string
  stub: number | null
  kind: string
  content: string
  hash: string
}

const columns = 'act, at, by, name, stub, kind, content, hash'

/** The audit log. Each entry's hash is over the one before it, so that none can be changed, moved or taken out unseen. */
export class ActTable {
  private readonly insert
  private readonly last
  private readonly headOfStub
  private readonly ofStub
  private readonly newest
  private readonly stubs
  private readonly inOrder

  constructor(db: Database.Database) {
    this.insert = db.prepare<[ActRecord]>(
      `INSERT INTO acts (${columns}) VALUES (@act, @at, @by, @name, @stub, @kind, @content, @hash)`,
    )
    this.last = db.prepare<[], Pick<ActRecord, 'act' | 'hash'>>(
      'SELECT act, hash FROM acts ORDER BY act DESC LIMIT 1',
    )
    this.headOfStub = db
      .prepare<[number], number | null>('SELECT max(act) FROM acts WHERE stub = ?')
      .pluck()
    this.ofStub = db.prepare<[number], ActRecord>(
      `SELECT ${columns} FROM acts WHERE stub = ? ORDER BY act`,
    )
    this.newest = db.prepare<
      [{ before: number; by: number | null; stub: number | null; limit: number }],
      ActRecord
    >(
      `SELECT ${columns} FROM acts WHERE act < @before AND (@by IS NULL OR by = @by)
       AND (@stub IS NULL OR stub = @stub) ORDER BY act DESC LIMIT @limit`,
    )
    this.stubs = db
      .prepare<[], number>('SELECT DISTINCT stub FROM acts WHERE stub IS NOT NULL')
      .pluck()
    this.inOrder = db.prepare<[], ActRecord>(`SELECT ${columns} FROM acts ORDER BY act`)
  }

  append(entry: NewAct): Act {
    const before = this.last.get()
    const act = (before?.act ?? 0) + 1
    const content = JSON.stringify(entry.content)
    const unhashed = { act, at: entry.at, by: entry.by, name: entry.name, stub: entry.stub ?? null }
    const hash = hashOf(before?.hash ?? '', { ...unhashed, content })
    this.insert.run({ ...unhashed, kind: entry.content.kind, content, hash })
    return { ...entry, act, hash }
  }

  /** Number of the last act on a stub; 0 where there is none. */
  headOf(stub: number): number {
    return this.headOfStub.get(stub) ?? 0
  }

  of(stub: number): readonly Act<StubAct>[] {
    return this.ofStub.all(stub).map((record) => toAct(record) as Act<StubAct>)
  }

  log({ before = Number.MAX_SAFE_INTEGER, by, stub, limit }: ActQuery): readonly Act[] {
    return this.newest.all({ before, by: by ?? null, stub: stub ?? null, limit }).map(toAct)
  }

  touched(): ReadonlySet<number> {
    return new Set(this.stubs.all())
  }

  /** Number of the first act that doesn't follow from those before it; undefined when all do. */
  firstBroken(): number | undefined {
    let previous = ''
    let expected = 1
    for (const record of this.inOrder.iterate()) {
      if (record.act !== expected || record.hash !== hashOf(previous, record)) return expected
      previous = record.hash
      expected += 1
    }
    return undefined
  }
}

function hashOf(
  previous: string,
  { act, at, by, name, stub, content }: Omit<ActRecord, 'kind' | 'hash'>,
): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, act, at, by, name, stub, content]))
    .digest('hex')
}

function toAct({ act, at, by, name, stub, content, hash }: ActRecord): Act {
  const done = { act, at, by, name, content: JSON.parse(content) as StubAct | DeskAct, hash }
  return stub === null ? done : { ...done, stub }
}
