import { type Meeting, rarestWords } from './meeting.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import type { TermWeights } from '../text/term-weights.ts'
import type { TermIds } from '../text/terms.ts'
import { wordsOf } from '../text/term-words.ts'
import { reasons } from '../reasons.ts'

/** Where both texts have so many words, names begin to count, and count in full from the second on. */
const shortWords = 25
const longWords = 75

/**
 * Long texts of one beat share much of their wording. Reports of one event share what is rare and name the
 * same; a name in the headline of one stands somewhere in the other, and least alike are two that each miss
 * a name of the other's headline. The factors are those of a logistic regression on articles, relative to
 * that of the letters.
 */
const factors = {
  names: 0.7,
  rare: 1,
  missing: 0.9,
  eachMissing: 0.4,
  otherDay: 0.6,
  offset: 0.99,
} as const

export interface LongReportEvidence {
  /** 0 for short texts, 1 for long ones. */
  length: number
  /** About -1 to 1; 0 for short texts. */
  evidence: number
  /** For people; worked out only for who asks. */
  value: () => string
}

/** What names, places and rare words of two long texts say for or against their being of one event. */
export function longReportEvidence(
  first: ReadSignal,
  second: ReadSignal,
  { first: ours, second: theirs, common, rare }: Meeting,
  weights: TermWeights,
): LongReportEvidence {
  const words = Math.min(first.normal.tokens.length, second.normal.tokens.length)
  const length = Math.min(1, Math.max(0, (words - shortWords) / (longWords - shortWords)))
  if (length === 0) return { length, evidence: 0, value: () => '' }
  const { greatest } = weights
  const both = ours.named * theirs.named
  const names = both === 0 ? 0 : common.named / Math.sqrt(both)
  // The second text is the one in hand.
  const missed = rarestOf(first.headNames, (id) => weights.isHeld(id), weights)
  const missing = rarestOf(second.headNames, (id) => first.terms.includes(id), weights)
  const [one, other] = [weightOf(missed, weights), weightOf(missing, weights)]
  const evidence =
    factors.names * names +
    (factors.rare * rare) / (rarestWords * greatest) -
    (factors.missing * (one + other)) / (2 * greatest) -
    (factors.eachMissing * Math.min(one, other)) / (2 * greatest) -
    (nameOtherDays(first, second) ? factors.otherDay : 0) -
    factors.offset
  return {
    length,
    evidence: length * evidence,
    value: () => {
      const names = [missed, missing].filter((id) => id !== undefined)
      const labels = wordsOf(names, weights, [first, second])
      return labels.length === 0
        ? reasons.say('namesOfBoth')
        : reasons.say('missingNames', { terms: labels.join(', ') })
    },
  }
}

/** A bulletin of every day says in its first lines for which day it is. */
const headLength = 250

function nameOtherDays(first: ReadSignal, second: ReadSignal): boolean {
  const days = ({ details }: ReadSignal) =>
    details.flatMap(({ detail, value, from }) =>
      detail === 'date' && from < headLength ? [value] : [],
    )
  const [ours, theirs] = [days(first), days(second)]
  return ours.length > 0 && theirs.length > 0 && !ours.some((day) => theirs.includes(day))
}

const weightOf = (id: number | undefined, weights: TermWeights) =>
  id === undefined ? 0 : weights.weightOf(id)

/** The rarest name in the headline of the one that the other does not have at all. */
function rarestOf(
  names: TermIds,
  isSaid: (id: number) => boolean,
  weights: TermWeights,
): number | undefined {
  let rarestMissing: number | undefined
  for (const id of names) {
    if (isSaid(id)) continue
    if (weights.weightOf(id) > weightOf(rarestMissing, weights)) rarestMissing = id
  }
  return rarestMissing
}
