import { countedOrigins } from '../../lib/counted-origins.ts'
import type { StoredDecision, Story } from '../../model/story.ts'
import { mayAct } from '../../desk/review/member-book.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import { apart, bold, lines, nothing, rich } from '../rich.ts'
import { type Button, pager, type Reply, rows, say } from '../screen.ts'
import { alikeButtons, findAlike } from './alike.ts'
import { decisionsOn } from './standing-decisions.ts'
import { readSignalFile, renderSignal } from '../views/signal.ts'
import { reasoningOn } from '../views/retell.ts'
import { headlineOf, renderStory } from '../views/story.ts'

const signalsOnPage = 4
const textOnPage = 500
/** Decisions on one story. */
const mostShown = 3

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
  const [known, links, alike, decisions, stub] = await Promise.all([
    archive.signals.get(found.signals),
    archive.analysis.linksFrom(found.signals),
    findAlike(asking, found.story),
    decisionsOn(asking, found),
    archive.stubs.get(found.story),
  ])
  const { story: number } = found
  const { words, member } = asking
  const hasStub = stub !== undefined
  const isEditor = mayAct(member.role, 'editor')
  const shown = decisions.slice(0, mostShown)
  const texts = Array.from(known.values(), ({ text }) => text)
  const { place } = found.conflicts.length === 0 ? {} : await reasoningOn(texts, asking)
  const file = { story: found, signals: known, links, alike, decisions: shown }
  return say(
    renderStory(place === undefined ? file : { ...file, place }, asking),
    rows(
      [
        { label: words.story.openSignals, action: { do: 'signals', story: number, offset: 0 } },
        { label: words.story.openTree, action: { do: 'tree', story: number } },
      ],
      [
        hasStub
          ? { label: words.story.openStub, action: { do: 'stub', story: number } }
          : undefined,
        hasStub && isEditor
          ? { label: words.story.openReview, action: { do: 'card', story: number } }
          : undefined,
        { label: words.story.watch, action: { do: 'watch', story: number, kind: 'story' } },
      ],
      [
        countedOrigins(found) === 1
          ? {
              label: words.story.watchOrigin,
              action: { do: 'watch', story: number, kind: 'corroboration' },
            }
          : undefined,
      ],
      ...(isEditor
        ? [...alikeButtons(number, alike, asking), ...withdrawButtons(number, shown, words)]
        : []),
    ),
  )
}

const withdrawButtons = (
  story: number,
  decisions: readonly StoredDecision[],
  { pair }: Asking['words'],
): Button[][] =>
  decisions.map(({ decision }, index) => [
    { label: `↩️ ${pair.withdraw(index + 1)}`, action: { do: 'withdraw', decision, story } },
  ])

/** A page of a story's posts in time order. */
export async function showSignals(asking: Asking, found: Story, offset: number): Promise<Reply> {
  const { archive } = asking.desk
  const keys = found.signals.slice(offset, offset + signalsOnPage)
  const [known, file] = await Promise.all([
    archive.signals.get(keys),
    readSignalFile(archive, keys),
  ])
  const shown = keys.flatMap((key) => known.get(key) ?? [])
  const total = found.signals.length
  return say(
    lines([
      bold(headlineOf(found.headline, asking.words)),
      rich`/story_${found.story} · ${apart(asking.words.signals(total))}`,
      ...shown.flatMap((signal) => [nothing, renderSignal(signal, file, asking, textOnPage)]),
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
