import type { Story } from '../../model/story.ts'
import type { Asking } from '../context.ts'
import type { Button } from '../screen.ts'

export interface Alike {
  story: Story
  score: number
}

/** Suggestions on one story that are shown. */
const mostShown = 3

/** Stories that analysis suggests may be the same, the likest first. */
export async function findAlike(
  { desk }: Pick<Asking, 'desk'>,
  story: number,
): Promise<readonly Alike[]> {
  const { analysis } = desk.archive
  const suggestions = [...(await analysis.suggestions(story))]
    .sort((one, other) => other.score - one.score)
    .slice(0, mostShown)
  const others = suggestions.map(({ stories: [a, b], score }) => ({
    other: a === story ? b : a,
    score,
  }))
  const found = new Map(
    (await analysis.stories(others.map(({ other }) => other))).map((each) => [each.story, each]),
  )
  return others.flatMap(({ other, score }) => {
    const alike = found.get(other)
    return alike === undefined ? [] : [{ story: alike, score }]
  })
}

/** To each, both stories side by side, to be joined or parted. */
export const alikeButtons = (
  story: number,
  alike: readonly Alike[],
  { words }: Asking,
  from?: 'card',
): Button[][] =>
  alike.map(({ story: { story: other } }) => [
    {
      label: words.pair.open(other),
      action: { do: 'pair', story, other, ...(from === undefined ? {} : { from }) },
    },
  ])
