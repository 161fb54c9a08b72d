import type { Paragraph, Quotation } from '../model/stub.ts'
import type { Story } from '../model/story.ts'
import { derivationOf, whoIs } from './attribution.ts'
import { languageName } from './languages.ts'
import { type Lead, openingOf } from './lead.ts'
import { quoted, type Report, reportOn } from './report.ts'
import type { Telling } from './telling.ts'
import { capitalise } from './wording.ts'

/** A stub is a draft, not a digest: further ones are only counted. */
const mostOthers = 4
const mostUpdates = 2

export interface Added {
  sentences: Paragraph
  quotations: readonly Quotation[]
}

/** The earliest telling of each origin that the lead does not rest on, in the story's order. */
export function otherOrigins(story: Story, lead: Lead, tellings: readonly Telling[]): Telling[] {
  const { key } = lead.telling.signal
  const others = story.origins
    .filter(({ signals }) => !signals.includes(key))
    .flatMap(({ signals }) => {
      const held = tellings.filter(({ signal }) => signals.includes(signal.key))
      return held.find(({ derives }) => derives === undefined) ?? held[0] ?? []
    })
  return Array.from(new Set(others)).filter(({ extracts }) => extracts.length > 0)
}

/** What the lead's source adds later, what it derives from, and what other origins say. */
export function composeAdditions(
  story: Story,
  lead: Lead,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Added {
  const reports = [
    ...fromOriginal(lead, tellings, when),
    ...laterPosts(lead, tellings).map((telling) => laterReport(telling, tellings, when)),
    ...otherOrigins(story, lead, tellings)
      .slice(0, mostOthers)
      .map((telling) => otherReport(telling, lead, tellings, when)),
  ]
  return {
    sentences: reports.map(({ sentence }) => sentence),
    quotations: reports.flatMap(({ quotations }) => quotations),
  }
}

/** A lead that was translated is shown beside the words it was translated from. */
function fromOriginal(
  { telling }: Lead,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Report[] {
  if (telling.derives?.kind !== 'translation') return []
  const original = tellings.find(({ signal }) => signal.key === telling.derives?.to)
  if (original === undefined || original.extracts.length === 0) return []
  const language = languageName(original.signal.lang)
  const lead = `The earlier post, made ${when(original.signal.at)}, reads in ${language}: `
  return [quoted(original, openingOf(original, tellings).opening, lead)]
}

function laterPosts({ telling }: Lead, tellings: readonly Telling[]): Telling[] {
  return tellings
    .filter(
      ({ channel, signal }) => channel.id === telling.channel.id && signal.at > telling.signal.at,
    )
    .filter(({ extracts, derives }) => extracts.length > 0 && derives === undefined)
    .slice(0, mostUpdates)
}

function laterReport(
  telling: Telling,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Report {
  const manner = { who: 'the same channel', when: when(telling.signal.at), derivation: '' }
  return reportOn(telling, openingOf(telling, tellings).opening, manner)
}

function otherReport(
  telling: Telling,
  lead: Lead,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Report {
  const same = telling.channel.id === lead.telling.channel.id
  return reportOn(telling, openingOf(telling, tellings).opening, {
    who: same ? 'the same channel' : whoIs(telling.channel, 'another'),
    when: when(telling.signal.at),
    derivation: derivationOf(telling, tellings),
  })
}

/** A second mention of who said it: `The channel`, or its name. */
export const whoAgain = ({ channel }: Telling): string =>
  channel.nameable ? capitalise(whoIs(channel)) : 'The channel'
