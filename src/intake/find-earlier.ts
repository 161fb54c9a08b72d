import { relateToEarlier } from '../analysis/stories/earlier-stories.ts'
import type { Archive } from '../model/archive.ts'
import type { Signal } from '../model/signal.ts'
import type { Story } from '../model/story.ts'
import type { EarlierStory } from '../model/stub.ts'

/** What was told longer ago is background to a reader, and its words return by chance. */
const reachDays = 30
const mostCandidates = 12
const mostShown = 5
const dayMs = 86_400_000

/** Earlier stories of the desk that say the same, or what this one changes or denies; oldest first. */
export async function findEarlier(
  story: Story,
  signals: readonly Signal[],
  archive: Archive,
  dateOf: (at: string) => string,
): Promise<EarlierStory[]> {
  const [first] = signals
  if (first === undefined) return []
  const since = new Date(Date.parse(story.firstAt) - reachDays * dayMs).toISOString()
  const numbers = await archive.search.kindred({
    text: first.text,
    since,
    before: story.firstAt,
    limit: mostCandidates,
  })
  const others = numbers.filter((number) => number !== story.story)
  const earlier = (await archive.analysis.stories(others)).filter(
    ({ lastAt }) => lastAt < story.firstAt,
  )
  const openings = await archive.signals.get(
    earlier.flatMap(({ signals: keys }) => keys.at(-1) ?? []),
  )
  return earlier
    .flatMap((other) => {
      const last = openings.get(other.signals.at(-1) ?? '')
      const relation = last === undefined ? undefined : relateToEarlier(first, last)
      const date = dateOf(other.firstAt)
      return relation === undefined
        ? []
        : [
            {
              at: other.firstAt,
              told: { story: other.story, date, headline: other.headline, relation },
            },
          ]
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(-mostShown)
    .map(({ told }) => told)
}
