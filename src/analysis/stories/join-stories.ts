import { derivingKinds, type Link } from '../../model/link.ts'
import { type SignalKey, signalKey } from '../../model/signal.ts'
import type { CopyMatch } from '../copies/match-texts.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { isReturn } from '../copies/returns.ts'
import type { StoryJudgement } from './judgement.ts'
import { judgePair, mayBeAlike, type PairHints } from './story-judge.ts'
import { takenBackBy } from './taken-back.ts'
import { joinScore, makesOneScore, suggestScore } from './thresholds.ts'
import type { Workspace } from '../workspace.ts'
import { reasons } from '../reasons.ts'

/** A reply to the channel's own post goes on with its story for so long. */
const replyHours = 72
/** Each doubling of a story asks this much more likeness, so that no story swallows a beat. */
const growthStep = 0.02
/**
 * And so much from `affairSize` on where chance is weighed: the more posts tell of an affair, the less it says that
 * one more names what they do.
 */
const growthStepOfCoincidence = 0.06
const affairSize = 4

/** One outlet tells of many things a day: of pairs read that were further apart none was of one event for its outlet's sake. */
const oneVoiceHours = 6

/** Two signals that are alike, but not enough to make one story of theirs. */
export interface AlikePair {
  signals: readonly [SignalKey, SignalKey]
  score: number
  reason: string
}

export interface Joined {
  story: number
  suggestions: readonly AlikePair[]
}

/**
 * Puts a signal in its story: that of what it derives from or replies to, or else the one it is most like. A signal
 * that is much like posts of several stories makes one of them.
 */
export function joinStories(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  workspace: Workspace,
): Joined {
  const { stories } = workspace
  const { key } = read.signal
  const own = stories.storyOf(key)
  const related = relatedKeys(read, matches, workspace).flatMap(
    (other) => stories.storyOf(other) ?? [],
  )
  if (related.length > 0 || own !== undefined) {
    const story = stories.merge(own === undefined ? related : [own, ...related])
    stories.join(story, key)
    return { story, suggestions: [] }
  }
  const alike = likestStories(read, matches, workspace)
  const best = alike[0]
  const joins =
    best !== undefined && best.score >= boundOf(stories.sizeOf(best.story), best.byCoincidence)
  const ofOne = joins ? [best, ...alike.slice(1).filter(isMadeOneWith(best, read, workspace))] : []
  const story = joins ? stories.merge(ofOne.map((each) => each.story)) : stories.found(key)
  stories.join(story, key)
  return {
    story,
    suggestions: alike
      .filter((other) => !ofOne.includes(other))
      .slice(0, 3)
      .map(({ like, score, reason }) => ({
        signals: [key, like],
        score: Math.round(score * 1000) / 1000,
        reason,
      })),
  }
}

/** The likeness that a story of so many signals asks of one more. */
export const boundOf = (size: number, byCoincidence = false) =>
  joinScore +
  Math.max(
    growthStep * doublings(size, 1),
    byCoincidence ? growthStepOfCoincidence * doublings(size, affairSize) : 0,
  )

const doublings = (size: number, from: number) => Math.log2(Math.max(1, size / from))

/**
 * Whether a signal that joins the best story makes one of it and another. Only a post of another channel does: what
 * one channel says twice in like words is often a form that it fills in for each place.
 */
const isMadeOneWith =
  (best: LikeStory, { signal }: ReadSignal, { memory, stories }: Workspace) =>
  (other: LikeStory): boolean =>
    !other.byCoincidence &&
    memory.signals.get(other.like)?.signal.channel !== signal.channel &&
    other.score >=
      Math.max(makesOneScore, boundOf(stories.sizeOf(best.story) + stories.sizeOf(other.story)))

/** What likeness says of two signals, in either order. */
export function joinsByLikeness(
  first: ReadSignal,
  second: ReadSignal,
  workspace: Workspace,
  hints: PairHints = {},
): StoryJudgement {
  const { options } = workspace
  const gapMs = Math.abs(second.atMs - first.atMs)
  const oneVoice = gapMs <= oneVoiceHours * 3_600_000 && haveOneVoice(first, second, workspace)
  return judgePair(first, second, workspace, options.storyHours, { ...hints, oneVoice })
}

