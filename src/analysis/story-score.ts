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
  const inSecond = new Set(second.terms)
  const shared = first.terms
    .filter((term) => inSecond.has(term))
    .map((term) => ({ term, weight: weights.weightOf(term) }))
    .sort((a, b) => b.weight - a.weight)
  const common = sum(shared.map(({ weight }) => weight ** 2))
  const masses = [mass(first.terms, weights), mass(second.terms, weights)] as const
  if (masses[0] === 0 || masses[1] === 0) return { score: 0, shared }
  const cosine = common / Math.sqrt(masses[0] * masses[1])
  const overlap = common / Math.min(...masses)
  return { score: Math.sqrt(cosine * overlap), shared }
}

function mass(terms: readonly Term[], weights: TermWeights): number {
  let total = 0
  for (const term of terms) total += weights.weightOf(term) ** 2
  return total
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
