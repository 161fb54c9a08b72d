import { pause } from '../lib/pause.ts'
import type { Archive } from '../model/archive.ts'
import { type ChannelActivity, gatherActivity } from './gather-channels.ts'

/** How one channel stands to the others. */
export interface ChannelHabits {
  /** Stories of several channels that it is in, and those it was the first in. */
  shared: number
  first: number
  /** Whom it took most from. */
  sources: readonly {
    from: string
    copied: number
    posts: number
    medianMinutes: number | undefined
  }[]
}

const freshMs = 10 * 60_000
const sourcesShown = 3
const patienceMs = 300

/** What `gatherActivity` told last; asking for it when it is old has it gathered anew, and waits for the first only. */
export class ActivityCache {
  private readonly archive: Archive
  private readonly nowMs: () => number
  private activity: ChannelActivity | undefined
  private gatheredAtMs = -Infinity
  private gathering: Promise<void> | undefined

  constructor(archive: Archive, nowMs = () => performance.now()) {
    this.archive = archive
    this.nowMs = nowMs
  }

  /** Undefined while a large archive is still gone through. */
  async habitsOf(channel: string): Promise<ChannelHabits | undefined> {
    const refreshing = this.nowMs() - this.gatheredAtMs > freshMs ? this.refresh() : undefined
    if (this.activity === undefined) await Promise.race([refreshing, pause(patienceMs)])
    if (this.activity === undefined) return undefined
    const { stories, follows } = this.activity
    const { shared, first } = stories.get(channel) ?? { shared: 0, first: 0 }
    const sources = follows
      .sourcesOf(channel)
      .slice(0, sourcesShown)
      .map(({ source, following }) => ({ from: source, ...following }))
    return { shared, first, sources }
  }

  /** Resolves when it is up to date; a fault leaves what was known before. */
  refresh(): Promise<void> {
    this.gathering ??= gatherActivity(this.archive, () => undefined)
      .then((activity) => {
        this.activity = activity
        this.gatheredAtMs = this.nowMs()
      })
      .catch(() => undefined)
      .finally(() => {
        this.gathering = undefined
      })
    return this.gathering
  }
}
