import type { ReadSignal } from '../readings/read-signal.ts'
import type { Meeting } from '../stories/meeting.ts'
import type { TermWeights } from '../text/term-weights.ts'
import type { TermIds } from '../text/terms.ts'

/** Fewer things in common would be met in two reports of any two like events. */
const leastShared = 4
/** Share, by weight, of what each says in language-independent terms that the other says too. */
const leastAgreement = 0.68
/** Where they have few things in common these are nearly all that either says. */
const fewShared = 6
const leastAgreementOnFew = 0.8
/**
 * A translation tells things in the order of what it renders: of two shared things, the share of pairs that stand the
 * same way round. Translations keep four fifths at least; reports of one event by two people seldom do.
 */
const leastInOrder = 0.75
/** Translations are about as long as what they render. */
const longestRatio = 2.2

export interface TranslationScore {
  score: number
  /** What agrees, all but words: numbers in `TermWeights`. */
  shared: TermIds
}

/**
 * How sure it is that one text renders the other in another language: all figures agree, and places,
 * names and concepts do for the most part. Undefined where it is not.
 */
export function scoreTranslation(
  earlier: ReadSignal,
  later: ReadSignal,
  weights: TermWeights,
): TranslationScore | undefined {
  if (!otherLanguage(earlier, later)) return undefined
  const ratio = later.normal.tokens.length / Math.max(1, earlier.normal.tokens.length)
  if (ratio > longestRatio * 1.5 || ratio < 1 / longestRatio) return undefined
  if (!shareEnough(earlier, later, weights)) return undefined
  // The later text is the one in hand.
  const shared = earlier.terms.filter((id) => !weights.isStem(id) && weights.isHeld(id))
  if (!figuresAgree(earlier, later, weights)) return undefined
  const mass = Math.max(1, weigh(earlier.terms, weights), weigh(later.terms, weights))
  const agreement = weigh(shared, weights) / mass
  const names = shared.filter((id) => weights.kindOf(id) === 'name').length
  const score = Math.min(1, agreement + Math.min(0.2, names * 0.05))
  const least = shared.length < fewShared ? leastAgreementOnFew : leastAgreement
  return score >= least && inOneOrder(shared, later, weights) ? { score, shared } : undefined
}

/** Places and figures are moved about freely; of two things that order tells little. */
function inOneOrder(shared: TermIds, later: ReadSignal, weights: TermWeights): boolean {
  const at = Array.from(
    shared.filter((id) => weights.isConcept(id)),
    (id) => later.terms.indexOf(id),
  )
  const pairs = (at.length * (at.length - 1)) / 2
  const turned = at.reduce(
    (total, place, index) => total + at.slice(index + 1).filter((next) => next < place).length,
    0,
  )
  return at.length < 3 || pairs - turned >= leastInOrder * pairs
}

/** Told first, since most pairs do not. */
export const mayRender = ({ across }: Pick<Meeting, 'across'>): boolean => across >= leastShared

function shareEnough(earlier: ReadSignal, later: ReadSignal, weights: TermWeights): boolean {
  weights.hold(later.terms)
  let shared = 0
  for (const term of earlier.terms) {
    if (!weights.isStem(term) && weights.isHeld(term)) shared++
  }
  return shared >= leastShared
}

function otherLanguage(earlier: ReadSignal, later: ReadSignal): boolean {
  return earlier.lang !== later.lang && earlier.lang !== 'und' && later.lang !== 'und'
}

/** Every figure of the shorter stands in the longer, and there is more to go by than one small one. */
function figuresAgree(earlier: ReadSignal, later: ReadSignal, weights: TermWeights): boolean {
  const [fewer, more] = [earlier, later]
    .map(({ terms }) => terms.filter((id) => weights.isFigure(id)))
    .sort((a, b) => a.length - b.length)
  if (fewer === undefined || more === undefined) return false
  if (!detailsAgree(earlier, later)) return false
  return fewer.every((figure) => more.includes(figure)) && more.length - fewer.length <= 1
}

/** Both may count the killed in words: what is counted must come to the same. */
function detailsAgree(earlier: ReadSignal, later: ReadSignal): boolean {
  return earlier.details.every(({ detail, value }) => {
    const values = later.details.filter((other) => other.detail === detail)
    return values.length === 0 || values.some((other) => other.value === value)
  })
}

/** Weight of what any language has, but names: those are spelled in too many ways. */
function weigh(terms: TermIds, weights: TermWeights): number {
  let total = 0
  for (const id of terms) {
    if (!weights.isStem(id) && weights.kindOf(id) !== 'name') total += weights.weightOf(id)
  }
  return total
}
