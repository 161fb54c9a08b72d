import { setImmediate as turn } from 'node:timers/promises'
import { FollowBook } from '../analysis/origins/follow-book.ts'
import { takenBy } from '../analysis/origins/follow-links.ts'
import { ProfileGatherer } from '../analysis/origins/owner-profile.ts'
import type { Archive } from '../model/archive.ts'
import type { SignalKey } from '../model/signal.ts'

const batch = 1000
/** Last posts of a channel by which `channels` tells whom it copies. */
const lastPosts = 500

/** Told while the archive is read. */
export type OnGathered = (done: { count: number; share: number }) => void

/** Profiles of the channels that posts are stored of, to find who owns them. */
export async function gatherProfiles(
  archive: Archive,
  channels: readonly { id: string; title: string }[],
  onGathered: OnGathered,
): Promise<ProfileGatherer> {
  const profiles = new ProfileGatherer(channels)
  const total = Math.max(1, await archive.signals.count())
  let count = 0
  for await (const signals of archive.signals.all(batch)) {
    for (const signal of signals) profiles.addSignal(signal)
    count += signals.length
    onGathered({ count, share: count / total })
  }
  for await (const links of archive.analysis.links(batch)) {
    for (const link of links) profiles.addLink(link)
  }
  return profiles
}

/** What stories and links tell of each channel. */
export interface ChannelActivity {
  /** Stories of several channels that it is in, and those it was the first in. */
  stories: ReadonlyMap<string, { shared: number; first: number }>
  follows: FollowBook
}

/** Counts how often each channel was first, and whom it copies; others get their turn between batches. */
export async function gatherActivity(
  archive: Archive,
  onGathered: OnGathered,
): Promise<ChannelActivity> {
  const stories = new Map<string, { shared: number; first: number }>()
  for await (const some of archive.analysis.allStories(batch)) {
    await turn()
    for (const { signals } of some) {
      const channels = [...new Set(signals.map(channelOf))]
      if (channels.length < 2) continue
      channels.forEach((channel, index) => {
        const { shared, first } = stories.get(channel) ?? { shared: 0, first: 0 }
        stories.set(channel, { shared: shared + 1, first: first + (index === 0 ? 1 : 0) })
      })
    }
  }
  return { stories, follows: await gatherFollows(archive, onGathered) }
}

async function gatherFollows(archive: Archive, onGathered: OnGathered): Promise<FollowBook> {
  const total = Math.max(1, await archive.signals.count())
  const follows = new FollowBook(lastPosts)
  const times = new Map<SignalKey, { atMs: number }>()
  for await (const signals of archive.signals.all(batch)) {
    await turn()
    for (const { key, channel, at } of signals) {
      const atMs = Date.parse(at)
      times.set(key, { atMs })
      follows.learn(key, channel, atMs, [])
    }
    onGathered({ count: times.size, share: times.size / total })
  }
  for await (const links of archive.analysis.links(batch)) {
    await turn()
    for (const link of links) {
      const [channel, atMs] = [channelOf(link.from), times.get(link.from)?.atMs]
      const taken = atMs === undefined ? [] : takenBy({ channel, atMs }, [link], times)
      if (atMs !== undefined && taken.length > 0) follows.learn(link.from, channel, atMs, taken)
    }
  }
  return follows
}

const channelOf = (key: SignalKey) => key.slice(0, key.lastIndexOf('/'))
