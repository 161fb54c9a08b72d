import type { Claim, Pole } from './claim.ts'
import { valuesAgree } from './conflict-values.ts'
import { reasons } from '../reasons.ts'

/** Two texts that say of one thing what can't both be true. */
export interface Contradiction {
  /** E.g. `rises or falls`, `which country`. */
  detail: string
  first: string
  second: string
  reason: string
  /** Too little for two reports of a story: what is opposed is hardly said of the same, or is a price that moves. */
  loose?: true
}

/** Of the fewer telling words, the share that both must have to be of one thing. */
const leastShared = 0.5
const fewestShared = 2
/** Common words beside two opposites that make sure they are said of one thing: who does it, and to what. */
const firmlyShared = 2
/** Texts that are the same but for a nation: everything else must be nearly alike. */
const leastSharedOfSwap = 0.6

/**
 * What two claims say against each other; undefined where both may be true, or they are of two things.
 * They must speak of the same, and then differ in one side of an opposition said of the same words, in a
 * "not", in the nation, or in how many of one thing they count. Symmetric but for the order of values.
 */
export function contradicts(first: Claim, second: Claim): Contradiction | undefined {
  const share = sharedPart(first, second)
  if (share < leastShared) return undefined
  return (
    opposed(first, second, share) ??
    negated(first, second) ??
    counted(first, second) ??
    (share >= leastSharedOfSwap ? swapped(first, second) : undefined)
  )
}

/** True of two claims that say nearly the same, whatever else they name. */
export const alike = (first: Claim, second: Claim): boolean =>
  sharedPart(first, second) >= leastShared

/** How much of the lesser claim the other shares; 0 where that is but a word. */
function sharedPart(first: Claim, second: Claim): number {
  const shared = Array.from(first.about).filter((key) => second.about.has(key)).length
  return shared < fewestShared ? 0 : shared / Math.min(first.about.size, second.about.size)
}

/** Both take sides on one question, and of the same thing. */
function opposed(first: Claim, second: Claim, share: number): Contradiction | undefined {
  for (const one of first.poles) {
    const opposite = second.poles.filter((other) => other.pole === one.opposite)
    const against = closest(one, opposite)
    if (against === undefined || !mayNegate(one, against, first, second)) continue
    const nearness = common(one, against)
    const alone = takesOneSide(first, one) && takesOneSide(second, against)
    if (nearness === 0 && !(alone && share >= leastSharedOfSwap)) continue
    // Who says that one thing rises and another falls is agreed with by who says it the other way round.
    if (agrees(one, second) || agrees(against, first)) continue
    return {
      detail: [one.pole, one.opposite].sort().join(' or '),
      first: one.pole,
      second: against.pole,
      reason: reasons.say('opposites', { words: one.words, otherWords: against.words }),
      // "Not" before another word than its own is as often of something else: "not only", "not once but often".
      ...(nearness < firmlyShared || one.negated || against.negated ? { loose: true } : {}),
    }
  }
  return undefined
}

const common = (one: Pole, other: Pole) =>
  one.about.filter((key) => other.about.includes(key)).length

function closest(one: Pole, others: readonly Pole[]): Pole | undefined {
  return others.reduce<Pole | undefined>(
    (best, other) => (best === undefined || common(one, other) > common(one, best) ? other : best),
    undefined,
  )
}

/** A side that only a negation makes counts where the other text negates nothing: it may say the same in other words. */
function mayNegate(one: Pole, other: Pole, first: Claim, second: Claim): boolean {
  if (one.negated === other.negated) return true
  return !(one.negated ? second : first).negates
}

const takesOneSide = ({ poles }: Claim, { pole, opposite }: Pole) =>
  poles.filter((other) => other.pole === pole || other.pole === opposite).length === 1

/** The claim says the very same of something that is the same. */
const agrees = (one: Pole, { poles }: Claim) =>
  poles.some((other) => other.pole === one.pole && common(one, other) > 0)

function negated(first: Claim, second: Claim): Contradiction | undefined {
  const [denying, stating] = first.negates ? [first, second] : [second, first]
  if (!denying.negates || stating.negates) return undefined
  for (const [key, words] of denying.negated) {
    if (!stating.about.has(key)) continue
    const sides = denying === first ? (['not so', 'so'] as const) : (['so', 'not so'] as const)
    return {
      detail: 'so or not so',
      first: sides[0],
      second: sides[1],
      reason: reasons.say('negation', { words }),
    }
  }
  return undefined
}

function counted(first: Claim, second: Claim): Contradiction | undefined {
  for (const [key, value] of first.counts) {
    const other = second.counts.get(key)
    if (other === undefined || valuesAgree(value, other)) continue
    return {
      detail: 'how many',
      first: value,
      second: other,
      reason: reasons.say('otherCount', { value, otherValue: other }),
      ...(first.prices.has(key) ? { loose: true } : {}),
    }
  }
  return undefined
}

function swapped(first: Claim, second: Claim): Contradiction | undefined {
  const own = only(first, second)
  const others = only(second, first)
  if (own === undefined || others === undefined) return undefined
  return {
    detail: 'which country',
    first: own,
    second: others,
    reason: reasons.say('otherNation', { words: own, otherWords: others }),
  }
}

/** The nations that only the first names, as it writes them. */
function only(first: Claim, second: Claim): string | undefined {
  const names = Array.from(first.nations).flatMap(([nation, written]) =>
    second.nations.has(nation) ? [] : [written],
  )
  return names.length === 0 ? undefined : names.join(', ')
}
