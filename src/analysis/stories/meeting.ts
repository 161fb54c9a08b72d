import type { Masses, TermWeights } from '../text/term-weights.ts'
import type { TermIds } from '../text/terms.ts'

/** Of the words in common so many of the rarest are summed. */
export const rarestWords = 5
/** Terms of less weight stand in nearly every text. */
export const tellingWeight = 1

/** What the terms of two texts have in common, in one go: most pairs are told apart by that. */
export interface Meeting {
  /** Sums of squared weights: of the first text, of the second, and of what they share. */
  first: Masses
  second: Masses
  common: Masses
  /** Shared terms that any language has. */
  across: number
  /** Shared terms that tell something; of them those that any language has. */
  telling: number
  tellingAcross: number
  /** Shared figures. */
  figures: number
  /** Sum of the weights of the rarest words they share. */
  rare: number
}

/** Holds the first text's terms against the second's, which is taken in hand. */
export function meet(
  { terms }: { terms: TermIds },
  other: { terms: TermIds },
  weights: TermWeights,
): Meeting {
  const second = weights.hold(other.terms)
  // Plain numbers and one loop: this is done for every candidate of every signal.
  let [stems, named, concepts] = [0, 0, 0]
  let [sharedStems, sharedNamed, sharedConcepts] = [0, 0, 0]
  let [across, telling, tellingAcross, figures] = [0, 0, 0, 0]
  const rarest: number[] = []
  for (let at = 0; at < terms.length; at++) {
    const id = terms[at] ?? 0
    const weight = weights.weightOf(id)
    const square = weight ** 2
    const shared = weights.isHeld(id) ? square : 0
    const isTelling = shared > 0 && weight > tellingWeight ? 1 : 0
    telling += isTelling
    if (weights.isStem(id)) {
      stems += square
      sharedStems += shared
      if (shared > 0) addRare(weight, rarest)
      continue
    }
    tellingAcross += isTelling
    if (shared > 0) across++
    if (weights.isConcept(id)) {
      concepts += square
      sharedConcepts += shared
    } else {
      named += square
      sharedNamed += shared
      if (shared > 0 && weights.isFigure(id)) figures++
    }
  }
  let rare = 0
  for (const weight of rarest) rare += weight
  return {
    first: { stems, named, concepts },
    second,
    common: { stems: sharedStems, named: sharedNamed, concepts: sharedConcepts },
    across,
    telling,
    tellingAcross,
    figures,
    rare,
  }
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

/** How much of what two texts say they have in common, 0–1: see `scorePair`. `across` leaves out words. */
export function shareOf({ first, second, common }: Meeting, across: boolean): number {
  const shared = massOf(common, across)
  if (shared === 0) return 0
  const [one, other] = [massOf(first, across), massOf(second, across)]
  return shared / Math.sqrt(Math.sqrt(one * other) * Math.min(one, other))
}

const massOf = ({ stems, named, concepts }: Masses, across: boolean) =>
  named + concepts + (across ? 0 : stems)
