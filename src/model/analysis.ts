import type { Link } from './link.ts'
import type { SignalKey } from './signal.ts'
import type { Story, SourcingChange, Suggestion } from './story.ts'

/** What analysing a batch changed; stored as one transaction. */
export interface AnalysisResult {
  /** Signals that were analysed, with their language. */
  languages: readonly { key: SignalKey; lang: string; confidence: number }[]
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
}
