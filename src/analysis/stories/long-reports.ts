import type { LikenessPart } from './likeness-part.ts'
import { type Meeting, rarestWords } from './meeting.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import type { SharedTerm } from './story-score.ts'
import type { TermWeights } from '../text/term-weights.ts'
import type { TermIds } from '../text/terms.ts'
import { wordsOf } from '../text/term-words.ts'
import { reasons } from '../reasons.ts'

/** Where both texts have so many words, this evidence begins to count, and counts in full from the second on. */
const shortWords = 25
const longWords = 75
/** Who did what stands in the first words: so many different ones are the lead of a text. */
const leadWords = 25

/**
 * Long texts of one affair share much of their wording, the next article about it most of all. Reports of one
 * event share what is rare, name the same and are of one kind, and whom the headline of one speaks of the other
 * speaks of in its lead. In log odds, as a logistic regression on articles weighs them beside the letters; what
 * any two long reports share is taken off.
 */
const factors = {
  names: 2.4,
  rare: 8.5,
  missing: 4,
  otherDay: 4.2,
  oneKind: 1,
  otherKind: 3.8,
  offset: 6.6,
} as const

export interface LongReportEvidence {
  /** 0 for short texts, 1 for long ones. */
  length: number
  /** In log odds; 0 for short texts. */
  evidence: number
  /** For people; worked out only for who asks. */
  parts: (shared: readonly SharedTerm[]) => readonly LikenessPart[]
}

/** What names, rare words, days and kinds of event of two long texts say for or against their being of one event. */
export function longReportEvidence(
  first: ReadSignal,
  second: ReadSignal,
  meeting: Meeting,
  weights: TermWeights,
): LongReportEvidence {
  const words = Math.min(first.normal.tokens.length, second.normal.tokens.length)
  const length = Math.min(1, Math.max(0, (words - shortWords) / (longWords - shortWords)))
  if (length === 0) return tooShort
  const missing = [rarestMissing(first, second, weights), rarestMissing(second, first, weights)]
  const weighed = {
    names: factors.names * namesInCommon(meeting),
    rare: (factors.rare * meeting.rare) / (rarestWords * weights.greatest),
    missing: -(factors.missing * sumOf(missing, weights)) / (2 * weights.greatest),
    day: nameOtherDays(first, second) ? -factors.otherDay : 0,
    kind: kindEvidence(first, second),
  }
  const { names, rare, day, kind } = weighed
  return {
    length,
    evidence: length * (names + rare + weighed.missing + day + kind - factors.offset),
    parts: (shared) => {
      const texts = [first, second]
      const labels = (are: (term: number) => boolean) => {
        const told = shared.filter(({ term }) => are(term)).slice(0, rarestWords)
        const ids = told.map(({ term }) => term)
        return wordsOf(ids, weights, texts).join(', ') || reasons.say('nothingTelling')
      }
      const part = (name: string, value: string, weight: number): LikenessPart => ({
        name,
        value,
        weight: length * weight,
        how: 'plus',
      })
      return [
        part('long reports have much in common', '', -factors.offset),
        part(
          'names in long reports',
          labels((term) => isName(term, weights)),
          names,
        ),
        part(
          'rare words in long reports',
          labels((term) => weights.isStem(term)),
          rare,
        ),
        part('names of the headline', missingLabels(missing, weights, texts), weighed.missing),
        ...(day === 0 ? [] : [part('other days in their leads', '', day)]),
        ...(kind === 0
          ? []
          : [part(kind > 0 ? 'one kind of event' : 'other kinds of event', '', kind)]),
      ]
    },
  }
}

const tooShort: LongReportEvidence = {
  length: 0,
  evidence: 0,
  parts: () => [
    { name: 'names in long reports', value: reasons.say('tooShort'), weight: 0, how: 'plus' },
  ],
}

/** Cosine of names, places and figures. */
function namesInCommon({ first, second, common }: Meeting): number {
  const both = first.named * second.named
  return both === 0 ? 0 : common.named / Math.sqrt(both)
}

const isName = (term: number, weights: TermWeights) =>
  !weights.isStem(term) && !weights.isConcept(term)

function kindEvidence({ event: { event } }: ReadSignal, { event: other }: ReadSignal): number {
  if (event === 'other' || other.event === 'other') return 0
  return event === other.event ? factors.oneKind : -factors.otherKind
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

/** The rarest name in the headline of the one that the lead of the other does not have. */
function rarestMissing(
  { headNames }: ReadSignal,
  { terms }: ReadSignal,
  weights: TermWeights,
): number | undefined {
  const lead = terms.subarray(0, endOfLead(terms, weights))
  let rarest: number | undefined
  for (const id of headNames) {
    if (lead.includes(id)) continue
    if (rarest === undefined || weights.weightOf(id) > weights.weightOf(rarest)) rarest = id
  }
  return rarest
}

/** How many terms the lead has: terms stand in the order in which a text has its words. */
function endOfLead(terms: TermIds, weights: TermWeights): number {
  let stems = 0
  for (let at = 0; at < terms.length; at++) {
    if (weights.isStem(terms[at] ?? 0) && ++stems > leadWords) return at
  }
  return terms.length
}

const sumOf = (ids: readonly (number | undefined)[], weights: TermWeights) =>
  ids.reduce<number>((sum, id) => sum + (id === undefined ? 0 : weights.weightOf(id)), 0)

function missingLabels(
  missing: readonly (number | undefined)[],
  weights: TermWeights,
  texts: readonly ReadSignal[],
): string {
  const ids = missing.filter((id) => id !== undefined)
  const labels = wordsOf(ids, weights, texts)
  return labels.length === 0
    ? reasons.say('namesOfBoth')
    : reasons.say('missingNames', { terms: labels.join(', ') })
}
