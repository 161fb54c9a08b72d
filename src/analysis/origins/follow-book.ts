import type { SignalKey } from '../../model/signal.ts'
import { reasons } from '../reasons.ts'

/** Posts of a channel that say how it works now; older habits may have been given up. */
const lastPosts = 120
/** With fewer posts, or fewer copies, a habit is a guess. */
const leastPosts = 30
const leastCopies = 4

/** How often one channel copied another lately, and how fast. */
export interface Following {
  copied: number
  /** Of so many last posts. */
  posts: number
  /** From the copied post to the copy, at the median; undefined where no copied post is at hand. */
  medianMinutes: number | undefined
}

/** A post that was taken from another channel, and how long after it. */
export interface Taken {
  channel: string
  gapMs: number | undefined
}

interface Post {
  atMs: number
  taken: readonly Taken[]
}

/** Who copies whom, learned from the links of each channel's last posts. */
export class FollowBook {
  private readonly posts = new Map<string, Map<SignalKey, Post>>()
  private readonly window: number

  /** `window`: how many last posts of each channel count. */
  constructor(window = lastPosts) {
    this.window = window
  }

  /** Notes what a post was taken from; told again, the later word stands. */
  learn(key: SignalKey, channel: string, atMs: number, taken: readonly Taken[]): void {
    const own = this.posts.get(channel) ?? new Map<SignalKey, Post>()
    this.posts.set(channel, own)
    const first = own.entries().next().value
    const isFull = own.size >= this.window && first !== undefined && !own.has(key)
    // An old post that is judged again says nothing of the last ones.
    if (isFull && atMs < first[1].atMs) return
    own.set(key, { atMs, taken })
    if (isFull) own.delete(first[0])
  }

  /** What one channel takes from another; undefined where that is too little to speak of. */
  of(channel: string, source: string): Following | undefined {
    const own = this.posts.get(channel)
    if (channel === source || own === undefined || own.size < leastPosts) return undefined
    const gaps: number[] = []
    let copied = 0
    for (const { taken } of own.values()) {
      const from = taken.find((one) => one.channel === source)
      if (from === undefined) continue
      copied++
      if (from.gapMs !== undefined) gaps.push(from.gapMs)
    }
    if (copied < leastCopies) return undefined
    const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]
    const medianMinutes = median === undefined ? undefined : Math.round(median / 6000) / 10
    return { copied, posts: own.size, medianMinutes }
  }

  /** Whom a channel copies, the most copied first. */
  sourcesOf(channel: string): { source: string; following: Following }[] {
    const taken = Array.from(this.posts.get(channel)?.values() ?? [], (post) => post.taken)
    const sources = [...new Set(taken.flat().map((one) => one.channel))]
    return sources
      .flatMap((source) => {
        const following = this.of(channel, source)
        return following === undefined ? [] : [{ source, following }]
      })
      .sort((a, b) => b.following.copied - a.following.copied || (a.source < b.source ? -1 : 1))
  }
}

/** "beta copied alpha in 41 of its last 120 posts, in 6 minutes at the median". */
export function describeFollowing(
  channel: string,
  source: string,
  { copied, posts, medianMinutes }: Following,
): string {
  const known = { channel, source, copied, posts }
  return medianMinutes === undefined
    ? reasons.say('copied', known)
    : reasons.say('copiedInTime', { ...known, lag: duration(medianMinutes) })
}

function duration(minutes: number): string {
  const [count, unit] =
    minutes < 1
      ? [Math.max(1, Math.round(minutes * 60)), 'second']
      : minutes < 90
        ? [Math.round(minutes), 'minute']
        : minutes < 48 * 60
          ? [Math.round(minutes / 60), 'hour']
          : [Math.round(minutes / 60 / 24), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
