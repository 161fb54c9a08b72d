import type { TermWeights } from '../text/term-weights.ts'
import type { TermIds } from '../text/terms.ts'

interface Termed {
  terms: TermIds
}

export interface SharedTerm {
  /** Its number in `TermWeights`. */
  term: number
  weight: number
}

export interface ScoredPair {
  /** 0–1, how much of what the two texts say they have in common. */
  score: number
  /** The terms in common, the most telling first. */
  shared: readonly SharedTerm[]
}

/**
 * How much of what two texts say is the same, each term weighted by how rare it is: the geometric mean of
 * the cosine, which asks for all of both, and of the overlap with the lesser text, which lets a short
 * report agree with a long one.
 */
export function scorePair(first: Termed, second: Termed, weights: TermWeights): ScoredPair {
  const shared = sharedTerms(first, second, weights)
  let common = 0
  for (const { weight } of shared) common += weight ** 2
  const masses = [mass(first.terms, weights), mass(second.terms, weights)] as const
  if (masses[0] === 0 || masses[1] === 0) return { score: 0, shared }
  const cosine = common / Math.sqrt(masses[0] * masses[1])
  const overlap = common / Math.min(...masses)
  return { score: Math.sqrt(cosine * overlap), shared }
}

/** The terms that two texts have in common, the most telling first. */
export function sharedTerms(first: Termed, second: Termed, weights: TermWeights): SharedTerm[] {
  weights.hold(second.terms)
  const shared: SharedTerm[] = []
  for (const term of first.terms) {
    if (weights.isHeld(term)) shared.push({ term, weight: weights.weightOf(term) })
  }
  return shared.sort((a, b) => b.weight - a.weight)
}

/**
 * The score alone, to the last few digits, for the many pairs that are not alike. `across` leaves out the
 * terms of one language, as for two texts of different ones.
 */
export function likenessOf(
  first: Termed,
  second: Termed,
  weights: TermWeights,
  across: boolean,
): number {
  const held = weights.hold(second.terms)
  let common = 0
  let firstMass = 0
  for (const id of first.terms) {
    if (across && weights.isStem(id)) continue
    const square = weights.weightOf(id) ** 2
    firstMass += square
    if (weights.isHeld(id)) common += square
  }
  const secondMass = held.named + held.concepts + (across ? 0 : held.stems)
  if (common === 0) return 0
  return common / Math.sqrt(Math.sqrt(firstMass * secondMass) * Math.min(firstMass, secondMass))
}

/** Added to a likeness that is held against a threshold: it is summed in another order than the score. */
export const likenessSlack = 1e-9

function mass(terms: TermIds, weights: TermWeights): number {
  let total = 0
  for (const id of terms) total += weights.weightOf(id) ** 2
  return total
}
