import { findLoops } from '../../analysis/links/loops.ts'
import { deskOutlet } from '../../analysis/citations/outlets.ts'
import type { Link } from '../../model/link.ts'
import type { Conflict, Origin, Story } from '../../model/story.ts'
import { whoIs } from './attribution.ts'
import { channelCount, haveOneOrigin, reportNoun } from './carriage.ts'
import { describeWithdrawal } from './changes.ts'
import { detailName } from './disputes.ts'
import type { NameOutlet } from './outlet-name.ts'
import type { Telling } from './telling.ts'
import { capitalise, counted, listed, numeral } from './wording.ts'

export interface SourcingNote {
  /** For the body: one or two sentences. */
  note: string
  /** For the TL;DR: one sentence. */
  brief: string
  /** What is awaited; empty where there is nothing to await. */
  corroboration: string
}

/** How a story is sourced, worded for readers: never "sources" for one origin, independence as an upper bound. */
export function composeSourcingNote(
  story: Story,
  tellings: readonly Telling[],
  nameOutlet: NameOutlet,
  links: readonly Link[],
): SourcingNote {
  const note = noteOf(story, tellings, nameOutlet)
  const circles = circleSentences(links)
  return { ...note, note: [note.note, ...circles].join(' ') }
}

/** What goes round in a circle; it names nobody. */
function circleSentences(links: readonly Link[]): string[] {
  const own = new Set(links.filter(({ to }) => to === `out:${deskOutlet}`).map(({ from }) => from))
  return [
    ...(findLoops(links).length === 0
      ? []
      : ['Some of the channels cite each other; such circular reports confirm nothing.']),
    ...(own.size === 0
      ? []
      : [
          `${capitalise(counted(own.size, 'signal'))} ${own.size === 1 ? 'repeats' : 'repeat'} this desk's own dispatch and ${own.size === 1 ? 'is' : 'are'} not counted.`,
        ]),
  ]
}

function noteOf(story: Story, tellings: readonly Telling[], nameOutlet: NameOutlet): SourcingNote {
  const noun = reportNoun(story)
  const standing = story.origins.filter(({ withdrawn }) => !withdrawn)
  const disputed = listed(story.conflicts.map(({ detail }) => detailName(detail)))
  switch (story.sourcing) {
    case 'withdrawn': {
      const { text } = describeWithdrawal(story, tellings)
      return { note: text, brief: text, corroboration: '' }
    }
    case 'corroborated':
      return {
        note: `The ${noun} rests on at most ${independent(standing)}; no link between them was found.`,
        brief: `It rests on at most ${independent(standing)} among ${counted(channelCount(tellings), 'monitored channel')}; no link between them was found.`,
        corroboration:
          'The origins appear to corroborate one another; a link found later would lower their number.',
      }
    case 'contested':
      return {
        note: `The ${noun} rests on at most ${independent(standing)}, which disagree on ${disputed}; no link between them was found.`,
        brief: `At most ${independent(standing)} report it, and they disagree on ${listed(story.conflicts.map(disputeWithValues))}.`,
        corroboration: `Clarification of ${disputed} is awaited.`,
      }
    default:
      return singleSource(
        story,
        tellings,
        haveOneOrigin(story) ? nameOrigin(standing[0], tellings, nameOutlet) : undefined,
      )
  }
}

function singleSource(
  story: Story,
  tellings: readonly Telling[],
  named: string | undefined,
): SourcingNote {
  const source = named === undefined ? 'a single source' : `a single source (${named})`
  const channels = channelCount(tellings)
  const carriers = `${channels === 2 ? 'Both' : `All ${numeral(channels)}`} monitored channels that carry it`
  const brief =
    channels > 1
      ? haveOneOrigin(story)
        ? `${carriers} trace to ${source}, and no independent corroboration was found.`
        : `${carriers} count as one source, since ${channels === 2 ? 'they' : 'any two of them'} have an origin in common, and no independent corroboration was found.`
      : `It is attributed to ${source}, and no independent corroboration was found.`
  return {
    note: `The ${reportNoun(story)} is attributed to ${source} and remains unverified by other independent channels.`,
    brief,
    corroboration: 'Corroboration is awaited.',
  }
}

/** An origin that may be named: a cited outlet, or a channel by the desk's permission. */
function nameOrigin(
  origin: Origin | undefined,
  tellings: readonly Telling[],
  nameOutlet: NameOutlet,
): string | undefined {
  if (origin?.origin.startsWith('out:')) {
    return `${nameOutlet(origin.origin.slice(4))}, as cited by ${channelCount(tellings) === 1 ? 'the channel' : 'the channels'}`
  }
  const channel = tellings.find(({ channel: { id } }) => origin?.origin === `ch:${id}`)?.channel
  return channel?.nameable ? whoIs(channel) : undefined
}

const disputeWithValues = ({ detail, values }: Conflict) =>
  detail === 'confirmed or denied'
    ? detailName(detail)
    : `${detailName(detail)} (${listed(
        values.map(({ value }) => value),
        'or',
      )})`

const independent = (origins: readonly Origin[]) => counted(origins.length, 'independent origin')
