import type { LetterWeights } from '../text/letter-weights.ts'
import type { LikenessPart } from './likeness-part.ts'
import { longReportEvidence } from './long-reports.ts'
import { type Meeting, shareOf } from './meeting.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { sharedTerms, type SharedTerm } from './story-score.ts'
import { countTheSame } from './story-support.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { wordsOf } from '../text/term-words.ts'
import { reasons } from '../reasons.ts'

/** How rare each term and each run of letters is among the texts seen so far. */
export interface Rarity {
  weights: TermWeights
  letters: LetterWeights
}

export interface Likeness {
  /** 0–1. */
  value: number
  /** Shared terms that tell something. */
  telling: number
  /** The terms in common, the most telling first; worked out only for who asks. */
  shared: () => readonly SharedTerm[]
  parts: () => readonly LikenessPart[]
}

/**
 * Beside 1 for the letters: whole words catch a name spelled like another word, letters catch a word
 * inflected otherwise. Logistic regressions on headlines and on articles agree on about this share.
 */
const wordsBesideLetters = 0.45
/** What a figure that two short reports share adds in log odds, for two figures at most; long ones have many. */
const sharedFigure = 0.78
const figuresCounted = 2

/**
 * How much two texts say the same: in one language by letters, words, figures and names, else by what any
 * language has. Undefined where it can't be more than `least`, which spares most pairs the letters.
 */
export function likenessOfTexts(
  first: ReadSignal,
  second: ReadSignal,
  meeting: Meeting,
  rarity: Rarity,
  least = 0,
): Likeness | undefined {
  return first.lang === second.lang
    ? inOneLanguage(first, second, meeting, rarity, least)
    : acrossTwo(first, second, meeting, rarity, least)
}

function inOneLanguage(
  first: ReadSignal,
  second: ReadSignal,
  meeting: Meeting,
  { weights, letters: letterWeights }: Rarity,
  least: number,
): Likeness | undefined {
  const words = coverage(meeting)
  const length = longReportEvidence(first, second, meeting, weights)
  const figures = meeting.figures + (countTheSame(first, second) ? 1 : 0)
  const counted = Math.min(figuresCounted, figures) * sharedFigure * (1 - length.length)
  const evidence = counted + length.evidence
  if (weigh(mixed(1, words), evidence) < least) return undefined
  const letters = letterWeights.likeness(first.letters, second.letters)
  const shared = () => sharedTerms(first, second, weights)
  return {
    value: weigh(mixed(letters, words), evidence),
    telling: meeting.telling,
    shared,
    parts: () => [
      { name: 'letters', value: reasons.say('letterRuns'), weight: letters, how: 'score' },
      {
        name: 'words',
        value: labelsOf(shared(), weights, [first, second]),
        weight: words,
        how: 'score',
      },
      { name: 'figures', value: figuresIn(shared(), weights), weight: counted, how: 'plus' },
      ...length.parts(shared()),
    ],
  }
}

const mixed = (letters: number, words: number) =>
  (letters + wordsBesideLetters * words) / (1 + wordsBesideLetters)

const figuresIn = (shared: readonly SharedTerm[], weights: TermWeights) =>
  shared
    .filter(({ term }) => weights.isFigure(term))
    .map(({ term }) => weights.labelOf(term))
    .join(', ') || reasons.say('noFigures')

function acrossTwo(
  first: ReadSignal,
  second: ReadSignal,
  meeting: Meeting,
  { weights }: Rarity,
  least: number,
): Likeness | undefined {
  const value = shareOf(meeting, true)
  if (value < least) return undefined
  const shared = () =>
    sharedTerms(first, second, weights).filter(({ term }) => !weights.isStem(term))
  return {
    value,
    telling: meeting.tellingAcross,
    shared,
    parts: () => [
      {
        name: 'terms that any language has',
        value: labelsOf(shared(), weights, [first, second]),
        weight: value,
        how: 'score',
      },
    ],
  }
}

/** Share of what the one of more weight says, in words, that the other says too. */
function coverage({ first, second, common }: Meeting): number {
  const most = Math.max(first.stems, second.stems)
  return most === 0 ? 0 : common.stems / most
}

/** Evidence is in log odds: it moves a likeness by more where that is undecided. */
function weigh(likeness: number, evidence: number): number {
  const raised = likeness * Math.exp(evidence)
  return raised / (1 - likeness + raised)
}

/** The most telling of what two texts share, for people. */
export const labelsOf = (
  shared: readonly SharedTerm[],
  weights: TermWeights,
  texts: readonly ReadSignal[],
): string =>
  wordsOf(
    shared.slice(0, 6).map(({ term }) => term),
    weights,
    texts,
  ).join(', ') || reasons.say('nothingTelling')
