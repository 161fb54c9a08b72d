import type { Link } from './link.ts'
import type { SignalKey } from './signal.ts'
import type { Story, SourcingChange, Suggestion } from './story.ts'

/** What analysing a batch changed; stored as one transaction. */
export interface AnalysisResult {
  /** Signals that were analysed, with their language. */
  languages: readonly { key: SignalKey; lang: string; confidence: number }[]
  /** What each is found by when it is no longer at hand: 32-bit hashes of some of its words. */
  prints: readonly { key: SignalKey; prints: readonly number[] }[]
  /** All links from each signal named in `relinked`; they replace the stored ones. */
  relinked: readonly SignalKey[]
  links: readonly Link[]
  /** New and changed stories, whole. */
  stories: readonly Story[]
  /** Stories that were merged into others: their stubs go, their history stays. */
  merged: readonly { from: number; into: number }[]
  /** Appended to the stories' histories. */
  history: readonly (SourcingChange & { story: number })[]
  suggestions: readonly Suggestion[]
  /**
   * The story that links and likeness alone put a signal in, where decisions of editors changed it; undefined
   * where they no longer do. Left out where nothing changed.
   */
  bases?: readonly { key: SignalKey; base: number | undefined }[]
}

/** Old texts that a batch may hold: what they are found by, and before when they were posted. */
export interface OldTexts {
  before: string
  /** One list a signal of the batch. */
  prints: readonly (readonly number[])[]
}
