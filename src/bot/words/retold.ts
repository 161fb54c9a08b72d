import type { ReasonKey } from '../../analysis/reasons.ts'
import type { StubNoteKey } from '../../desk/compose/stub-notes.ts'
import type { SourceFaultKey } from '../../lib/source-faults.ts'

/** Sentences that are stored in English, as a language says them; each with the gaps that it has there. */
export interface Retold {
  reasons: Readonly<Record<ReasonKey, string>>
  faults: Readonly<Record<SourceFaultKey, string>>
  notes: Readonly<Record<StubNoteKey, string>>
  /** What stands in a gap and is no word of a post: a date, an age, a language; undefined for all else. */
  gap: (name: string, value: string) => string | undefined
}
