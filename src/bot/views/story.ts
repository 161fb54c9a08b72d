import { noWords } from '../../lib/no-words.ts'
import type { Link } from '../../model/link.ts'
import type { Signal, SignalKey } from '../../model/signal.ts'
import type { Origin, StoredDecision, Story } from '../../model/story.ts'
import type { Asking } from '../context.ts'
import { bold, foreign, italic, lines, link, nothing, rich, type Rich } from '../rich.ts'
import { shorten } from '../split.ts'
import { countsOf, sourcingLine } from './sourcing.ts'
import { nameOrigin } from './name-origin.ts'
import { postUrl } from './post-url.ts'
import { nameTarget } from './signal.ts'

export interface StoryFile {
  story: Story
  signals: ReadonlyMap<SignalKey, Signal>
  links: readonly Link[]
  /** Stories that are alike, with how alike. */
  alike: readonly { story: Story; score: number }[]
  /** Editors' decisions that stand. */
  decisions: readonly StoredDecision[]
  /** What a place is called, by its English name; undefined for what is none. */
  place?: (name: string) => string | undefined
}

const headlineLength = 200
const alikeLength = 80
const mostOrigins = 6
const mostValues = 4

/** The words of a story's first post; in the member's language that there are none. */
export const headlineOf = (headline: string, { story }: Asking['words']): Rich =>
  headline === noWords ? rich`${story.noWords}` : shorten(foreign(headline), headlineLength)

/** One story in the list of many: its headline, how it is sourced, and the command that opens it. */
export function storyLines(story: Story, { words, time }: Asking): Rich {
  return lines([
    bold(headlineOf(story.headline, words)),
    rich`${sourcingLine(countsOf(story), words)} · ${time.show(story.lastAt)}`,
    `/story_${story.story}`,
  ])
}

/** What an editor must know of a story before all else: who says so, who disagrees, what nobody says. */
export function renderStory(file: StoryFile, asking: Asking): Rich {
  const { story } = file
  const { words, time } = asking
  return lines([
    bold(headlineOf(story.headline, words)),
    sourcingLine(countsOf(story), words),
    rich`${time.span(story.firstAt, story.lastAt)} · ${words.ago(time.age(story.lastAt))} · #${story.story}`,
    story.returned === undefined
      ? undefined
      : rich`↩️ ${words.story.returned(time.age(story.returned.firstAt))}`,
    section(words.story.origins, originLines(file, asking)),
    section(words.story.conflicts, conflictLines(file, asking)),
    section(
      words.story.notStated,
      story.notStated.length === 0 ? [] : [story.notStated.map(words.detail).join(', ')],
    ),
    section(words.story.suggested, alikeLines(file, asking)),
    section(words.story.decided, decisionLines(file, asking)),
  ])
}

export function section(
  title: string,
  body: readonly Rich[] | readonly string[],
): Rich | undefined {
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

function conflictLines({ story, place }: StoryFile, { desk, words }: Asking): Rich[] {
  const called = (value: string) =>
    value
      .split(' / ')
      .map((name) => place?.(name) ?? name)
      .join(' / ')
  return story.conflicts.map(({ detail, values }) => {
    const shown = values.slice(0, mostValues).map(({ value, origins }) => {
      const who = origins.map((origin) => nameOrigin(origin, desk))
      return rich`\n   ${bold(foreign(called(valueWords(value, words))))} — ${who.flatMap((name, index) => (index === 0 ? [name] : [', ', name]))}`
    })
    return rich`• ${words.detail(detail)}:${shown}`
  })
}

/** What is asserted and denied has words of its own; figures and names are shown as they are. */
const valueWords = (value: string, { story }: Asking['words']) =>
  value === 'stated' || value === 'denied' ? story[value] : value

export function alikeLines({ alike }: Pick<StoryFile, 'alike'>, { words }: Asking): Rich[] {
  return alike.map(
    ({ story }) =>
      rich`• ${shorten(headlineOf(story.headline, words), alikeLength)} · ${words.sourcing[story.sourcing]}\n/story_${story.story}`,
  )
}

function decisionLines({ decisions }: StoryFile, asking: Asking): Rich[] {
  const { pair } = asking.words
  return decisions.map(({ kind, signals: [one, other] }, index) => {
    const said = kind === 'join' ? pair.joined : pair.parted
    return rich`${index + 1}. ${said}: ${nameTarget(one, asking)} ${kind === 'join' ? '＋' : '≠'} ${nameTarget(other, asking)}`
  })
}
