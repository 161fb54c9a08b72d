import { ageBetween } from '../../lib/age.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Picture, PictureReturn } from '../../model/picture.ts'
import type { OldPicture } from '../../model/stub.ts'
import type { Story } from '../../model/story.ts'
import { stubNotes } from './stub-notes.ts'
import { localTime } from './window.ts'

/** Pictures of one affair go round for a day; what is older than that stood under something else. */
const oldAfterMs = 86_400_000
/** One that was in more stories than these is an emblem, a map or a portrait, and shows no event. */
const mostStories = 4
const mostTold = 4

/**
 * The pictures of a story that stood under another report before it, a line for each, the oldest first. Says
 * nothing of those that are posted again and again. Pure.
 */
export function describeOldPictures(
  story: Pick<Story, 'story' | 'signals' | 'firstAt'>,
  pictures: ReadonlyMap<SignalKey, readonly Picture[]>,
  look: { titleOf: (channel: string) => string; timezone: string },
): readonly OldPicture[] {
  const old = story.signals.flatMap((signal) =>
    (pictures.get(signal) ?? []).flatMap(({ returned }) =>
      returned !== undefined && isOld(returned, story) ? [{ signal, returned }] : [],
    ),
  )
  return old
    .toSorted((a, b) => (a.returned.at < b.returned.at ? -1 : 1))
    .filter(
      ({ returned }, at, all) =>
        all.findIndex((other) => other.returned.signal === returned.signal) === at,
    )
    .slice(0, mostTold)
    .map(({ signal, returned }) => ({ signal, ...wordsOf(signal, returned, story.firstAt, look) }))
}

function isOld(
  { signal, at, story: elsewhere, stories }: PictureReturn,
  { story, signals, firstAt }: Pick<Story, 'story' | 'signals' | 'firstAt'>,
): boolean {
  return (
    elsewhere !== story &&
    !signals.includes(signal) &&
    stories <= mostStories &&
    Date.parse(firstAt) - Date.parse(at) > oldAfterMs
  )
}

function wordsOf(
  signal: SignalKey,
  { signal: first, at, story, mirrored }: PictureReturn,
  firstAt: string,
  { titleOf, timezone }: { titleOf: (channel: string) => string; timezone: string },
) {
  const { month, day, year } = localTime(at, timezone)
  const turned = mirrored ? ', mirrored' : ''
  const date = `${month} ${day}, ${year}`
  const age = ageBetween(at, firstAt)
  return {
    words: `A picture is not new: it was posted on ${date}, ${age} before this report, under another one${turned}.`,
    named: stubNotes.say(mirrored ? 'mirroredPicture' : 'oldPicture', {
      post: signal,
      title: titleOf(channelOf(first)),
      date,
      age,
      place: story === undefined ? first : stubNotes.say('inStory', { post: first, story }),
    }),
  }
}

const channelOf = (key: SignalKey) => key.slice(0, key.lastIndexOf('/'))
