import type { Archive, CommitOutcome } from '../model/archive.ts'
import type { IntakeContext } from './ingest.ts'
import { digest } from './ingest.ts'

export interface Recovery {
  /** One outcome for each payload that a crash had left between journal and commit. */
  outcomes: readonly CommitOutcome[]
  /** Payloads that could not be stored this time either; they stay pending. */
  failed: readonly { journal: number; source: string; error: unknown }[]
}

/** Reads again what was written to the journal but not committed; to be called once, before any poll. */
export async function recover(archive: Archive, context: IntakeContext): Promise<Recovery> {
  const outcomes: CommitOutcome[] = []
  const failed: { journal: number; source: string; error: unknown }[] = []
  for (const entry of await archive.journal.pending()) {
    try {
      const { journal, ...payload } = entry
      outcomes.push(await digest(archive, { journal, payload }, context))
    } catch (error) {
      // One payload that can't be stored must not keep the desk from starting.
      failed.push({ journal: entry.journal, source: entry.source, error })
    }
  }
  return { outcomes, failed }
}
