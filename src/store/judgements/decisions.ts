import type Database from 'better-sqlite3'
import { type SignalKey, signalKey } from '../../model/signal.ts'
import type { Decision, StoredDecision } from '../../model/story.ts'
import type { SignalTable } from '../signals/signal-table.ts'

interface DecisionRecord {
  decision: number
  kind: Decision['kind']
  firstName: string
  firstId: number
  secondName: string
  secondId: number
  at: string
  by: number
  reason: string | null
  withdrawnAt: string | null
}

/** What editors decided, and what stories would be without it. */
export class DecisionTable {
  private readonly signals: SignalTable
  private readonly insert
  private readonly end
  private readonly all
  private readonly putBase
  private readonly removeBase
  private readonly allBases
  private readonly removeBases

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.insert = db.prepare<[string, number, number, string, number, string | null]>(
      'INSERT INTO decisions (kind, first, second, at, by, reason) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.end = db.prepare<[string, number]>(
      'UPDATE decisions SET withdrawn_at = ? WHERE decision = ? AND withdrawn_at IS NULL',
    )
    this.all = db.prepare<[], DecisionRecord>(
      `SELECT d.decision, d.kind, d.at, d.by, d.reason, d.withdrawn_at AS withdrawnAt,
         c1.name AS firstName, s1.id AS firstId, c2.name AS secondName, s2.id AS secondId
       FROM decisions d
       JOIN signals s1 ON s1.row = d.first JOIN channels c1 ON c1.channel = s1.channel
       JOIN signals s2 ON s2.row = d.second JOIN channels c2 ON c2.channel = s2.channel
       ORDER BY d.decision`,
    )
    this.putBase = db.prepare<[number, number]>(
      `INSERT INTO story_bases (row, base) VALUES (?, ?)
       ON CONFLICT DO UPDATE SET base = excluded.base`,
    )
    this.removeBase = db.prepare<[number]>('DELETE FROM story_bases WHERE row = ?')
    this.allBases = db.prepare<[], { name: string; id: number; base: number }>(
      `SELECT c.name, s.id, b.base FROM story_bases b
       JOIN signals s USING (row) JOIN channels c USING (channel)`,
    )
    this.removeBases = db.prepare('DELETE FROM story_bases')
  }

  add({ kind, signals: [first, second], at, by, reason }: Decision): number {
    const rows = [this.signals.rowOf(first), this.signals.rowOf(second)] as const
    const { lastInsertRowid } = this.insert.run(kind, ...rows, at, by, reason ?? null)
    return Number(lastInsertRowid)
  }

  /** Once taken back, a decision keeps the time when it was. */
  withdraw(decision: number, at: string): void {
    this.end.run(at, decision)
  }

  list(): readonly StoredDecision[] {
    return this.all.all().map(toDecision)
  }

  setBase(key: SignalKey, base: number | undefined): void {
    const row = this.signals.rowOf(key)
    if (base === undefined) this.removeBase.run(row)
    else this.putBase.run(row, base)
  }

  bases(): ReadonlyMap<SignalKey, number> {
    return new Map(this.allBases.all().map(({ name, id, base }) => [signalKey(name, id), base]))
  }

  /** Forgets what was judged; what editors decided stays. */
  clear(): void {
    this.removeBases.run()
  }
}

function toDecision(record: DecisionRecord): StoredDecision {
  const { decision, kind, at, by, reason, withdrawnAt } = record
  return {
    decision,
    kind,
    signals: [
      signalKey(record.firstName, record.firstId),
      signalKey(record.secondName, record.secondId),
    ],
    at,
    by,
    ...(reason === null ? {} : { reason }),
    ...(withdrawnAt === null ? {} : { withdrawnAt }),
  }
}
