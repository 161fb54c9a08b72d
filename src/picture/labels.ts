import type { LinkKind } from '../model/link.ts'
import type { Sourcing } from '../model/story.ts'

/** The kinds of link that a picture shows: who took it from whom. */
export type TieKind = Exclude<LinkKind, 'variant'>

/** All words of a picture in one language. */
export interface PictureLabels {
  /** BCP 47, for dates. */
  locale: string
  story: (number: number) => string
  times: (timezone: string) => string
  counts: (origins: number, channels: number, signals: number) => string
  sourcing: Readonly<Record<Sourcing, string>>
  /** One sentence for a reader who does not know the word. */
  meaning: Readonly<Record<Sourcing, string>>
  /** What the taker of a link did. */
  kinds: Readonly<Record<TieKind, string>>
  /** In the place of a headline. */
  noWords: string
  /** Stands beside the names of origins. */
  origin: string
  withdrawn: string
  edited: string
  deleted: string
  seemsDeleted: string
  /** Of an outlet that posts cite. */
  notMonitored: string
  /** Of a channel none of whose posts is shown: what it said is known by those who took it. */
  notStored: string
  /** Of a post that stands in another story. */
  elsewhere: string
  timeUnknown: string
  severalPosts: string
  owner: (name: string) => string
  /** Channels without a row of their own; `name` is whom they took it from, themselves or through others. */
  moreTakers: (channels: number, name: string) => string
  /** Channels without a row of their own that took it from nobody shown, and how many origins are among them. */
  moreOthers: (channels: number, origins: number) => string
  /** Links without a line of their own, where all lines would be a thicket. */
  moreLinks: (links: number) => string
  /** Time left out of the axis. */
  gap: (seconds: number) => string
  gapNote: string
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** A length of time in its largest unit of which it has at least two, rounded. */
export function inLargestUnit(seconds: number): {
  count: number
  unit: 'minute' | 'hour' | 'day' | 'month' | 'year'
} {
  const minutes = seconds / 60
  const days = minutes / 1440
  const months = days / (365.25 / 12)
  if (months >= 24) return { count: Math.round(months / 12), unit: 'year' }
  if (months >= 2) return { count: Math.round(months), unit: 'month' }
  if (days >= 2) return { count: Math.round(days), unit: 'day' }
  if (minutes >= 120) return { count: Math.round(minutes / 60), unit: 'hour' }
  return { count: Math.max(1, Math.round(minutes)), unit: 'minute' }
}

const shortUnits = { minute: 'min', hour: 'h', day: 'd', month: 'mo', year: 'y' } as const

export const englishLabels: PictureLabels = {
  locale: 'en-GB',
  story: (number) => `Story ${number}`,
  times: (timezone) => `times in ${timezone}`,
  counts: (origins, channels, signals) =>
    [counted(origins, 'origin'), counted(channels, 'channel'), counted(signals, 'signal')].join(
      ' · ',
    ),
  sourcing: {
    'single-source': 'single-source',
    echoed: 'echoed',
    corroborated: 'corroborated',
    contested: 'contested',
    withdrawn: 'withdrawn',
  },
  meaning: {
    'single-source': 'One origin, and one channel carries it.',
    echoed: 'Several channels carry it, and all have it from one origin.',
    corroborated: 'Origins that have nothing from each other, as far as was found, tell it.',
    contested: 'Origins that have nothing from each other disagree on a detail.',
    withdrawn: 'Every origin deleted it or took it back.',
  },
  kinds: {
    forward: 'forwarded',
    copy: 'copied',
    cite: 'cited',
    translation: 'translated',
  },
  noWords: '(no words)',
  origin: 'origin',
  withdrawn: 'withdrawn',
  edited: 'edited',
  deleted: 'deleted',
  seemsDeleted: 'seems deleted',
  notMonitored: 'not monitored',
  notStored: 'its post is not stored',
  elsewhere: 'in another story',
  timeUnknown: 'time not known',
  severalPosts: 'several posts',
  owner: (name) => `owner: ${name}`,
  moreTakers: (channels, name) =>
    `and ${counted(channels, 'more channel')} that took it from ${name}`,
  moreOthers: (channels, origins) =>
    origins === 0
      ? `and ${counted(channels, 'more channel')} that took it from none of these`
      : `and ${counted(channels, 'more channel')} with ${counted(origins, 'more origin')}`,
  moreLinks: (links) => `${counted(links, 'more link')} without a line`,
  gap: (seconds) => {
    const { count, unit } = inLargestUnit(seconds)
    return `${count} ${shortUnits[unit]}`
  },
  gapNote: 'time left out',
}
