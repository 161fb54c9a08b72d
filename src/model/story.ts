import type { SignalKey } from './signal.ts'

export type Sourcing = 'single-source' | 'echoed' | 'corroborated' | 'contested' | 'withdrawn'

export type EventKind =
  | 'strike'
  | 'alert'
  | 'statement'
  | 'arrest'
  | 'talks'
  | 'sanctions'
  | 'accident'
  | 'protest'
  | 'other'

/** Where chains of derivation end: `ch:<channel>`, `out:<outlet>` or `own:<owner>`. */
export interface Origin {
  origin: string
  /** Signals of the story whose chains end here, in time order. */
  signals: readonly SignalKey[]
  /** Why this counts as an origin of its own, in words. */
  reason: string
  /** True when everything this origin said was deleted or taken back. */
  withdrawn: boolean
}

/** One checkable detail on which independent origins give different values. */
export interface Conflict {
  /** E.g. `killed`, `wounded`, `place`, `date`, `confirmed or denied`. */
  detail: string
  values: readonly { value: string; signals: readonly SignalKey[]; origins: readonly string[] }[]
  /** The words that tell, where the values alone don't. */
  reason?: string
}

/** One entry of a story's history: every change of its sourcing or of its origins. */
export interface SourcingChange {
  at: string
  sourcing: Sourcing
  origins: readonly string[]
  reason: string
}

/** An old post that came back as if it were news. */
export interface Return {
  /** The signal that brought it back, and when. */
  signal: SignalKey
  at: string
  /** When its text was first posted, as far as is known. */
  firstAt: string
  /** The signal that posted it first, where it is stored. */
  first?: SignalKey
}

/** The signals about one event or claim, with the judgement on them. */
export interface Story {
  story: number
  /** Keys in time order. */
  signals: readonly SignalKey[]
  origins: readonly Origin[]
  sourcing: Sourcing
  /** Why the sourcing is what it is, in words. */
  reason: string
  headline: string
  event: EventKind
  conflicts: readonly Conflict[]
  /** What a reader of this kind of event needs and no signal gives. */
  notStated: readonly string[]
  /** Set where the last signals bring back a post of more than a week before. */
  returned?: Return
  /** Times of the first and the last signal. */
  firstAt: string
  lastAt: string
}

/**
 * An editor's word on two signals, which outlives every reanalysis. `join`: the stories that hold them are one,
 * whatever the likeness. `part`: likeness never puts them in one story; a forward, copy or citation still does.
 */
export interface Decision {
  kind: 'join' | 'part'
  signals: readonly [SignalKey, SignalKey]
  at: string
  /** Telegram user id of the desk member, or 0 at the command line. */
  by: number
  reason?: string
}

/** A decision as stored; one that was taken back says when. */
export interface StoredDecision extends Decision {
  decision: number
  withdrawnAt?: string
}

/** Two stories that are alike, but not enough to be merged without an editor. */
export interface Suggestion {
  stories: readonly [number, number]
  score: number
  reason: string
}
