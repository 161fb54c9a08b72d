import type { LetterWeights } from './letter-weights.ts'
import { longReportEvidence } from './long-reports.ts'
import type { ReadSignal } from './read-signal.ts'
import { scorePair, type ScoredPair } from './story-score.ts'
import type { TermWeights } from './term-weights.ts'
import type { TermKind } from './terms.ts'

/** How rare each term and each run of letters is among the texts seen so far. */
export interface Rarity {
  weights: TermWeights
  letters: LetterWeights
}

export interface Likeness extends Pick<ScoredPair, 'shared'> {
  /** 0–1. */
  value: number
  /** What made it, by name, each with the likeness that it alone came to, or what it added. */
  parts: readonly { name: string; value: string; weight: number; how: 'score' | 'plus' }[]
}

/**
 * Beside 1 for the letters: whole words catch a name spelled like another word, letters catch a word
 * inflected otherwise. Logistic regressions on headlines and on articles agree on about this share.
 */
const wordsBesideLetters = 0.45
/** What a figure that two short reports share adds, for two figures at most; long ones have many. */
const sharedFigure = 0.14
const figuresCounted = 2
/** Evidence moves a likeness in odds, not in steps, so that it stays between 0 and 1. */
const oddsOfEvidence = 2

const acrossLanguages: ReadonlySet<TermKind> = new Set(['place', 'figure', 'name', 'concept'])

/** How much two texts say the same: in one language by letters, words, figures and names, else by what any language has. */
export function likenessOfTexts(first: ReadSignal, second: ReadSignal, rarity: Rarity): Likeness {
  return first.lang === second.lang
    ? inOneLanguage(first, second, rarity)
    : acrossTwo(first, second, rarity)
}

function inOneLanguage(first: ReadSignal, second: ReadSignal, rarity: Rarity): Likeness {
  const { weights } = rarity
  const { shared } = scorePair(first, second, weights)
  const letters = rarity.letters.likeness(first.letters, second.letters)
  const words = coverage(first, second, shared, weights)
  const length = longReportEvidence(first, second, shared, weights)
  const figures = shared.filter(({ term }) => term.kind === 'figure')
  const counted = Math.min(figuresCounted, figures.length) * sharedFigure * (1 - length.length)
  const base = (letters + wordsBesideLetters * words) / (1 + wordsBesideLetters)
  return {
    value: weigh(base, counted + length.evidence),
    shared,
    parts: [
      { name: 'letters', value: 'runs of three, by rarity', weight: letters, how: 'score' },
      { name: 'words', value: labelsOf(shared), weight: words, how: 'score' },
      {
        name: 'figures',
        value: figures.map(({ term }) => term.label).join(', ') || 'none',
        weight: counted,
        how: 'plus',
      },
      {
        name: 'names in long reports',
        value: length.length === 0 ? 'too short to ask for' : length.value,
        weight: length.evidence,
        how: 'plus',
      },
    ],
  }
}

function acrossTwo(first: ReadSignal, second: ReadSignal, { weights }: Rarity): Likeness {
  const { score, shared } = scorePair(onlyInvariant(first), onlyInvariant(second), weights)
  return {
    value: score,
    shared,
    parts: [
      {
        name: 'terms that any language has',
        value: labelsOf(shared),
        weight: score,
        how: 'score',
      },
    ],
  }
}

/** Share of what the one of more weight says, in words, that the other says too. */
function coverage(
  first: ReadSignal,
  second: ReadSignal,
  shared: ScoredPair['shared'],
  weights: TermWeights,
): number {
  const mass = ({ terms }: ReadSignal) => {
    let total = 0
    for (const term of terms) if (term.kind === 'stem') total += weights.weightOf(term) ** 2
    return total
  }
  const common = shared.reduce(
    (total, { term, weight }) => (term.kind === 'stem' ? total + weight ** 2 : total),
    0,
  )
  const most = Math.max(mass(first), mass(second))
  return most === 0 ? 0 : common / most
}

function weigh(likeness: number, evidence: number): number {
  const odds = Math.exp(-oddsOfEvidence * Math.abs(evidence))
  return evidence > 0 ? 1 - (1 - likeness) * odds : likeness * odds
}

const onlyInvariant = ({ terms }: ReadSignal) => ({
  terms: terms.filter(({ kind }) => acrossLanguages.has(kind)),
})

/** The most telling of what two texts share, for people. */
export const labelsOf = (shared: ScoredPair['shared']) =>
  shared
    .slice(0, 6)
    .map(({ term }) => term.label)
    .join(', ') || 'nothing telling'
