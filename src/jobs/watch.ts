import type { Logger } from '../lib/logger.ts'
import { countedOrigins } from '../lib/counted-origins.ts'
import { isolate, plainLine } from '../lib/terminal-text.ts'
import type { Story } from '../model/story.ts'

const mostLines = 20
/** Stories whose last line is remembered; those that were told longest ago are let go. */
const mostRemembered = 10_000

const channelsOf = ({ signals }: Story) =>
  new Set(signals.map((key) => key.slice(0, key.lastIndexOf('/')))).size

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** Writes a line when a story that more than one channel carries appears, or is judged differently. */
export class Watch {
  private readonly told = new Map<number, string>()
  private readonly logger: Logger

  constructor(logger: Logger) {
    this.logger = logger
  }

  tell(stories: readonly Story[]): void {
    const news = stories
      .filter((story) => channelsOf(story) > 1 && this.isNews(story))
      .sort((a, b) => (a.lastAt < b.lastAt ? -1 : a.lastAt > b.lastAt ? 1 : a.story - b.story))
    const shown = news.slice(-mostLines)
    for (const story of shown) this.tellOne(story)
    const more = news.length - shown.length
    if (more > 0) {
      this.logger.info(
        `… and ${more} more ${more === 1 ? 'story' : 'stories'} that several channels carry`,
      )
    }
  }

  private isNews(story: Story): boolean {
    const judged = `${story.sourcing} ${countedOrigins(story)} ${channelsOf(story)}`
    if (this.told.get(story.story) === judged) return false
    this.told.delete(story.story)
    this.told.set(story.story, judged)
    const [oldest] = this.told.keys()
    if (this.told.size > mostRemembered && oldest !== undefined) this.told.delete(oldest)
    return true
  }

  private tellOne(story: Story): void {
    const { story: number, sourcing, headline } = story
    const origins = countedOrigins(story)
    const counts = `${counted(origins, 'origin')} / ${counted(channelsOf(story), 'channel')}`
    this.logger.info(
      { story: number, sourcing, origins, channels: channelsOf(story) },
      `${sourcing.padEnd(13)}  ${counts.padEnd(22)}  ${isolate(plainLine(headline))}  #${number}`,
    )
  }
}
