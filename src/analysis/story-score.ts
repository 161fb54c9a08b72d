import type { TermWeights } from './term-weights.ts'
import type { Term } from './terms.ts'

export interface ScoredPair {
  /** 0–1, how much of what the two texts say they have in common. */
  score: number
  /** The terms in common, the most telling first. */
  shared: readonly { term: Term; weight: number }[]
}

/** Cosine of the two texts' terms, each weighted by how rare it is. */
export function scorePair(
  first: { terms: readonly Term[] },
  second: { terms: readonly Term[] },
  weights: TermWeights,
): ScoredPair {
  const inSecond = new Set(second.terms.map(({ hash }) => hash))
  const shared = first.terms
    .filter(({ hash }) => inSecond.has(hash))
    .map((term) => ({ term, weight: weights.weightOf(term) }))
    .sort((a, b) => b.weight - a.weight)
  const common = sum(shared.map(({ weight }) => weight ** 2))
  const size = Math.sqrt(mass(first.terms, weights) * mass(second.terms, weights))
  return { score: size === 0 ? 0 : common / size, shared }
}

const mass = (terms: readonly Term[], weights: TermWeights) =>
  sum(terms.map((term) => weights.weightOf(term) ** 2))

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
