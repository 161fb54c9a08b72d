import type { ChainHead, ChainStore, Evidence, VerifyStep } from './chain.ts'
import type { AnalysisResult, OldTexts } from './analysis.ts'
import type { ChannelEventStore, ChannelIdentity, NewChannelEvent } from './channel-event.ts'
import type { BotStore } from './bot.ts'
import type { Delivery, Payload, Rejection } from './delivery.ts'
import type { Act, Edition, Member, NewAct, StubAct, StubBasis } from './desk.ts'
import type { StubFlag } from './stub-flag.ts'
import type { Coverage, GapStore } from './gap.ts'
import type { Link } from './link.ts'
import type { DeliveryReason, Outgoing, OutgoingQuery, Placement } from './outgoing.ts'
import type { PictureStore } from './picture.ts'
import type { MediaKind, RawPost, Signal, SignalKey } from './signal.ts'
import type {
  Decision,
  Sourcing,
  SourcingChange,
  StoredDecision,
  Story,
  Suggestion,
} from './story.ts'
import type { Dispatch, Stub, StubState } from './stub.ts'
import type { Pulse, UpkeepStore } from './upkeep.ts'
import type { NewNotice, Notice, QuietHours, Watch } from './watch.ts'

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

export interface Commit {
  journal: number
  /** Checked posts, canonical channel ids. */
  posts: readonly RawPost[]
  rejected: readonly Rejection[]
  covers?: { channel: string; from: number; to: number; ids: readonly number[] }
  /** Ids that the payload accounts for; canonical channel ids. */
  coverage?: readonly Coverage[]
  /** By what the channel is known from now on, and what became of it. */
  identity?: ChannelIdentity
  events?: readonly NewChannelEvent[]
  ignored: number
  /** Of which kinds the media of these posts are to be fetched. */
  fetchKinds?: ReadonlySet<MediaKind>
  source: string
  cursor?: string
  /** When the payload was received: the time of edits and deletions seen in it. */
  seenAt: string
}

export interface CommitOutcome {
  stored: readonly SignalKey[]
  revised: readonly SignalKey[]
  deleted: readonly SignalKey[]
  /** Posts that were stored before and have not changed. */
  unchanged: number
  rejected: number
}

export interface SignalStore {
  /**
   * Stores what a payload holds, moves the cursor and settles the journal entry in one transaction. The
   * body of a payload that changed nothing is let go; its hash stays.
   */
  commit(commit: Commit): Promise<CommitOutcome>
  get(keys: readonly SignalKey[]): Promise<Map<SignalKey, Signal>>
  /** Signals not analysed since they were stored, revised or deleted, those after one where it is given; oldest first. */
  unanalysed(limit: number, after?: SignalKey): Promise<readonly Signal[]>
  /** When the oldest of the newest `count` signals was posted; undefined when there are fewer. */
  reachOf(count: number): Promise<string | undefined>
  /** Analysed signals with `at` on or after the instant, in time order, in batches. */
  since(at: string, batch: number): AsyncIterable<readonly Signal[]>
  /** The newest analysed signals of a time, both ends included, oldest first. */
  last(query: { since: string; until: string; limit: number }): Promise<readonly Signal[]>
  /** All signals in time order, in batches. */
  all(batch: number): AsyncIterable<readonly Signal[]>
  count(): Promise<number>
  /** Channels met so far, with the last title seen. */
  channels(): Promise<
    readonly { channel: string; title: string; signals: number; lastAt: string }[]
  >
}

