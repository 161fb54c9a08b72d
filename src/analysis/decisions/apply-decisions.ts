import type { SignalKey } from '../../model/signal.ts'
import type { Decision } from '../../model/story.ts'
import { DisjointSets } from '../disjoint-sets.ts'

export interface DecidedOn {
  /** Stories as links and likeness alone make them: keys in time order. */
  stories: readonly (readonly SignalKey[])[]
  /** Decisions on signals of these stories, oldest first. */
  decisions: readonly Decision[]
  /** Signals that a signal forwards, copies, cites or translates. */
  tiesOf: (key: SignalKey) => readonly SignalKey[]
  /** The post of its own channel that a signal answers. */
  repliesTo: (key: SignalKey) => SignalKey | undefined
  /** 0–1, of the letters of two texts alone, so that it is the same whenever it is asked. */
  likeness: (first: SignalKey, second: SignalKey) => number
}

/**
 * The stories that editors made of these: each joined whole, or split in two. What is tied to a signal stays with
 * it; the rest of a split story goes with the one of the two parted signals that it is more like, the first where
 * it is like neither. A later decision outweighs an earlier one, and a link outweighs both.
 */
export function applyDecisions(on: DecidedOn): Stories {
  const tied = new DisjointSets<SignalKey>()
  const keys = on.stories.flat()
  const known = new Set(keys)
  for (const key of keys) {
    for (const other of on.tiesOf(key)) if (known.has(other)) tied.join(key, other)
  }
  const { joins, parts } = settle(on.decisions, tied)
  for (const key of keys) {
    const to = on.repliesTo(key)
    if (to === undefined || !known.has(to)) continue
    if (!parts.some((part) => wouldMeet(part, [key, to], tied))) tied.join(key, to)
  }
  const splitAll = (stories: Stories) =>
    parts.reduce<Stories>(
      (now, { signals: [first, second] }) =>
        now.flatMap((story) =>
          story.includes(first) && story.includes(second)
            ? split(story, [first, second], tied, on.likeness)
            : [story],
        ),
      stories,
    )
  // Split before joining, so that what was never with a signal is not weighed by its likeness to it; and after, as
  // a join may bring together what is parted.
  return splitAll(joinAll(splitAll(on.stories), joins))
}

type Stories = readonly (readonly SignalKey[])[]

function joinAll(stories: Stories, joins: readonly Decision[]): Stories {
  const one = new DisjointSets<SignalKey>()
  for (const story of stories) {
    for (const key of story) one.join(story[0] ?? key, key)
  }
  for (const { signals } of joins) one.join(...signals)
  return one.group(stories.flat())
}

/** Which decisions hold, the newest first asked: a join ties its signals, a part holds unless they are tied. */
function settle(decisions: readonly Decision[], tied: DisjointSets<SignalKey>) {
  const joins: Decision[] = []
  const parts: Decision[] = []
  for (const decision of decisions.toReversed()) {
    const [first, second] = decision.signals
    if (decision.kind === 'part') {
      if (tied.find(first) !== tied.find(second)) parts.unshift(decision)
    } else if (!parts.some((part) => wouldMeet(part, decision.signals, tied))) {
      tied.join(first, second)
      joins.unshift(decision)
    }
  }
  return { joins, parts }
}

/** Whether tying two signals would bring parted ones together. */
function wouldMeet(
  { signals: [first, second] }: Decision,
  [from, to]: readonly [SignalKey, SignalKey],
  tied: DisjointSets<SignalKey>,
): boolean {
  const ends = new Set([tied.find(from), tied.find(to)])
  return ends.size === 2 && ends.has(tied.find(first)) && ends.has(tied.find(second))
}

function split(
  story: readonly SignalKey[],
  [first, second]: readonly [SignalKey, SignalKey],
  tied: DisjointSets<SignalKey>,
  likeness: DecidedOn['likeness'],
): Stories {
  const goesWithSecond = (members: readonly SignalKey[]) => {
    if (members.includes(first) || members.includes(second)) return members.includes(second)
    const most = (to: SignalKey) => Math.max(...members.map((key) => likeness(key, to)))
    return most(second) > most(first)
  }
  const leaving = new Set(tied.group(story).filter(goesWithSecond).flat())
  return [story.filter((key) => !leaving.has(key)), story.filter((key) => leaving.has(key))]
}
