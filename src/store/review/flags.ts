import type Database from 'better-sqlite3'
import type { StubBasis } from '../../model/desk.ts'
import type { StubFlag } from '../../model/stub-flag.ts'

interface FlagRecord {
  flag: number
  stub: number
  at: string
  kind: StubFlag['kind']
  subject: string
  words: string
  seen: number
}

/** What changed beneath stubs that people had worked on, each once; seen when an act of that kind came later. */
export class FlagTable {
  private readonly insert
  private readonly ofStub
  private readonly basisOf
  private readonly putBasis

  constructor(db: Database.Database) {
    this.insert = db.prepare<[Omit<FlagRecord, 'flag' | 'seen'>]>(
      `INSERT INTO stub_flags (stub, at, kind, subject, words)
       VALUES (@stub, @at, @kind, @subject, @words) ON CONFLICT DO NOTHING`,
    )
    this.ofStub = db.prepare<[number], FlagRecord>(
      `SELECT flag, stub, at, kind, subject, words, EXISTS (
         SELECT 1 FROM acts WHERE acts.stub = stub_flags.stub AND acts.kind = 'seen'
           AND json_extract(acts.content, '$.upTo') >= flag
       ) AS seen
       FROM stub_flags WHERE stub = ? ORDER BY flag`,
    )
    this.basisOf = db
      .prepare<[number], string | null>('SELECT basis FROM stubs WHERE stub = ?')
      .pluck()
    this.putBasis = db.prepare<[string, number]>('UPDATE stubs SET basis = ? WHERE stub = ?')
  }

  /** The flag as stored; undefined when it was noted before. */
  add({ subject = '', ...flag }: Omit<StubFlag, 'flag' | 'seen'>): StubFlag | undefined {
    const { changes, lastInsertRowid } = this.insert.run({ ...flag, subject })
    if (changes === 0) return undefined
    return toFlag({ ...flag, subject, flag: Number(lastInsertRowid), seen: 0 })
  }

  basis(stub: number): StubBasis | undefined {
    const basis = this.basisOf.get(stub)
    return basis == null ? undefined : (JSON.parse(basis) as StubBasis)
  }

  setBasis(stub: number, basis: StubBasis): void {
    this.putBasis.run(JSON.stringify(basis), stub)
  }

  /** Changes are told from where people first worked on a stub. */
  startBasis(stub: number, basis: StubBasis): void {
    if (this.basis(stub) === undefined) this.setBasis(stub, basis)
  }

  of(stub: number): readonly StubFlag[] {
    return this.ofStub.all(stub).map(toFlag)
  }
}

function toFlag({ subject, seen, ...flag }: FlagRecord): StubFlag {
  return { ...flag, ...(subject === '' ? {} : { subject }), seen: seen === 1 }
}
