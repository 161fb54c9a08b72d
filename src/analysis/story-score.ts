import type { TermWeights } from './term-weights.ts'
import type { Term } from './terms.ts'

export interface ScoredPair {
  /** 0–1, how much of what the two texts say they have in common. */
  score: number
  /** The terms in common, the most telling first. */
  shared: readonly { term: Term; weight: number }[]
}

/**
 * How much of what two texts say is the same, each term weighted by how rare it is: the geometric mean of
 * the cosine, which asks for all of both, and of the overlap with the lesser text, which lets a short
 * report agree with a long one.
 */
export function scorePair(
  first: { terms: readonly Term[] },
  second: { terms: readonly Term[] },
  weights: TermWeights,
): ScoredPair {
  weights.hold(second.terms)
  const shared = first.terms
    .filter((term) => weights.isHeld(term))
    .map((term) => ({ term, weight: weights.weightOf(term) }))
    .sort((a, b) => b.weight - a.weight)
  const common = sum(shared.map(({ weight }) => weight ** 2))
  const masses = [mass(first.terms, weights), mass(second.terms, weights)] as const
  if (masses[0] === 0 || masses[1] === 0) return { score: 0, shared }
  const cosine = common / Math.sqrt(masses[0] * masses[1])
  const overlap = common / Math.min(...masses)
  return { score: Math.sqrt(cosine * overlap), shared }
}

/**
 * The score alone, to the last few digits, for the many pairs that are not alike. `across` leaves out the
 * terms of one language, as for two texts of different ones.
 */
export function likenessOf(
  first: { terms: readonly Term[] },
  second: { terms: readonly Term[] },
  weights: TermWeights,
  across: boolean,
): number {
  weights.hold(second.terms)
  let common = 0
  let firstMass = 0
  let secondMass = 0
  for (const term of first.terms) {
    if (across && term.kind === 'stem') continue
    const square = weights.weightOf(term) ** 2
    firstMass += square
    if (weights.isHeld(term)) common += square
  }
  if (common === 0) return 0
  for (const term of second.terms) {
    if (!across || term.kind !== 'stem') secondMass += weights.weightOf(term) ** 2
  }
  return common / Math.sqrt(Math.sqrt(firstMass * secondMass) * Math.min(firstMass, secondMass))
}

/** Added to a likeness that is held against a threshold: it is summed in another order than the score. */
export const likenessSlack = 1e-9

function mass(terms: readonly Term[], weights: TermWeights): number {
  let total = 0
  for (const term of terms) total += weights.weightOf(term) ** 2
  return total
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
