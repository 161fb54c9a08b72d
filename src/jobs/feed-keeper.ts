import type { Config } from '../config/schema.ts'
import type { MemberBook } from '../desk/review/member-book.ts'
import type { Logger } from '../lib/logger.ts'
import { type FeedDeps, writeFeeds } from './write-feeds.ts'

interface FeedKeeperDeps extends Pick<FeedDeps, 'archive' | 'channels'> {
  members: Pick<MemberBook, 'all'>
  config: Config
  logger: Logger
}

/** Keeps the feeds of the configuration in step with what was exported and killed. */
export class FeedKeeper {
  private readonly deps: FeedKeeperDeps
  private last: Promise<void> = Promise.resolve()

  constructor(deps: FeedKeeperDeps) {
    this.deps = deps
  }

  /** Writes them after what is being written; a fault is logged, as nothing but the feeds depends on it. */
  write(): Promise<void> {
    this.last = this.last.then(() => this.writeNow())
    return this.last
  }

  private async writeNow(): Promise<void> {
    const { archive, channels, members, config, logger } = this.deps
    const { feeds } = config.export
    if (feeds === undefined) return
    try {
      const feed = feedOf(config)
      const { leaking } = await writeFeeds(feeds, {
        archive,
        channels,
        members: members.all(),
        feed,
      })
      for (const stub of leaking)
        logger.warn(`#${stub} is left out of the feeds: something internal stands in it`)
    } catch (error) {
      logger.error({ err: error }, 'The feeds could not be written')
    }
  }
}

/** What the feeds are called, and where they lead. */
export const feedOf = ({ desk: { section, site } }: Config): FeedDeps['feed'] => ({
  title: section,
  ...(site === undefined ? {} : { site }),
})
