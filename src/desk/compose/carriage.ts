import { countedOrigins } from '../../lib/counted-origins.ts'
import type { Sentence } from '../../model/stub.ts'
import type { Story } from '../../model/story.ts'
import type { Telling } from './telling.ts'
import { capitalise, counted, listed, numeral } from './wording.ts'

const manners = [
  ['forward', 'is a forward', 'are forwards'],
  ['copy', 'is an unmarked copy', 'are unmarked copies'],
  ['translation', 'is a translation', 'are translations'],
  ['cite', 'cites another channel', 'cite another channel'],
] as const

/** How many channels carry a story, to how many origins that comes down, and how they took it over. */
export function describeCarriage(story: Story, tellings: readonly Telling[]): Sentence[] {
  const channels = channelCount(tellings)
  if (channels < 2) return []
  const origins = countedOrigins(story)
  const tracing =
    origins > 1
      ? `tracing to at most ${numeral(origins)} independent origins`
      : haveOneOrigin(story)
        ? `${channels === 2 ? 'both' : 'all'} tracing to one origin`
        : `${shareOrigins(channels)} and count as one source`
  const sentences = [
    `The ${reportNoun(story)} was carried by ${counted(channels, 'monitored channel')}, ${tracing}.`,
    describeManners(tellings),
    describeOwners(tellings),
  ]
  return sentences.filter((text) => text !== '').map((text) => ({ text, spans: [] }))
}

/** Where there are several, no two channels have it from different ones, or they would be counted. */
export const haveOneOrigin = ({ origins }: Story): boolean =>
  origins.filter(({ withdrawn }) => !withdrawn).length < 2

export const shareOrigins = (channels: number): string =>
  channels === 2 ? 'which have an origin in common' : 'any two of which have an origin in common'

export const channelCount = (tellings: readonly Telling[]): number =>
  new Set(tellings.map(({ channel }) => channel.id)).size

/** `statement`, `report`, …: what a story is called in running text. */
export const reportNoun = ({ event }: Pick<Story, 'event'>): string =>
  event === 'statement' ? 'statement' : 'report'

function describeManners(tellings: readonly Telling[]): string {
  const all = tellings.length
  const counts = manners.flatMap(([kind, one, many]) => {
    const count = tellings.filter(({ derives }) => derives?.kind === kind).length
    if (count === all) return `${all === 2 ? 'both' : `all ${numeral(all)}`} ${many}`
    return count === 0 ? [] : `${numeral(count)} ${count === 1 ? one : many}`
  })
  if (counts.length === 0) return ''
  const whole =
    counts.length === 1 &&
    !/^(?:one|two|three|four|five|six|seven|eight|nine|\d+) /.test(counts[0] ?? '')
  return whole
    ? `${capitalise(counts[0] ?? '')}.`
    : `Of the ${counted(all, 'post')}, ${listed(counts)}.`
}

/** Channels of one owner are one origin, however many carry it. */
function describeOwners(tellings: readonly Telling[]): string {
  const byOwner = new Map<string, Set<string>>()
  for (const { channel } of tellings) {
    if (channel.owner === undefined) continue
    const owned = byOwner.get(channel.owner) ?? new Set()
    byOwner.set(channel.owner, owned.add(channel.id))
  }
  const families = Array.from(byOwner.values(), ({ size }) => size).filter((size) => size > 1)
  return families
    .map((size) => `${ofChannels(size, channelCount(tellings))} have one owner and count as one.`)
    .join(' ')
}

const ofChannels = (some: number, all: number): string => {
  if (some < all) return `${capitalise(numeral(some))} of the channels`
  return all === 2 ? 'Both channels' : `All ${numeral(all)} channels`
}
