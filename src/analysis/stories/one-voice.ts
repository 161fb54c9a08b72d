import type { ReadSignal } from '../readings/read-signal.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { whichNats } from './coincidence.ts'
import type { Likeness } from './likeness.ts'
import { tellingWeight } from './meeting.ts'

/**
 * Reports that name one outlet, or that come from one owner, may be joined on less likeness: together they
 * are still one origin, so nothing is corroborated by mistake. More so when they share a figure or a town.
 */
const oneVoiceFactor = 1.5
export const oneVoiceOnOneThing = 2.2
/** Smaller figures are shared by chance. */
const tellingFigure = 100

/** What the likeness of two reports of one voice counts for. */
export function voiceFactor(
  { shared }: Likeness,
  { places }: ReadSignal,
  weights: TermWeights,
): number {
  const towns = new Set(places.filter(({ kind }) => kind === 'city').map(({ name }) => name))
  const oneThing = shared().some(({ term, weight }) => {
    if (weight <= tellingWeight) return false
    const [kind, label] = [weights.kindOf(term), weights.labelOf(term)]
    return (
      (kind === 'figure' && Number(label) >= tellingFigure) ||
      (kind === 'place' && towns.has(label) && -Math.log(weights.chanceOf(term)) >= whichNats)
    )
  })
  return oneThing ? oneVoiceOnOneThing : oneVoiceFactor
}