export interface AnalysisStore {
  /** Stores a batch's outcome and marks its signals analysed, in one transaction. */
  save(result: AnalysisResult): Promise<void>
  /** Forgets links, stories, histories and suggestions; signals become unanalysed. Stubs keep their state. */
  reset(): Promise<void>
  /** Signals from before the instant that share prints with those sought; the few that share most with each. */
  sharingPrints(sought: OldTexts): Promise<readonly SignalKey[]>
  linksFrom(keys: readonly SignalKey[]): Promise<readonly Link[]>
  linksTo(keys: readonly string[]): Promise<readonly Link[]>
  links(batch: number): AsyncIterable<readonly Link[]>
  story(story: number): Promise<Story | undefined>
  stories(stories: readonly number[]): Promise<readonly Story[]>
  /** The story each signal is in. */
  storyOf(keys: readonly SignalKey[]): Promise<Map<SignalKey, number>>
  history(story: number): Promise<readonly SourcingChange[]>
  /** Stories whose last signal is in [since, until), newest last signal first. */
  wire(query: WireQuery): Promise<readonly Story[]>
  allStories(batch: number): AsyncIterable<readonly Story[]>
  suggestions(story: number): Promise<readonly Suggestion[]>
  /** Those of the signals that a number was first given for; outlives a reset, so that numbers stay. */
  foundersAmong(keys: readonly SignalKey[]): Promise<Map<SignalKey, number>>
  /** A number that no story has had. */
  nextStory(): Promise<number>
  /** Stores an editor's decision and what it changed, in one transaction; answers its number. */
  decide(decision: Decision, result: AnalysisResult): Promise<number>
  /** Notes that a decision was taken back, with what that changed, in one transaction. */
  withdraw(decision: number, at: string, result: AnalysisResult): Promise<void>
  /** All decisions, oldest first, those taken back among them. */
  decisions(): Promise<readonly StoredDecision[]>
  /** Of the signals whose story editors changed: the one that links and likeness alone put them in. */
  bases(): Promise<ReadonlyMap<SignalKey, number>>
  keepReadings(readings: StoredReadings): Promise<void>
  /** What the reader had kept of the signals named. */
  readings(keys: readonly SignalKey[], reader: string): Promise<ReadonlyMap<SignalKey, Uint8Array>>
}

/** What analysis read in signals, kept so that a start need not read them again. */
export interface StoredReadings {
  /** Names everything that the readings rest on: another reader's are not asked for. */
  reader: string
  readings: readonly (readonly [SignalKey, Uint8Array])[]
  /** Those of older signals are let go. */
  since?: string
}

export interface WireQuery {
  since?: string
  until?: string
  sourcing?: Sourcing
  limit: number
}

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

/** What one act of a person changes, all of it or nothing. */
export interface DeskEntry {
  act: NewAct
  /** The last act on the stub that the judgement was made from; another one since refuses the entry. */
  head?: number
  /** The stub as it stands after the act, its state included. */
  stub?: Stub
  /** What it froze, and the names of the targets it goes to. */
  edition?: Edition
  targets?: readonly string[]
  /** Takes back the deliveries of the dispatch that have not begun; refused where one has. */
  recall?: { dispatch: string; edition: number }
  members?: readonly Member[]
  /** The watch that it ends; refused where the member has no such one. */
  unwatch?: { watch: number; member: number }
  /** The update that asked for it, which is answered thereby. */
  settles?: number
  /** What the stub rests on; kept where there is none yet. */
  basis?: StubBasis
}

export type DeskAppend =
  { kind: 'done'; act: Act } | { kind: 'changed' } | { kind: 'already-leaving' }

export interface ActQuery {
  /** Acts with a lower number. */
  before?: number
  by?: number
  stub?: number
  limit: number
}

/** The desk's memory: what people did, in an append-only log with a hash chain, and what it led to. */
export interface DeskStore {
  append(entry: DeskEntry): Promise<DeskAppend>
  /** All acts on one stub, oldest first. */
  actsOn(stub: number): Promise<readonly Act<StubAct>[]>
  /** Numbers of stubs that people have worked on. */
  touched(): Promise<ReadonlySet<number>>
  /** The audit log, newest first. */
  log(query: ActQuery): Promise<readonly Act[]>
  editions(stub: number): Promise<readonly Edition[]>
  edition(dispatch: string, edition: number): Promise<Edition | undefined>
  /** What a stub that people worked on rested on when it was last looked at. */
  basis(stub: number): Promise<StubBasis | undefined>
  /**
   * Notes what changed beneath a stub together with what it rests on now; answers the flags that were not
   * noted before.
   */
  flag(
    stub: number,
    flags: readonly Omit<StubFlag, 'flag' | 'seen' | 'stub'>[],
    basis?: StubBasis,
  ): Promise<readonly StubFlag[]>
  flags(stub: number): Promise<readonly StubFlag[]>
  /** Members a chief added, removed ones left out. */
  members(): Promise<readonly Member[]>
}

