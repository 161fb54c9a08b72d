import type { EventKind } from './story.ts'

/** A place of the gazetteer found in a text. */
export interface PlaceMention {
  /** Gazetteer id, the same in all languages. */
  place: number
  /** English name. */
  name: string
  kind: 'country' | 'region' | 'city'
  from: number
  to: number
}

/** A number found in a text, with what it counts where the words around it tell. */
export interface NumberMention {
  value: number
  /** `killed`, `wounded`, `launched`, `intercepted`, `percent`, `hour`, …; undefined when not told. */
  of?: DetailKind
  /** Written as a time of day, a date or a year: says when, counts nothing. */
  when?: 'time' | 'date' | 'year'
  /** That in one form for all languages: `22:40`, `08-28`. */
  at?: string
  from: number
  to: number
}

/** Checkable details that signals may state and disagree on. */
export type DetailKind =
  | 'killed'
  | 'wounded'
  | 'missing'
  | 'detained'
  | 'evacuated'
  | 'launched'
  | 'intercepted'
  | 'affected'
  | 'money'
  | 'percent'
  | 'magnitude'
  | 'distance'
  | 'date'
  | 'time'

/** A value that a text states for a detail: `{detail: 'killed', value: '16'}`. */
export interface DetailClaim {
  detail: DetailKind
  /** Comparable over languages: digits, `MM-DD`, `HH:MM`. */
  value: string
  from: number
  to: number
}

/** What a text says it is. */
export interface EventReading {
  event: EventKind
  /** The post denies a claim. */
  denies: boolean
  /** The post takes back or corrects what its own channel said. */
  retracts: boolean
  /** The post says that it updates an earlier figure. */
  updates: boolean
  /** The post tells of something long past (anniversary, memorial). */
  remembers: boolean
  /** Advertisement, greeting or the like: no report of an event. */
  noise: boolean
}

/** By what a source counts as cited. */
export type CitationRule =
  | 'credit'
  | 'cue before'
  | 'cue after'
  | 'opening'
  | 'in brackets'
  | 'ends with'
  | 'last line'
  | 'listed'
  | 'post link'
  | 'only link'
  | 'mentioned'

/** Who a text says it has its information from. */
export interface CitationMention {
  /** `@handle` or link: a channel, with the post's id where the link has one; or an outlet. */
  to: { kind: 'channel'; channel: string; id?: number } | { kind: 'outlet'; outlet: string }
  from: number
  rule: CitationRule
  /** The words that say it. */
  words: string
  /** Who is said to have it from there: TASS in "TASS, citing Reuters". */
  via?: CitationMention['to']
}
