import { letOthersRun } from '../lib/let-others-run.ts'
import type { CommitOutcome } from '../model/signal-store.ts'
import type { Delivery, Source } from '../model/delivery.ts'

/** What importing has done so far. */
export interface ImportTotals {
  stored: number
  revised: number
  deleted: number
  unchanged: number
  quarantined: number
}

export const noTotals: ImportTotals = {
  stored: 0,
  revised: 0,
  deleted: 0,
  unchanged: 0,
  quarantined: 0,
}

export const addTotals = (a: ImportTotals, b: ImportTotals): ImportTotals => ({
  stored: a.stored + b.stored,
  revised: a.revised + b.revised,
  deleted: a.deleted + b.deleted,
  unchanged: a.unchanged + b.unchanged,
  quarantined: a.quarantined + b.quarantined,
})

const totalsOf = (outcome: CommitOutcome): ImportTotals => ({
  stored: outcome.stored.length,
  revised: outcome.revised.length,
  deleted: outcome.deleted.length,
  unchanged: outcome.unchanged,
  quarantined: outcome.rejected,
})

/** Reads a file from its beginning and stores it, delivery by delivery; yields what each one did. */
export async function* importFile(
  source: Source,
  ingest: (delivery: Delivery) => Promise<CommitOutcome>,
  signal: AbortSignal,
): AsyncIterable<ImportTotals> {
  for await (const delivery of source.poll({ cursor: undefined, signal })) {
    yield totalsOf(await ingest(delivery))
    await letOthersRun()
  }
}
