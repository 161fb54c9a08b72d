import type { AnalysisStore } from './analysis-store.ts'
import type { BotStore } from './bot.ts'
import type { ChainHead, ChainStore, Evidence, VerifyStep } from './chain.ts'
import type { ChannelEventStore } from './channel-event.ts'
import type { DeskStore } from './desk-store.ts'
import type { DispatchStore } from './dispatch-store.ts'
import type { GapStore } from './gap.ts'
import type { JournalStore } from './journal.ts'
import type { OutgoingStore } from './outgoing-store.ts'
import type { PictureStore } from './picture.ts'
import type { SearchStore } from './search.ts'
import type { SignalStore } from './signal-store.ts'
import type { SignalKey } from './signal.ts'
import type { SourceState, StatsStore } from './stats.ts'
import type { StubStore } from './stub-store.ts'
import type { Pulse, UpkeepStore } from './upkeep.ts'
import type { WatchStore } from './watch-store.ts'

/**
 * What the rest of Intake asks of storage. Every call is one transaction and may be made twice with
 * the same outcome. Answered by SQLite in `store/`; another engine can answer the same calls.
 */
export interface Archive {
  readonly journal: JournalStore
  readonly signals: SignalStore
  readonly analysis: AnalysisStore
  readonly stubs: StubStore
  readonly dispatches: DispatchStore
  readonly search: SearchStore
  readonly stats: StatsStore
  readonly chain: ChainStore
  /**
   * Looks at everything that is stored and tells what is not as it was, step by step. `noted` is an entry
   * of the chain that was written down elsewhere, and must still stand in it.
   */
  verify(noted?: ChainHead): AsyncIterable<VerifyStep>
  readonly desk: DeskStore
  readonly watching: WatchStore
  readonly bot: BotStore
  /** What shows where these signals come from, and that it is as it was received. */
  evidence(keys: readonly SignalKey[]): Promise<Evidence>
  readonly upkeep: UpkeepStore
  pulse(): Promise<Pulse>
  /** How the last polls of each source went. */
  sources(): Promise<readonly SourceState[]>
  /** Writes a whole copy of the database to a new file while it is in use; 0600. */
  backup(file: string): Promise<void>
  readonly outgoing: OutgoingStore
  readonly gaps: GapStore
  readonly pictures: PictureStore
  readonly channelEvents: ChannelEventStore
  close(): void
}
