import type { SignalKey } from './signal.ts'
import type { Conflict, Sourcing } from './story.ts'

/** Characters `from`–`to` (UTF-16) of the standing text of `signal`. */
export interface Span {
  signal: SignalKey
  from: number
  to: number
}

/** One sentence and what it rests on; sentences about absence or policy rest on no span. */
export interface Sentence {
  text: string
  spans: readonly Span[]
}

export type Paragraph = readonly Sentence[]

/** How newsworthy the signal is; never a statement about verification. */
export type Strength = 'weak' | 'moderate' | 'strong'

export type StubState =
  'draft' | 'in-review' | 'approved' | 'exported' | 'held' | 'killed' | 'corrected'

export type PriorRelation = 'repeats' | 'updates' | 'contradicts'

/** Earlier coverage that a stub refers to. `date` is `YYYY-MM-DD` in the desk's time zone. */
export interface PriorRef {
  dispatch: string
  date: string
  headline: string
  relation: PriorRelation
  url?: string
}

/** An earlier story of the desk, published or not: never called a dispatch. `date` as in `PriorRef`. */
export interface EarlierStory {
  story: number
  date: string
  headline: string
  relation: PriorRelation
}

/** A time in which the desk did not see what was posted; `words` name no channel. */
export interface BlindPeriod {
  words: string
  /** Internal: with the channels. */
  named: string
}

/** A picture that stood under another report before; `words` name no channel. */
export interface OldPicture {
  /** Internal: the signal that shows it now. */
  signal: SignalKey
  words: string
  /** Internal: with the channels. */
  named: string
}

/** One published dispatch of the desk's archive. */
export interface Dispatch {
  dispatch: string
  at: string
  headline: string
  tldr: string
  text: string
  url?: string
  /** It was withdrawn: no stub refers to it. */
  killed?: boolean
}

/** A quotation kept in its own language. `dir` is the direction to set it in. */
export interface Quotation {
  text: string
  lang: string
  dir: 'ltr' | 'rtl'
  span: Span
}

/** A draft dispatch made from one story. Serialised as it stands by `dump stubs`. */
export interface Stub {
  /** Same number as its story. */
  stub: number
  story: number
  version: number
  state: StubState
  section: string
  kicker: { beat: string; form: string; topic: string }
  strength: Strength
  headline: string
  slug: string
  byline: string
  lang: string
  sourceNote: {
    primary: string
    /** Signals an editor has reviewed. */
    reviewedSignals: number
    /** Signals gathered, reviewed or not. */
    signals: number
    /** `HH:MM` in the desk's time zone, or `HH:MM–HH:MM`; with the date where it spans days. */
    window: string
  }
  tldr: readonly Sentence[]
  body: readonly Paragraph[]
  quotations: readonly Quotation[]
  prior: readonly PriorRef[]
  /** Oldest first; left out where there are none. */
  earlier?: readonly EarlierStory[]
  /** Within the desk window; left out where there are none. */
  blind?: readonly BlindPeriod[]
  /** Left out where there are none. */
  oldPictures?: readonly OldPicture[]
  notStated: readonly string[]
  sourcing: Sourcing
  sourcingNote: string
  /** `Corroboration is awaited.`, or why it is not; empty where there is nothing to await. */
  corroboration: string
  conflicts: readonly Conflict[]
  related: readonly PriorRef[]
  /** Lines of "Source and signal" that may leave the desk: aggregates, no names. */
  sources: readonly string[]
  accountability: string
  /** Internal: what the stub was made from. Never rendered for the public. */
  signals: readonly SignalKey[]
  composedAt: string
}
