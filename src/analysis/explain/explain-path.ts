import type { PathStep } from '../../model/explanation.ts'
import { derivingKinds } from '../../model/link.ts'
import { type SignalKey, signalKey } from '../../model/signal.ts'
import { joinsByLikeness } from '../stories/join-stories.ts'
import { takenBackBy } from '../stories/taken-back.ts'
import { joinScore } from '../stories/thresholds.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import type { Workspace } from '../workspace.ts'
import { reasons } from '../reasons.ts'

/** Signals looked at on the way; a larger story is explained by its links alone. */
const mostCompared = 60

/** The shortest way between two signals: over links, replies and shared forwards, or else over likeness too. */
export function pathBetween(
  earlier: ReadSignal,
  later: ReadSignal,
  workspace: Workspace,
): PathStep[] {
  const [start, end] = [later.signal.key, earlier.signal.key]
  const bySteps = (stepsOf: (key: SignalKey) => PathStep[]) => shortest(start, end, stepsOf)
  const byLinks = bySteps((key) => ties(key, workspace))
  if (byLinks !== undefined) return byLinks
  const members = workspace.edited.companionsOf(start)
  if (!members.includes(end)) return []
  if (members.length > mostCompared) return []
  return bySteps((key) => [...ties(key, workspace), ...likenesses(key, members, workspace)]) ?? []
}

/** Breadth first, so that the way with the fewest steps is found. */
function shortest(
  start: SignalKey,
  end: SignalKey,
  stepsOf: (key: SignalKey) => PathStep[],
): PathStep[] | undefined {
  const ways = new Map<string, PathStep[]>([[start, []]])
  for (const [key, way] of ways) {
    if (key === end) return way
    for (const step of stepsOf(key)) {
      const next = step.from === key ? step.to : step.from
      if (!ways.has(next)) ways.set(next, [...way, step])
    }
  }
  return undefined
}

/** What ties a signal, or a channel or outlet outside, to others whatever the words. */
function ties(key: string, workspace: Workspace): PathStep[] {
  const { memory, edited } = workspace
  const links = [
    ...memory.linksFrom(key),
    ...memory
      .linkedTo(key)
      .flatMap((from) => memory.linksFrom(from).filter(({ to }) => to === key)),
  ].filter(({ kind }) => derivingKinds.has(kind))
  const read = memory.signals.get(key)
  return [
    ...links.map(({ from, to, kind, reason }) => ({ from, to, by: kind, reason })),
    ...(read === undefined ? [] : replies(read)),
    ...(read === undefined ? [] : takenBack(read, workspace)),
    ...(read === undefined ? [] : sharedForwards(read, memory)),
    ...edited.joinsOf(key).map((to) => joinedByEditor(key, to)),
  ]
}

const joinedByEditor = (from: SignalKey, to: SignalKey): PathStep => ({
  from,
  to,
  by: 'editor',
  reason: reasons.say('joinedByEditor'),
})

function replies({ signal: { key, channel, replyTo } }: ReadSignal): PathStep[] {
  if (replyTo === undefined) return []
  const to = signalKey(channel, replyTo)
  return [{ from: key, to, by: 'reply', reason: reasons.say('reply', { post: to }) }]
}

function takenBack(read: ReadSignal, workspace: Workspace): PathStep[] {
  const claim = takenBackBy(read, workspace)
  if (claim === undefined) return []
  const [from, to] = [read.signal.key, claim.signal.key]
  return [{ from, to, by: 'withdrawal', reason: reasons.say('takesBack', { post: to }) }]
}

function sharedForwards({ signal }: ReadSignal, memory: Workspace['memory']): PathStep[] {
  const origin = signal.forwardedFrom
  if (origin?.id === undefined) return []
  const post = signalKey(origin.channel, origin.id)
  return memory
    .forwardsOf(origin.channel, origin.id)
    .filter((other) => other !== signal.key)
    .map((to) => ({
      from: signal.key,
      to,
      by: 'same forward',
      reason: reasons.say('bothForward', { post }),
    }))
}

/** Signals of the story that this one is like enough to be joined to, the likest first. */
function likenesses(
  key: SignalKey,
  members: readonly SignalKey[],
  workspace: Workspace,
): PathStep[] {
  const read = workspace.memory.signals.get(key)
  if (read === undefined) return []
  return members
    .filter((other) => other !== key)
    .flatMap((other) => workspace.memory.signals.get(other) ?? [])
    .map((other) => ({ other, judged: joinsByLikeness(other, read, workspace) }))
    .filter(({ judged }) => judged.score >= joinScore)
    .sort((a, b) => b.judged.score - a.judged.score)
    .map(({ other, judged }) => ({
      from: key,
      to: other.signal.key,
      by: 'likeness',
      reason: judged.reason,
    }))
}
