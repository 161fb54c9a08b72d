import { ageBetween } from '../../lib/age.ts'
import type { Sentence } from '../../model/stub.ts'
import type { Story } from '../../model/story.ts'
import { reportNoun } from './carriage.ts'
import { localTime } from './window.ts'

/** That an old post came back, with its age; nothing for what is news. */
export function describeReturn(story: Story, timezone: string): Sentence[] {
  if (story.returned === undefined) return []
  const { firstAt, at } = story.returned
  const { month, day, year } = localTime(firstAt, timezone)
  const text =
    `This is not new: the ${reportNoun(story)} was first posted on ${month} ${day}, ${year}, ` +
    `${ageBetween(firstAt, at)} before it was posted again.`
  return [{ text, spans: [] }]
}
