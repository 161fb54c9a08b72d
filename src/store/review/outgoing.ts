import type Database from 'better-sqlite3'
import { farAhead } from '../../lib/time.ts'
import type { OutgoingStore } from '../../model/outgoing-store.ts'
import type {
  DeliveryReason,
  Outgoing,
  OutgoingQuery,
  OutgoingState,
  Placement,
} from '../../model/outgoing.ts'
import { answer } from '../answer.ts'
import { PlacementTable } from './placements.ts'

interface OutgoingRecord {
  delivery: number
  dispatch: string
  edition: number
  stub: number
  target: string
  state: OutgoingState
  created_at: string
  attempts: number
  next_at: string | null
  settled_at: string | null
  reason: string | null
  url: string | null
}

const rows = `SELECT delivery, d.dispatch, d.edition, e.stub, d.target, d.state, created_at, attempts,
    next_at, settled_at, reason, p.url
  FROM deliveries d JOIN editions e USING (dispatch, edition)
  LEFT JOIN placements p ON p.dispatch = d.dispatch AND p.target = d.target`

// A later edition that was not taken back, on its way to the same target.
const isLast = `NOT EXISTS (SELECT 1 FROM deliveries l WHERE l.dispatch = d.dispatch
  AND l.target = d.target AND l.edition > d.edition AND l.state <> 'recalled')`

/** Deliveries on their way, and what stands in the targets; each call is one transaction. */
export class OutgoingArchive implements OutgoingStore {
  private readonly db: Database.Database
  private readonly placements: PlacementTable
  private readonly dueRows
  private readonly firstDue
  private readonly start
  private readonly supersede
  private readonly put
  private readonly listed
  private readonly wake
  private readonly untoldRows
  private readonly tell

  constructor(db: Database.Database) {
    this.db = db
    this.placements = new PlacementTable(db)
    this.dueRows = db.prepare<[string, string], OutgoingRecord>(
      `${rows} WHERE (d.state IN ('queued', 'sending') OR (d.state = 'done' AND next_at IS NOT NULL))
       AND (next_at IS NULL OR next_at <= ? OR next_at > ?) AND ${isLast} ORDER BY delivery`,
    )
    this.firstDue = db
      .prepare<[], string | null>(
        `SELECT min(coalesce(next_at, '')) FROM deliveries d
         WHERE (state IN ('queued', 'sending') OR (state = 'done' AND next_at IS NOT NULL))
         AND ${isLast}`,
      )
      .pluck()
    this.start = db.prepare<[number]>(
      `UPDATE deliveries SET state = 'sending', attempts = attempts + 1, next_at = NULL
       WHERE delivery = ? AND state IN ('queued', 'sending')`,
    )
    this.supersede = db.prepare<[{ delivery: number }]>(
      `UPDATE deliveries SET state = 'superseded', next_at = NULL
       WHERE state IN ('queued', 'sending', 'stopped')
       AND (dispatch, target) = (SELECT dispatch, target FROM deliveries WHERE delivery = @delivery)
       AND edition < (SELECT edition FROM deliveries WHERE delivery = @delivery)`,
    )
    this.put = db.prepare<
      [Pick<OutgoingRecord, 'delivery' | 'state' | 'next_at' | 'settled_at' | 'reason'>]
    >(
      `UPDATE deliveries SET state = @state, next_at = @next_at, settled_at = @settled_at,
       reason = @reason WHERE delivery = @delivery AND state <> 'recalled'`,
    )
    this.listed = db.prepare<
      [{ stub: number | null; target: string | null; states: string; limit: number }],
      OutgoingRecord
    >(
      `${rows} WHERE (@stub IS NULL OR e.stub = @stub) AND (@target IS NULL OR d.target = @target)
       AND (@states = '' OR instr(@states, ' ' || d.state || ' ') > 0)
       ORDER BY delivery DESC LIMIT @limit`,
    )
    this.wake = db.prepare<[number]>(
      `UPDATE deliveries SET state = 'sending', attempts = 0, next_at = NULL, settled_at = NULL
       WHERE delivery = ? AND state IN ('stopped', 'sending')`,
    )
    this.untoldRows = db.prepare<[], { dispatch: string; edition: number }>(
      `SELECT dispatch, edition FROM deliveries GROUP BY dispatch, edition
       HAVING sum(state <> 'done') = 0 AND sum(told) = 0`,
    )
    this.tell = db.prepare<[string, number]>(
      'UPDATE deliveries SET told = 1 WHERE dispatch = ? AND edition = ?',
    )
  }

