import type { Gap, GapKind } from '../../model/gap.ts'
import type { BlindPeriod } from '../../model/stub.ts'
import { stubNotes } from './stub-notes.ts'
import { deskWindow, localTime } from './window.ts'

/** More periods than these are summed up, and more channels of one period than these are counted. */
const mostPeriods = 4
const mostNamed = 3

export const gapWords: Readonly<Record<GapKind, string>> = {
  unread: 'not read yet',
  skipped: 'ids skipped: deleted, or the platform’s own notices',
  missed: 'posts missed',
  failed: 'source down',
  stopped: 'Intake was not running',
}

/**
 * The times in which the desk did not see what a story's channels may have posted, one line for those that
 * coincide. Gaps in ids that an outage of their channel explains are not told twice. Pure.
 */
export function describeBlind(
  gaps: readonly Gap[],
  look: { titleOf: (channel: string) => string; timezone: string },
): readonly BlindPeriod[] {
  const periods = new Map<string, Period>()
  for (const gap of gaps.filter((one) => !isExplained(one, gaps))) {
    const described = describePeriod(gap, look.timezone)
    const why = gapWords[gap.kind]
    const period = periods.get(`${described} ${why}`) ?? {
      gap,
      why,
      channels: new Set<string>(),
    }
    period.channels.add(
      gap.channel === undefined ? stubNotes.say('botChannels') : look.titleOf(gap.channel),
    )
    periods.set(`${described} ${why}`, period)
  }
  const all = [...periods.values()]
  const more = all.length - mostPeriods
  return [
    ...all.slice(0, mostPeriods).map((period) => ({
      words: describe(period, countChannels(period.channels.size), look.timezone),
      named: describe(period, listChannels([...period.channels]), look.timezone),
    })),
    ...(more > 0 ? [{ words: andMore(more), named: andMore(more) }] : []),
  ]
}

interface Period {
  /** The first of those that coincide. */
  gap: Gap
  why: string
  channels: Set<string>
}

function describe({ gap: { fromAt, toAt }, why }: Period, channels: string, timezone: string) {
  const told = { channels, gap: why }
  return toAt === undefined
    ? stubNotes.say('blindSince', { ...told, when: instant(fromAt, timezone) })
    : stubNotes.say('blind', { ...told, when: deskWindow(fromAt, toAt, timezone) })
}

/** `14:02–14:31`, or `since July 2, 23:50` where it lasts. */
export function describePeriod(
  { fromAt, toAt }: Pick<Gap, 'fromAt' | 'toAt'>,
  timezone: string,
): string {
  if (toAt !== undefined) return deskWindow(fromAt, toAt, timezone)
  return `since ${instant(fromAt, timezone)}`
}

function instant(at: string, timezone: string): string {
  const { month, day, clock } = localTime(at, timezone)
  return `${month} ${day}, ${clock}`
}

const isExplained = ({ kind, source, fromAt, toAt = fromAt }: Gap, gaps: readonly Gap[]) =>
  (kind === 'unread' || kind === 'missed') &&
  gaps.some(
    (other) =>
      other.ids === undefined &&
      other.source === source &&
      other.fromAt <= toAt &&
      (other.toAt ?? toAt) >= fromAt,
  )

const countChannels = (count: number) =>
  count === 1 ? 'a monitored channel' : `${count} monitored channels`

function listChannels(titles: readonly string[]): string {
  const more = titles.length - mostNamed
  const named = titles.slice(0, mostNamed).join(', ')
  return more > 0 ? stubNotes.say('moreChannels', { channels: named, count: more }) : named
}

const andMore = (count: number) =>
  stubNotes.say(count === 1 ? 'onePeriodMore' : 'morePeriods', { count })