/** Signals whose story is this one's by what they are to each other, not by likeness. */
function relatedKeys(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  workspace: Workspace,
): SignalKey[] {
  const { memory } = workspace
  const { key, channel, replyTo, forwardedFrom } = read.signal
  const links = memory.linksFrom(key).filter(({ kind }) => derivingKinds.has(kind))
  const derived = links.map(({ to }) => to).filter((to) => memory.signals.has(to))
  const deriving = memory
    .linkedTo(key)
    .filter((from) =>
      memory.linksFrom(from).some(({ to, kind }) => to === key && derivingKinds.has(kind)),
    )
  const replied =
    replyTo === undefined ? undefined : memory.signals.get(signalKey(channel, replyTo))
  const goesOn = replied !== undefined && read.atMs - replied.atMs <= replyHours * 3_600_000
  const sameForward =
    forwardedFrom?.id === undefined
      ? []
      : memory.forwardsOf(forwardedFrom.channel, forwardedFrom.id)
  const carriers = matches
    .filter(
      ({ kind, document }) =>
        kind === 'copy' && links.some(({ to }) => to === `ch:${document.standsFor?.channel ?? ''}`),
    )
    .map(({ document }) => document.signal)
  const claim = takenBackBy(read, workspace)
  const keys = [
    ...derived,
    ...deriving,
    ...(goesOn ? [replied.signal.key] : []),
    ...(claim === undefined ? [] : [claim.signal.key]),
    ...sameForward,
    ...carriers,
  ]
  return keys.filter((other) => other !== key)
}

interface LikeStory {
  story: number
  /** Its likest signal. */
  like: SignalKey
  score: number
  byCoincidence: boolean
  /** Worked out only for who asks. */
  readonly reason: string
}

/** Stories with a signal like this one, the likest first; those below the lower threshold left out. */
function likestStories(read: ReadSignal, matches: readonly CopyMatch[], workspace: Workspace) {
  const { memory, stories } = workspace
  if (isReturn(read, memory)) return []
  const variants = new Set(
    matches
      .filter(({ kind, difference }) => kind === 'variant' && difference?.what !== 'figures')
      .map(({ document }) => document.signal),
  )
  const best = new Map<number, LikeStory>()
  for (const other of workspace.candidatesOf(read)) {
    const { key } = other.signal
    // The same words about another place are told apart by just that; figures are judged with the rest.
    if (variants.has(key)) continue
    const meeting = workspace.meetingOf(other, read)
    if (!mayBeAlike(other, read, meeting)) continue
    const story = stories.storyOf(key)
    if (story === undefined) continue
    const least = Math.max(suggestScore, best.get(story)?.score ?? 0)
    const judged = joinsByLikeness(other, read, workspace, { meeting, least })
    const { score, byCoincidence = false } = judged
    if (score < suggestScore || score <= (best.get(story)?.score ?? 0)) continue
    // What an old post says again is no report of today: it confirms nothing and nothing confirms it.
    if (isReturn(other, memory)) continue
    best.set(story, {
      story,
      like: key,
      score,
      byCoincidence,
      get reason() {
        const said = judged.reason
        return reasons.say('ofPair', { post: key, other: read.signal.key, said })
      },
    })
  }
  return Array.from(best.values()).sort((a, b) => b.score - a.score || a.story - b.story)
}

function haveOneVoice(
  first: ReadSignal,
  second: ReadSignal,
  { memory, options }: Workspace,
): boolean {
  const named = memory.linksFrom(second.signal.key)
  const isNamed = ({ to }: Link) => to.startsWith('out:') && named.some((link) => link.to === to)
  if (named.length > 0 && memory.linksFrom(first.signal.key).some(isNamed)) return true
  const owner = options.channels.get(first.signal.channel).owner
  return owner !== undefined && owner === options.channels.get(second.signal.channel).owner
}
