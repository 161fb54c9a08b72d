import { isDeepStrictEqual } from 'node:util'
import type Database from 'better-sqlite3'
import type { StubStore } from '../../model/stub-store.ts'
import type { Stub, StubState } from '../../model/stub.ts'
import { answer } from '../answer.ts'
import type { UndraftedTable } from '../judgements/undrafted.ts'

interface StubRecord {
  stub: number
  version: number
  state: StubState
  content: string
}

/** Draft dispatches as last composed, with the state the desk gave them. */
export class Stubs implements StubStore {
  private readonly db: Database.Database
  private readonly table: UndraftedTable
  private readonly put
  private readonly byNumber
  private readonly after
  private readonly allNumbers
  private readonly lastComposed
  private readonly total
  private readonly ofLatestStories
  private readonly ofStates
  private readonly removeDraft
  private readonly setState

  constructor(db: Database.Database, table: UndraftedTable) {
    this.db = db
    this.table = table
    this.put = db.prepare<[StubRecord]>(
      `INSERT INTO stubs (stub, version, state, content) VALUES (@stub, @version, @state, @content)
       ON CONFLICT DO UPDATE SET version = excluded.version, content = excluded.content`,
    )
    const columns = 'stub, version, state, content'
    this.byNumber = db.prepare<[number], StubRecord>(`SELECT ${columns} FROM stubs WHERE stub = ?`)
    this.after = db.prepare<[number, number], StubRecord>(
      `SELECT ${columns} FROM stubs WHERE stub > ? ORDER BY stub LIMIT ?`,
    )
    this.allNumbers = db
      .prepare<[], number>('SELECT stub FROM stubs INDEXED BY stubs_state ORDER BY stub')
      .pluck()
    this.lastComposed = db.prepare<[number], StubRecord>(
      `SELECT ${columns} FROM stubs ORDER BY content ->> '$.composedAt' DESC, stub DESC LIMIT ?`,
    )
    this.total = db.prepare<[], number>('SELECT count(*) FROM stubs').pluck()
    const latest = 'ORDER BY stories.last_at DESC, stories.story DESC LIMIT ?'
    const isWanted = 'stubs.state IN (SELECT value FROM json_each(?))'
    // CROSS JOIN: the left table is the outer loop. Drafts are many, so the latest stories soon give enough.
    this.ofLatestStories = db.prepare<[string, number], number>(
      `SELECT stubs.stub FROM stories CROSS JOIN stubs ON stubs.stub = stories.story
       WHERE ${isWanted} ${latest}`,
    )
    // Other states are few: all stories would be walked for them.
    this.ofStates = db.prepare<[string, number], number>(
      `SELECT stubs.stub FROM stubs CROSS JOIN stories ON stories.story = stubs.stub
       WHERE ${isWanted} ${latest}`,
    )
    this.setState = db.prepare<[StubState, number]>('UPDATE stubs SET state = ? WHERE stub = ?')
    this.removeDraft = db.prepare<[number]>(
      "DELETE FROM stubs WHERE stub = ? AND state = 'draft' AND stub NOT IN (SELECT stub FROM acts WHERE stub IS NOT NULL)",
    )
  }

  save(stubs: readonly Stub[]): Promise<readonly Stub[]> {
    const run = this.db.transaction(() => stubs.map((stub) => this.saveOne(stub)))
    return answer(() => run.immediate())
  }

  /** Stores a stub as a person's act left it, state included; to be called within a transaction. */
  settleState(stub: Stub): void {
    this.saveOne(stub)
    this.setState.run(stub.state, stub.stub)
  }

  get(stub: number): Promise<Stub | undefined> {
    return answer(() => this.find(stub))
  }

  async *all(batch: number): AsyncIterable<readonly Stub[]> {
    let last = -1
    for (;;) {
      const records = this.after.all(last, batch)
      const end = records.at(-1)
      if (!end) return
      last = end.stub
      yield await Promise.resolve(records.map(toStub))
    }
  }

  latest({
    states,
    limit,
  }: {
    states: readonly StubState[]
    limit: number
  }): Promise<readonly number[]> {
    const find = states.includes('draft') ? this.ofLatestStories : this.ofStates
    return answer(() => find.pluck().all(JSON.stringify(states), limit))
  }

  numbers(): Promise<readonly number[]> {
    return answer(() => this.allNumbers.all())
  }

  newest(limit: number): Promise<{ stubs: readonly Stub[]; total: number }> {
    return answer(() => ({
      stubs: this.lastComposed.all(limit).map(toStub),
      total: this.total.get() ?? 0,
    }))
  }

  remove(stubs: readonly number[]): Promise<void> {
    const run = this.db.transaction(() => {
      for (const stub of stubs) this.removeDraft.run(stub)
    })
    return answer(() => {
      run.immediate()
    })
  }

  undrafted(): Promise<readonly number[]> {
    return answer(() => this.table.list())
  }

  unsettled(stories: readonly number[]): Promise<readonly number[]> {
    return answer(() => stories.filter((story) => this.table.has(story)))
  }

  settle(stories: readonly number[]): Promise<void> {
    const run = this.db.transaction(() => {
      this.table.settle(stories)
    })
    return answer(() => {
      run.immediate()
    })
  }

  private find(stub: number): Stub | undefined {
    const record = this.byNumber.get(stub)
    return record && toStub(record)
  }

  private saveOne(stub: Stub): Stub {
    const stored = this.find(stub.stub)
    const content = JSON.stringify(stub)
    if (stored && isSameContent(stored, JSON.parse(content) as Stub)) return stored
    const version = stored ? stored.version + 1 : stub.version
    const state = stored?.state ?? stub.state
    this.put.run({ stub: stub.stub, version, state, content })
    return { ...stub, version, state }
  }
}

/** Equal but for what saving and composing again set by themselves. */
function isSameContent(a: Stub, b: Stub): boolean {
  const { version, state, composedAt } = a
  return isDeepStrictEqual(a, { ...b, version, state, composedAt })
}

function toStub({ version, state, content }: StubRecord): Stub {
  return { ...(JSON.parse(content) as Stub), version, state }
}
