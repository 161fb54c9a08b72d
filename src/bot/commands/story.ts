import type { Story } from '../../model/story.ts'
import { mayAct } from '../../desk/member-book.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { bold, lines, nothing, rich } from '../rich.ts'
import { pager, type Reply, rows, say } from '../screen.ts'
import { renderSignal } from '../views/signal.ts'
import { headlineOf, renderStory } from '../views/story.ts'

const signalsOnPage = 4
const textOnPage = 500

/** The number in `12`, `#12` or `story 12`; undefined where there is none. */
export function readStory(args: string): number | undefined {
  const [, digits] = /(?:^|\s|#)(\d{1,9})\b/.exec(args) ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** Runs with the story that was named, or says what is wrong with the name. */
export async function withStory(
  { desk, words }: Asking,
  args: string,
  use: (story: Story) => Promise<Reply>,
): Promise<Reply> {
  const number = readStory(args)
  if (number === undefined) return say(rich`${words.badStory}`)
  const story = await desk.archive.analysis.story(number)
  return story === undefined ? say(rich`${words.noStory(number)}`) : use(story)
}

export const story: Command = {
  name: 'story',
  role: 'reader',
  run: (asking, args) => withStory(asking, args, (found) => showStory(asking, found)),
}

export const signals: Command = {
  name: 'signals',
  role: 'reader',
  run: (asking, args) => withStory(asking, args, (found) => showSignals(asking, found, 0)),
}

export async function showStory(asking: Asking, found: Story): Promise<Reply> {
  const { archive } = asking.desk
  const [known, links, suggestions, stub] = await Promise.all([
    archive.signals.get(found.signals),
    archive.analysis.linksFrom(found.signals),
    archive.analysis.suggestions(found.story),
    archive.stubs.get(found.story),
  ])
  const { story: number } = found
  const { words, member } = asking
  const hasStub = stub !== undefined
  return say(
    renderStory({ story: found, signals: known, links, suggestions }, asking),
    rows(
      [
        { label: words.story.openSignals, action: { do: 'signals', story: number, offset: 0 } },
        { label: words.story.openTree, action: { do: 'tree', story: number } },
      ],
      [
        hasStub
          ? { label: words.story.openStub, action: { do: 'stub', story: number } }
          : undefined,
        hasStub && mayAct(member.role, 'editor')
          ? { label: words.story.openReview, action: { do: 'card', story: number } }
          : undefined,
        { label: words.story.watch, action: { do: 'watch', story: number, kind: 'story' } },
      ],
      [
        found.origins.length === 1
          ? {
              label: words.story.watchOrigin,
              action: { do: 'watch', story: number, kind: 'corroboration' },
            }
          : undefined,
      ],
    ),
  )
}

/** A page of a story's posts in time order. */
export async function showSignals(asking: Asking, found: Story, offset: number): Promise<Reply> {
  const { archive } = asking.desk
  const keys = found.signals.slice(offset, offset + signalsOnPage)
  const [known, links] = await Promise.all([
    archive.signals.get(keys),
    archive.analysis.linksFrom(keys),
  ])
  const shown = keys.flatMap((key) => known.get(key) ?? [])
  const total = found.signals.length
  return say(
    lines([
      bold(headlineOf(found.headline)),
      rich`${asking.words.signals(total)} · /story_${found.story}`,
      ...shown.flatMap((signal) => [nothing, renderSignal(signal, links, asking, textOnPage)]),
    ]),
    rows(
      pager({ offset, size: signalsOnPage, total }, (to) => ({
        do: 'signals',
        story: found.story,
        offset: to,
      })),
    ),
  )
}
