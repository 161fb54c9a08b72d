import type { ReadSignal } from './read-signal.ts'
import type { ScoredPair } from './story-score.ts'
import type { TermWeights } from './term-weights.ts'
import type { Term, TermKind } from './terms.ts'

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
const rarest = 5

const named: ReadonlySet<TermKind> = new Set(['place', 'figure', 'name'])

export interface LongReportEvidence {
  /** 0 for short texts, 1 for long ones. */
  length: number
  /** About -1 to 1; 0 for short texts. */
  evidence: number
  /** For people. */
  value: string
}

/** What names, places and rare words of two long texts say for or against their being of one event. */
export function longReportEvidence(
  first: ReadSignal,
  second: ReadSignal,
  shared: ScoredPair['shared'],
  weights: TermWeights,
): LongReportEvidence {
  const words = Math.min(first.normal.tokens.length, second.normal.tokens.length)
  const length = Math.min(1, Math.max(0, (words - shortWords) / (longWords - shortWords)))
  if (length === 0) return { length, evidence: 0, value: '' }
  const { greatest } = weights
  const stems = shared.filter(({ term }) => term.kind === 'stem').slice(0, rarest)
  const rare = stems.reduce((total, { weight }) => total + weight, 0) / (rarest * greatest)
  const names = cosineOfNames(first.terms, second.terms, weights)
  const [ours, theirs] = [missingName(first, second, weights), missingName(second, first, weights)]
  const evidence =
    factors.names * names +
    factors.rare * rare -
    (factors.missing * (weightOf(ours) + weightOf(theirs))) / (2 * greatest) -
    (factors.eachMissing * Math.min(weightOf(ours), weightOf(theirs))) / (2 * greatest) -
    (nameOtherDays(first, second) ? factors.otherDay : 0) -
    factors.offset
  const missing = [ours, theirs].flatMap((found) => found?.term.label ?? [])
  return {
    length,
    evidence: length * evidence,
    value:
      missing.length === 0
        ? 'each has those of the other’s headline'
        : `missing ${missing.join(', ')}`,
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

interface Missing {
  term: Term
  weight: number
}

const weightOf = (missing: Missing | undefined) => missing?.weight ?? 0

/** The rarest name in the headline of the one that the other does not have at all. */
function missingName(
  one: ReadSignal,
  other: ReadSignal,
  weights: TermWeights,
): Missing | undefined {
  const said = new Set(other.terms)
  let rarestMissing: Missing | undefined
  for (const term of one.terms) {
    if (!one.headNames.has(term.hash) || said.has(term)) continue
    const weight = weights.weightOf(term)
    if (weight > weightOf(rarestMissing)) rarestMissing = { term, weight }
  }
  return rarestMissing
}

function cosineOfNames(
  first: readonly Term[],
  second: readonly Term[],
  weights: TermWeights,
): number {
  const ours = first.filter(({ kind }) => named.has(kind))
  const theirs = second.filter(({ kind }) => named.has(kind))
  const said = new Set(theirs)
  const mass = (terms: readonly Term[]) =>
    terms.reduce((total, term) => total + weights.weightOf(term) ** 2, 0)
  const both = mass(ours) * mass(theirs)
  return both === 0 ? 0 : mass(ours.filter((term) => said.has(term))) / Math.sqrt(both)
}
