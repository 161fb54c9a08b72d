import type { Link } from '../../model/link.ts'
import { describeFollowing } from '../origins/follow-book.ts'
import { easingOf, mostEasing } from '../origins/follow-prior.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { shareOf } from '../stories/meeting.ts'
import { scorePair } from '../stories/story-score.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { differsAsVariant } from '../copies/variant.ts'
import type { Workspace } from '../workspace.ts'
import { reasons } from '../reasons.ts'

/**
 * Two people who saw the same thing do not choose the same words: independent reports in one language stay
 * well below this share of common weight, rewrites of one post reach it.
 */
const rewordedScore = 0.7
/** Short posts reach it by chance. */
const leastWords = 8
/** Of the many pairs that are not alike the share alone is told: it is summed in another order than the score. */
const leastShare = rewordedScore - mostEasing - 1e-9

/** The earlier post of another channel that the signal says again in nearly the same words, in any order. */
export function traceRewording(read: ReadSignal, workspace: Workspace): Link | undefined {
  if (read.normal.tokens.length < leastWords || read.event.event === 'alert' || isStock(read))
    return undefined
  const { weights, follows } = workspace
  const reworded = workspace
    .candidatesOf(read)
    .filter((other) => isEarlierElsewhere(other, read))
    .filter(
      (other) =>
        shareOf(workspace.meetingOf(other, read), false) >= leastShare &&
        figuresAgree(other, read, weights),
    )
    .map((other) => ({ other, following: follows.of(read.signal.channel, other.signal.channel) }))
    .map(({ other, following }) => ({ other, following, ...scorePair(other, read, weights) }))
    .filter(({ score, following }) => score >= rewordedScore - easingOf(following))
    .sort((a, b) => b.score - a.score || a.other.atMs - b.other.atMs)
    .find(({ other }) => !isVariant(other, read))
  if (reworded === undefined) return undefined
  const { other, following } = reworded
  const percent = Math.round(reworded.score * 100)
  const habit =
    following === undefined
      ? ''
      : ` ${reasons.say('habit', { said: describeFollowing(read.signal.channel, other.signal.channel, following) })}`
  return {
    from: read.signal.key,
    to: other.signal.key,
    kind: 'copy',
    score: Math.round(reworded.score * 1000) / 1000,
    reason: `${reasons.say('saidAgain', { percent })}${habit}`,
  }
}

const isStock = ({ versions }: ReadSignal) => versions.at(-1)?.stock === true

/** Small figures are no terms: whether they changed is seen only where they stand. */
function isVariant(other: ReadSignal, read: ReadSignal): boolean {
  const [first, second] = [other, read].map(({ signal, normal }) => ({
    text: signal.text,
    words: normal.words,
    whole: { from: 0, to: normal.words.length },
  }))
  if (first === undefined || second === undefined) return false
  const overlap = { earlier: first.whole, later: second.whole }
  return differsAsVariant(first, second, overlap)?.what === 'figures'
}

function isEarlierElsewhere(other: ReadSignal, read: ReadSignal): boolean {
  return (
    other.atMs < read.atMs &&
    other.lang === read.lang &&
    other.signal.channel !== read.signal.channel &&
    other.signal.forwardedFrom === undefined &&
    !isStock(other) &&
    other.normal.tokens.length >= leastWords
  )
}

/** A figure that only one of them has may be left out; two different ones are two reports. */
function figuresAgree(other: ReadSignal, read: ReadSignal, weights: TermWeights): boolean {
  const first = other.terms.filter((id) => weights.isFigure(id))
  const second = read.terms.filter((id) => weights.isFigure(id))
  const onlyFirst = first.some((figure) => !second.includes(figure))
  const onlySecond = second.some((figure) => !first.includes(figure))
  return !(onlyFirst && onlySecond)
}
