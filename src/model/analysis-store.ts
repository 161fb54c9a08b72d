import type { AnalysisResult, OldTexts } from './analysis.ts'
import type { Link } from './link.ts'
import type { SignalKey } from './signal.ts'
import type {
  Decision,
  Sourcing,
  SourcingChange,
  StoredDecision,
  Story,
  Suggestion,
} from './story.ts'

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