/** What members want to be told of, and what they were told. */
export interface WatchStore {
  watches(): Promise<readonly Watch[]>
  /** Stores a watch, once: the same one again is the one there is. */
  watch(watch: Omit<Watch, 'watch'>): Promise<Watch>
  /** Stories that changed since they were told, noted in the transaction of the change. */
  untold(limit: number): Promise<readonly number[]>
  /** Stores notices, settles the stories they tell of, and ends watches that have done their work. */
  tell(
    notices: readonly NewNotice[],
    settled: {
      stories?: readonly number[]
      fulfilled?: readonly Watch[]
      /** Numbers of events of channels. */
      events?: readonly number[]
    },
  ): Promise<void>
  told(chat: number, member: number, topic: string): Promise<Notice | undefined>
  /** The latest notice whose topic begins so. */
  lastTold(chat: number, member: number, topicStart: string): Promise<Notice | undefined>
  /** Notices that are to be sent now, alerts first. */
  due(now: string, limit: number): Promise<readonly Notice[]>
  /** Notes that this version is being sent: whatever happens then, it is not sent again. */
  begin(notice: Notice): Promise<void>
  sent(notice: Notice, message: number): Promise<void>
  /** It surely was not sent, and is tried again then. */
  postpone(notice: Notice, dueAt: string): Promise<void>
  quietHours(member: number): Promise<QuietHours | undefined>
  setQuietHours(member: number, hours: QuietHours | undefined): Promise<void>
}

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

export interface DispatchStore {
  save(dispatches: readonly Dispatch[]): Promise<number>
  all(): Promise<readonly Dispatch[]>
}

export interface SearchQuery {
  /** May be empty where language, channel or time narrow the search: then all that is left is found. */
  words: string
  lang?: string
  channel?: string
  since?: string
  limit: number
  offset: number
}

export interface SearchHit {
  signal: Signal
  story?: number
  /** Part of the text around the first hit; hits stand between U+0002 and U+0003. */
  excerpt: string
}

export interface KindredQuery {
  text: string
  /** Posts with `at` in [since, before). */
  since: string
  before: string
  limit: number
}

export interface SearchStore {
  /** Newest first. Any string is a valid query; no words found in it, no hits. */
  find(query: SearchQuery): Promise<readonly SearchHit[]>
  /** Stories of posts that share the rarest words of a text, those that share the most first. */
  kindred(query: KindredQuery): Promise<readonly number[]>
}

export interface QuarantineEntry extends Rejection {
  quarantine: number
  journal: number
  source: string
  at: string
}

export interface Stats {
  signals: number
  revisions: number
  deleted: number
  links: Record<string, number>
  stories: Record<Sourcing, number>
  stubs: Record<string, number>
  quarantined: Record<string, number>
  /** By what became of them. */
  pictures: Record<string, number>
  journal: { entries: number; pending: number; bytes: number }
  channels: readonly { channel: string; title: string; signals: number; lastAt: string }[]
  sources: readonly SourceState[]
  databaseBytes: number
}

/** How a source's last polls went. */
export interface SourceState {
  source: string
  lastPollAt?: string
  lastSuccessAt?: string
  failures: number
  lastError?: string
}

export interface StatsStore {
  read(): Promise<Stats>
  quarantined(limit: number): Promise<readonly QuarantineEntry[]>
  recordPoll(source: string, at: string, error?: string): Promise<void>
}

export type { Delivery }
