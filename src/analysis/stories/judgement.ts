import type { ReadSignal } from '../readings/read-signal.ts'
import { reasons } from '../reasons.ts'
import type { Rarity } from './likeness.ts'

/** One thing that a judgement rests on, for people. */
export interface JudgedFeature {
  name: string
  /** What was found: `9.5 h apart`, `Odesa, 14`. */
  value: string
  /** `score`: where it starts; `times` and `plus`: what is done with that; `veto`: it ends at 0. */
  how: 'score' | 'times' | 'plus' | 'veto'
  weight: number
}

export interface StoryJudgement {
  /** Likeness of the two texts alone, 0–1. */
  likeness: number
  /** Likeness with all that is known of when, where and what they tell of, 0–1. */
  score: number
  /** Of the two texts alone. */
  verdict: 'merge' | 'suggest' | 'apart'
  reason: string
  /** The score is that of what both share against chance, not of the texts. */
  byCoincidence?: boolean
  /** All that led to the score, in order; worked out only for who asks. */
  features: () => readonly JudgedFeature[]
}

/** What two signals are judged with. */
export interface Judging extends Rarity {
  /** What the two say against each other, for people; undefined where both may be true. */
  contradict: (earlier: ReadSignal, later: ReadSignal) => string | undefined
  /** Posts that come in an hour, on average. */
  postsPerHour: number
}

/** Two signals that no score brings together, and why. */
export function apart(reason: string): StoryJudgement {
  const feature: JudgedFeature = { name: 'kept apart', value: reason, how: 'veto', weight: 0 }
  return { likeness: 0, score: 0, verdict: 'apart', reason, features: () => [feature] }
}

export const littleAlike = apart(reasons.say('littleAlike'))
