import type { Origin } from '../../model/story.ts'
import { describeFollowing, type FollowBook } from './follow-book.ts'
import { isHabit } from './follow-prior.ts'
import type { ReadSignal } from '../readings/read-signal.ts'

/** Longer lists of habits are not read. */
const mostTold = 3

/**
 * Where origins that count as independent are of channels of which the later is known to copy the earlier:
 * one sentence each. It changes no count: a habit is no proof of this case.
 */
export function habitsBetween(
  origins: readonly Origin[],
  reads: readonly ReadSignal[],
  follows: Pick<FollowBook, 'of'>,
): string[] {
  const standing = origins.filter(({ withdrawn, origin }) => !withdrawn && !isOutlet(origin))
  if (standing.length < 2) return []
  const firsts = standing.flatMap(({ signals }) => {
    const first = reads.find(({ signal }) => signals.includes(signal.key))
    return first === undefined ? [] : [first]
  })
  const inOrder = [...firsts].sort((a, b) => a.atMs - b.atMs)
  return inOrder
    .flatMap((later, index) =>
      inOrder.slice(0, index).flatMap((earlier) => {
        const [channel, source] = [later.signal.channel, earlier.signal.channel]
        const following = follows.of(channel, source)
        if (following === undefined || !isHabit(following)) return []
        return `But ${describeFollowing(channel, source, following)}: these two may not be independent.`
      }),
    )
    .slice(0, mostTold)
}

const isOutlet = (origin: string) => origin.startsWith('out:')
