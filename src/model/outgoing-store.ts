import type { DeliveryReason, Outgoing, OutgoingQuery, Placement } from './outgoing.ts'

/**
 * Deliveries of editions to targets; `DeskStore.append` puts them in, with the act that froze the edition.
 * Of one dispatch and target only the last edition is on its way.
 */
export interface OutgoingStore {
  /** What may be tried, or looked at once more, at the instant; oldest first. */
  due(at: string): Promise<readonly Outgoing[]>
  /** When the next is due, an empty string for at once; undefined when none is. */
  nextDueAt(): Promise<string | undefined>
  /** Counts an attempt and supersedes earlier editions; false when it was taken back or settled meanwhile. */
  begin(delivery: number): Promise<boolean>
  later(delivery: number, reason: DeliveryReason, nextAt: string): Promise<void>
  stop(delivery: number, reason: DeliveryReason, at: string, placement?: Placement): Promise<void>
  /** Done, with what stands in the target now; at `lookAt` it becomes due for a second look. */
  finish(
    delivery: number,
    at: string,
    outcome?: { placement?: Placement; lookAt?: string },
  ): Promise<void>
  /** Stopped and waiting ones are due at once; what was deleted in a target may be made there anew. */
  resume(query: Pick<OutgoingQuery, 'stub' | 'target'>): Promise<readonly Outgoing[]>
  /** Newest first. */
  list(query: OutgoingQuery): Promise<readonly Outgoing[]>
  placement(dispatch: string, target: string): Promise<Placement | undefined>
  /** Editions that are done in every target, of which the desk's record doesn't say so yet. */
  untold(): Promise<readonly { dispatch: string; edition: number }[]>
  told(dispatch: string, edition: number): Promise<void>
}
