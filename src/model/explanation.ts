import type { Link } from './link.ts'
import type { SignalKey } from './signal.ts'
import type { Decision, Origin } from './story.ts'

/** Why two signals are, or are not, linked and in one story; `signals` is in time order. */
export interface PairExplanation {
  signals: readonly [ExplainedSignal, ExplainedSignal]
  gapMinutes: number
  /** What an editor decided that makes them one story, or two; undefined where none did. */
  decision: Decision | undefined
  /** Steps from the earlier signal to the later one, over links, replies and likeness; empty where there are none. */
  path: readonly PathStep[]
  text: TextComparison
  likeness: LikenessExplanation
  /** How often the later signal's channel takes from the earlier's, in words; undefined where they never met. */
  following: string | undefined
  /** One story, or the two that they are in. */
  story: { same: boolean; numbers: readonly (number | undefined)[] }
  origins: OriginComparison
}

export interface ExplainedSignal {
  key: SignalKey
  channel: string
  title: string
  owner: string | undefined
  at: string
  text: string
  lang: string
  confidence: number
  /** What speaks for the language, in words. */
  languageEvidence: string
  event: string
  places: readonly string[]
  /** `killed 14`. */
  figures: readonly string[]
  /** Who it says it has it from, and to which signal or outlet that leads. */
  citations: readonly { words: string; rule: string; to: string; leadsTo: readonly string[] }[]
  links: readonly Link[]
}

/** How one signal hangs with the next on the way from one to the other. */
export interface PathStep {
  from: SignalKey
  to: string
  by: Link['kind'] | 'reply' | 'withdrawal' | 'same forward' | 'likeness' | 'editor'
  reason: string
}

/** The words of the two versions that have most in common, by runs of three words. */
export interface TextComparison {
  /** What it comes to: the kind of copy or variant, or undefined for two texts of their own. */
  judged: { kind: 'copy' | 'variant'; how: CopyManner } | undefined
  sharedRuns: number
  ofEarlier: number
  ofLater: number
  jaccard: number
  /** The words of the later text that the shared runs span. */
  sharedWords: string
  difference: { was: string; is: string } | undefined
}

export interface LikenessExplanation {
  score: number
  /** What likeness alone says, before links and the size of a story. */
  verdict: 'merge' | 'suggest' | 'apart'
  mergeAt: number
  suggestAt: number
  /** What the story of the earlier signal asks, by its size. */
  bound: number
  storySize: number
  features: readonly { name: string; value: string; how: string; weight: number }[]
  shared: readonly { term: string; kind: string; weight: number }[]
}

export interface OriginComparison {
  /** Of each signal: where its chains end. */
  of: readonly (readonly Origin['origin'][])[]
  /** Why they are, or are not, one origin. */
  reason: string
}

/** What a copy has of the text: all, a part, or few words of it in the same order, line or beginning. */
export type CopyManner = 'whole' | 'cut' | 'embedded' | 'near' | 'reworded' | 'begun' | 'quoted'
