import type { Paragraph, Quotation } from '../../model/stub.ts'
import type { Story } from '../../model/story.ts'
import { derivationOf, whoIs } from './attribution.ts'
import { languageName } from './languages.ts'
import { type Lead, openingOf } from './lead.ts'
import { quoted, type Report, reportOn } from './report.ts'
import type { Telling } from './telling.ts'

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

/** What the lead's source said before and after, what it derives from, and what other origins say. */
export function composeAdditions(
  story: Story,
  lead: Lead,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Added {
  const own = ownPosts(lead, tellings)
  const reports = [
    ...fromOriginal(lead, tellings, when),
    ...own.map((telling) => ownReport(telling, lead, tellings, when)),
    ...otherOrigins(story, lead, tellings)
      .filter((telling) => !own.includes(telling))
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

/** What the lead's channel said before and after in its own words; its first post where it was updated. */
function ownPosts({ telling }: Lead, tellings: readonly Telling[]): Telling[] {
  const own = tellings.filter(
    ({ channel, extracts, derives }) =>
      channel.id === telling.channel.id && extracts.length > 0 && derives === undefined,
  )
  const earlier = own.filter(({ signal }) => signal.at < telling.signal.at).slice(0, 1)
  const later = own.filter(({ signal }) => signal.at > telling.signal.at).slice(0, mostUpdates)
  return [...earlier, ...later]
}

function ownReport(
  telling: Telling,
  lead: Lead,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Report {
  const { at } = telling.signal
  const time = at < lead.telling.signal.at ? `earlier, ${when(at)}` : when(at)
  const manner = { who: 'the same channel', when: time, derivation: '' }
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
