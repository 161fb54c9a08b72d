import type { CitationMention } from '../../model/features.ts'
import type { Link } from '../../model/link.ts'
import { signalKey } from '../../model/signal.ts'
import type { Memory } from '../memory.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { scorePair } from '../stories/story-score.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { reasons } from '../reasons.ts'

const hourMs = 3_600_000
/** A channel is cited for what it posted lately. */
const citedWithinHours = 72
/** With less in common than this, the cited post is another one, and only the channel is known. */
const leastInCommon = 0.03
/** A channel that posted one thing in so many hours is cited for that. */
const onlyPostWithinHours = 12

/** One link for each channel or outlet that any version of the text names as where it has it from. */
export function traceCitations(read: ReadSignal, memory: Memory, weights: TermWeights): Link[] {
  const links = new Map<string, Link>()
  for (const mention of read.citations) {
    const { to, why } = resolve(mention, read, memory, weights)
    if (links.has(to)) continue
    links.set(to, {
      from: read.signal.key,
      to,
      kind: 'cite',
      score: 0.9,
      reason: `${reasons.say('cited', { words: mention.words, rule: mention.rule })}${why}`,
    })
  }
  return Array.from(links.values())
}

function resolve({ to }: CitationMention, read: ReadSignal, memory: Memory, weights: TermWeights) {
  if (to.kind === 'outlet') return { to: `out:${to.outlet}`, why: '' }
  const named = to.id === undefined ? undefined : signalKey(to.channel, to.id)
  if (named !== undefined && memory.signals.has(named)) return { to: named, why: '' }
  const recent = memory
    .ofChannel(to.channel)
    .filter(({ atMs }) => atMs < read.atMs && atMs >= read.atMs - citedWithinHours * hourMs)
  const best = recent
    .map((candidate) => ({ candidate, score: scorePair(read, candidate, weights).score }))
    .sort((a, b) => b.score - a.score || b.candidate.atMs - a.candidate.atMs)[0]
  if (named === undefined && best !== undefined && best.score >= leastInCommon) {
    return { to: best.candidate.signal.key, why: ` ${reasons.say('citedForLikest')}` }
  }
  const lately = recent.filter(({ atMs }) => atMs >= read.atMs - onlyPostWithinHours * hourMs)
  if (named === undefined && lately.length === 1 && lately[0] !== undefined) {
    return {
      to: lately[0].signal.key,
      why: ` ${reasons.say('citedForOnly', { hours: onlyPostWithinHours })}`,
    }
  }
  return { to: `ch:${to.channel}`, why: ` ${reasons.say('citedNotStored')}` }
}
