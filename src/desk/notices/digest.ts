import type { Story } from '../../model/story.ts'
import type { NoticeContent } from '../../model/watch.ts'
import { factsOf } from './watch-notices.ts'
import { localTime } from '../compose/window.ts'

/** A desk that was off when its digest was due still sends it for so long. */
const lateMinutes = 60
const minuteMs = 60_000
const dayMs = 86_400_000
const mostStories = 12

/** The window that a digest is due for now: from the time of the one before to its own; undefined where none is due. */
export function dueDigest(
  now: string,
  times: readonly string[],
  timezone: string,
): { since: string; until: string } | undefined {
  const minute = Math.floor(Date.parse(now) / minuteMs) * minuteMs
  const isTime = (at: number) =>
    times.includes(localTime(new Date(at).toISOString(), timezone).clock)
  const until = findBack(minute, lateMinutes, isTime)
  if (until === undefined) return undefined
  const since = findBack(until - minuteMs, dayMs / minuteMs, isTime) ?? until - dayMs
  return { since: new Date(since).toISOString(), until: new Date(until).toISOString() }
}

function findBack(
  from: number,
  minutes: number,
  isTime: (at: number) => boolean,
): number | undefined {
  for (let back = 0; back <= minutes; back++) {
    const at = from - back * minuteMs
    if (isTime(at)) return at
  }
  return undefined
}

/** The stories of a window that most channels and origins carried, the best sourced first. */
export function composeDigest(
  stories: readonly Story[],
  { since, until }: { since: string; until: string },
): Extract<NoticeContent, { kind: 'digest' }> {
  const facts = stories
    .map(factsOf)
    .sort((a, b) => b.origins - a.origins || b.channels - a.channels)
  return {
    kind: 'digest',
    since,
    until,
    stories: facts.slice(0, mostStories),
    more: Math.max(0, facts.length - mostStories),
  }
}
