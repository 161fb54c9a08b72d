import type { Masses, TermWeights } from './term-weights.ts'
import type { TermIds } from './terms.ts'

/** Of the words in common so many of the rarest are summed. */
export const rarestWords = 5
/** Terms of less weight stand in nearly every text. */
const tellingWeight = 1

/** What the terms of two texts have in common, in one go: most pairs are told apart by that. */
export interface Meeting {
  /** Sums of squared weights: of the first text, of the second, and of what they share. */
  first: Masses
  second: Masses
  common: Masses
  /** Shared terms that tell something. */
  telling: number
  /** Shared figures. */
  figures: number
  /** Sum of the weights of the rarest words they share. */
  rare: number
}

/** Holds the first text's terms against the second's, which is taken in hand. */
export function meet(
  first: { terms: TermIds },
  second: { terms: TermIds },
  weights: TermWeights,
): Meeting {
  const meeting: Meeting = {
    first: { stems: 0, named: 0, concepts: 0 },
    second: weights.hold(second.terms),
    common: { stems: 0, named: 0, concepts: 0 },
    telling: 0,
    figures: 0,
    rare: 0,
  }
  const rarest: number[] = []
  for (const id of first.terms) {
    const weight = weights.weightOf(id)
    const square = weight ** 2
    const isHeld = weights.isHeld(id)
    const group = weights.groupOf(id)
    meeting.first[group] += square
    if (!isHeld) continue
    meeting.common[group] += square
    if (weight > tellingWeight) meeting.telling++
    if (group === 'stems') addRare(weight, rarest)
    else if (weights.isFigure(id)) meeting.figures++
  }
  for (const weight of rarest) meeting.rare += weight
  return meeting
}

/** Keeps the greatest weights, the greatest first. */
function addRare(weight: number, rarest: number[]): void {
  if (rarest.length === rarestWords) {
    if (weight <= (rarest[rarestWords - 1] ?? 0)) return
    rarest.pop()
  }
  let at = rarest.length
  while (at > 0 && (rarest[at - 1] ?? 0) < weight) at--
  rarest.splice(at, 0, weight)
}
