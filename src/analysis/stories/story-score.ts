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

function mass(terms: TermIds, weights: TermWeights): number {
  let total = 0
  for (const id of terms) total += weights.weightOf(id) ** 2
  return total
}
