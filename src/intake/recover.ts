import type { Archive } from '../model/archive.ts'
import type { CommitOutcome } from '../model/signal-store.ts'
import type { IntakeContext } from './ingest.ts'
import { digest } from './ingest.ts'

export interface Recovery {
  /** One outcome for each payload that a crash or a fault had left between journal and commit. */
  outcomes: readonly CommitOutcome[]
  /** Payloads that could not be stored this time either; they stay pending. */
  failed: readonly { journal: number; source: string; error: unknown }[]
}

/**
 * Reads again what was written to the journal but not committed, of one source or of all; to be called while none
 * of them is polled.
 */
export async function recover(
  archive: Archive,
  context: IntakeContext,
  source?: string,
): Promise<Recovery> {
  const outcomes: CommitOutcome[] = []
  const failed: { journal: number; source: string; error: unknown }[] = []
  for (const entry of await archive.journal.pending()) {
    if (source !== undefined && entry.source !== source) continue
    try {
      const { journal, ...payload } = entry
      outcomes.push(await digest(archive, { journal, payload }, context))
    } catch (error) {
      // One payload that can't be stored must not keep the desk from going on.
      failed.push({ journal: entry.journal, source: entry.source, error })
    }
  }
  return { outcomes, failed }
}