  due(at: string): Promise<readonly Outgoing[]> {
    return answer(() => this.dueRows.all(at, farAhead(at)).map(toOutgoing))
  }

  nextDueAt(): Promise<string | undefined> {
    return answer(() => this.firstDue.get() ?? undefined)
  }

  begin(delivery: number): Promise<boolean> {
    const run = this.db.transaction(() => {
      if (this.start.run(delivery).changes === 0) return false
      this.supersede.run({ delivery })
      return true
    })
    return answer(() => run.immediate())
  }

  later(delivery: number, reason: DeliveryReason, nextAt: string): Promise<void> {
    return answer(() => {
      this.settle(delivery, 'sending', { reason, nextAt })
    })
  }

  stop(delivery: number, reason: DeliveryReason, at: string, placement?: Placement): Promise<void> {
    const run = this.db.transaction(() => {
      if (placement !== undefined) this.placements.save(placement)
      this.settle(delivery, 'stopped', { reason, at })
    })
    return answer(() => {
      run.immediate()
    })
  }

  finish(
    delivery: number,
    at: string,
    { placement, lookAt }: { placement?: Placement; lookAt?: string } = {},
  ): Promise<void> {
    const run = this.db.transaction(() => {
      if (placement !== undefined) this.placements.save(placement)
      this.settle(delivery, 'done', { at, ...(lookAt === undefined ? {} : { nextAt: lookAt }) })
    })
    return answer(() => {
      run.immediate()
    })
  }

  resume(query: Pick<OutgoingQuery, 'stub' | 'target'>): Promise<readonly Outgoing[]> {
    const run = this.db.transaction(() => {
      const woken = this.select({ ...query, states: ['stopped', 'sending'] })
      for (const { delivery, dispatch, target, reason } of woken) {
        // What a person deleted in the target is made anew only when the desk asks for it, as here.
        if (reason?.code === 'gone') this.placements.forget(dispatch, target)
        this.wake.run(delivery)
      }
      return woken
    })
    return answer(() => run.immediate())
  }

  list(query: OutgoingQuery): Promise<readonly Outgoing[]> {
    return answer(() => this.select(query))
  }

  placement(dispatch: string, target: string): Promise<Placement | undefined> {
    return answer(() => this.placements.get(dispatch, target))
  }

  untold(): Promise<readonly { dispatch: string; edition: number }[]> {
    return answer(() => this.untoldRows.all())
  }

  told(dispatch: string, edition: number): Promise<void> {
    return answer(() => {
      this.tell.run(dispatch, edition)
    })
  }

  private select({ stub, target, states = [], limit = 10_000 }: OutgoingQuery): Outgoing[] {
    const named = states.length === 0 ? '' : ` ${states.join(' ')} `
    return this.listed
      .all({ stub: stub ?? null, target: target ?? null, states: named, limit })
      .map(toOutgoing)
  }

  private settle(
    delivery: number,
    state: OutgoingState,
    { reason, nextAt, at }: { reason?: DeliveryReason; nextAt?: string; at?: string },
  ): void {
    this.put.run({
      delivery,
      state,
      next_at: nextAt ?? null,
      settled_at: at ?? null,
      reason: reason === undefined ? null : JSON.stringify(reason),
    })
  }
}

function toOutgoing(record: OutgoingRecord): Outgoing {
  const { created_at: createdAt, next_at, settled_at, reason, url, ...rest } = record
  return {
    ...rest,
    createdAt,
    ...(next_at === null ? {} : { nextAt: next_at }),
    ...(settled_at === null ? {} : { settledAt: settled_at }),
    ...(reason === null ? {} : { reason: JSON.parse(reason) as DeliveryReason }),
    ...(url === null ? {} : { url }),
  }
}
