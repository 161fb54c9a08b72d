import type { Config } from '../../config/schema.ts'
import type { Story } from '../../model/story.ts'

const hourMs = 3_600_000

/** Whether a story gets a stub: it meets any bar of the configuration, and is not older than it allows. */
export function meetsBar(story: Story, bar: Config['stubs'], nowAt: string): boolean {
  if (story.signals.length === 0) return false
  const ageHours = (Date.parse(nowAt) - Date.parse(story.lastAt)) / hourMs
  if (bar.maxAgeHours !== undefined && ageHours > bar.maxAgeHours) return false
  const channels = new Set(story.signals.map((key) => key.slice(0, key.lastIndexOf('/'))))
  return (
    channels.size >= bar.minChannels ||
    story.origins.length >= bar.minOrigins ||
    bar.alwaysFor.some((event) => event === story.event)
  )
}
