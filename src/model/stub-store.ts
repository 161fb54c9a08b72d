import type { Stub, StubState } from './stub.ts'

export interface StubStore {
  /** Inserts or replaces a stub; keeps the stored state and raises the version when the content differs. */
  save(stubs: readonly Stub[]): Promise<readonly Stub[]>
  get(stub: number): Promise<Stub | undefined>
  all(batch: number): AsyncIterable<readonly Stub[]>
  /** Numbers of stubs in these states, those of the latest stories first. */
  latest(query: { states: readonly StubState[]; limit: number }): Promise<readonly number[]>
  /** Of all stubs, in order. */
  numbers(): Promise<readonly number[]>
  /** Those composed last, the last first, and how many there are. */
  newest(limit: number): Promise<{ stubs: readonly Stub[]; total: number }>
  /** Takes away drafts whose story was merged away. */
  remove(stubs: readonly number[]): Promise<void>
  /**
   * Numbers of stories that changed, or went, since their stubs were settled, lowest first; noted by
   * `AnalysisStore.save` and `reset` in the same transaction.
   */
  undrafted(): Promise<readonly number[]>
  /** Which of these are not settled yet; leaves what was noted as it is. */
  unsettled(stories: readonly number[]): Promise<readonly number[]>
  /** Notes that the stubs of these stories are up to date and written out. */
  settle(stories: readonly number[]): Promise<void>
}
