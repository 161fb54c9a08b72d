import type { Link } from '../../model/link.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import type { Origin, Story, Suggestion } from '../../model/story.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, link, nothing, rich, type Rich } from '../rich.ts'
import { shorten } from '../split.ts'
import { countsOf, sourcingLine } from './sourcing.ts'
import { nameOrigin } from './name-origin.ts'
import { postUrl } from './post-url.ts'

export interface StoryFile {
  story: Story
  signals: ReadonlyMap<SignalKey, Signal>
  links: readonly Link[]
  suggestions: readonly Suggestion[]
}

const headlineLength = 200
const mostOrigins = 6
const mostValues = 4

export const headlineOf = (headline: string): Rich => shorten(foreign(headline), headlineLength)

/** One story in the list of many: its headline, how it is sourced, and the command that opens it. */
export function storyLines(story: Story, { words, time }: Asking): Rich {
  return lines([
    bold(headlineOf(story.headline)),
    rich`${sourcingLine(countsOf(story), words)} · ${time.show(story.lastAt)}`,
    `/story_${story.story}`,
  ])
}

/** What an editor must know of a story before all else: who says so, who disagrees, what nobody says. */
export function renderStory(file: StoryFile, asking: Asking): Rich {
  const { story } = file
  const { words, time } = asking
  const span =
    story.firstAt === story.lastAt
      ? time.show(story.firstAt)
      : `${time.show(story.firstAt)} – ${time.show(story.lastAt)}`
  return lines([
    bold(headlineOf(story.headline)),
    sourcingLine(countsOf(story), words),
    rich`${span} · ${words.ago(time.age(story.lastAt))} · #${story.story}`,
    story.returned === undefined
      ? undefined
      : rich`↩️ ${words.story.returned(time.age(story.returned.firstAt))}`,
    section(words.story.origins, originLines(file, asking)),
    section(words.story.conflicts, conflictLines(story, asking)),
    section(
      words.story.notStated,
      story.notStated.length === 0 ? [] : [story.notStated.map(words.detail).join(', ')],
    ),
    section(words.story.suggested, suggestionLines(file)),
  ])
}

function section(title: string, body: readonly Rich[] | readonly string[]): Rich | undefined {
  return body.length === 0 ? undefined : lines([nothing, bold(title), ...body])
}

function originLines({ story, signals }: StoryFile, asking: Asking): Rich[] {
  const shown = story.origins
    .slice(0, mostOrigins)
    .map((origin) => originLine(origin, signals, asking))
  const more = story.origins.length - shown.length
  return more > 0 ? [...shown, rich`${asking.words.and(more)}`] : shown
}

function originLine(
  { origin, signals: keys, withdrawn }: Origin,
  signals: ReadonlyMap<SignalKey, Signal>,
  { words, time, desk }: Asking,
): Rich {
  const first = signals.get(keys[0] ?? '')
  const when = first === undefined ? nothing : link(time.show(first.at), postUrl(first))
  const state = withdrawn ? rich` — ${italic(words.story.withdrawn)}` : nothing
  return rich`• ${nameOrigin(origin, desk)}: ${when} · ${words.signals(keys.length)}${state}`
}

function conflictLines({ conflicts }: Story, { desk, words }: Asking): Rich[] {
  return conflicts.map(({ detail, values }) => {
    const shown = values.slice(0, mostValues).map(({ value, origins }) => {
      const who = origins.map((origin) => nameOrigin(origin, desk))
      return rich`\n   ${bold(foreign(value))} — ${who.flatMap((name, index) => (index === 0 ? [name] : [', ', name]))}`
    })
    return rich`• ${words.detail(detail)}:${shown}`
  })
}

function suggestionLines({ story, suggestions }: StoryFile): Rich[] {
  return suggestions.map(({ stories: [one, other], score }) => {
    const number = one === story.story ? other : one
    return rich`• /story_${number} (${score.toFixed(2)})`
  })
}
