import type { Following } from './follow-book.ts'

/** How often any one channel's post is a copy of a given other's, where nothing is known of the two. */
const baseRate = 0.01
/**
 * How fast the odds of a copy rise with likeness by weight, in logarithms: reports of two people come to half
 * of the weight, rewrites to .7, and between them the odds turn over by more than fifty to one.
 */
const oddsPerLikeness = 20
/** However often it copied, two accounts that share no more than this are of two hands. */
export const mostEasing = 0.15
/** Of the normal distribution, for a bound that holds in 19 of 20 cases. */
const z = 1.645

/**
 * By how much less likeness a channel that is known to copy another is held to copy it again: Bayes' rule
 * with its habit for a prior. Never negative: a channel that never copied may do so today, and independence
 * may only be talked down.
 */
export function easingOf(following: Following | undefined): number {
  if (following === undefined) return 0
  const share = leastShare(following)
  const odds = (rate: number) => Math.log(rate / (1 - rate))
  return Math.min(mostEasing, Math.max(0, (odds(share) - odds(baseRate)) / oddsPerLikeness))
}

/** True for a habit worth telling beside a count of origins: one post of ten, as far as the few posts tell. */
export const isHabit = (following: Following) => leastShare(following) >= 0.1

/** The lower bound of Wilson's interval for the share of posts that were copied. */
function leastShare({ copied, posts }: Following): number {
  const share = copied / posts
  const centre = share + (z * z) / (2 * posts)
  const spread = z * Math.sqrt((share * (1 - share)) / posts + (z * z) / (4 * posts * posts))
  return Math.max(1e-6, (centre - spread) / (1 + (z * z) / posts))
}
