import type { Payload } from './delivery.ts'

export interface JournalEntry extends Payload {
  journal: number
  sha256: string
}

export interface JournalStore {
  /**
   * Writes a raw payload, pending. Telegram updates move the cursor here, in the same transaction:
   * asking for the next batch confirms this one.
   */
  append(payload: Payload, cursor?: string): Promise<number>
  /** Payloads that were written but not committed, oldest first. */
  pending(): Promise<readonly JournalEntry[]>
  read(journal: number): Promise<JournalEntry | undefined>
  cursor(source: string): Promise<string | undefined>
}
