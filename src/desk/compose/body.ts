import type { DeskConfig } from '../../config/schema.ts'
import type { PriorRef, Paragraph, Quotation, Sentence } from '../../model/stub.ts'
import type { Story } from '../../model/story.ts'
import { derivationOf, whoIs } from './attribution.ts'
import { describeCarriage } from './carriage.ts'
import { describeChanges, describeWithdrawal } from './changes.ts'
import { describeDisputes } from './disputes.ts'
import { describeLaterFigures } from './later-figures.ts'
import type { Lead } from './lead.ts'
import { composeAdditions } from './other-origins.ts'
import { describePrior } from './prior-note.ts'
import { isPlain, quoted, quoteFrom, type Report, reportOn } from './report.ts'
import { describeReturn } from './return-note.ts'
import type { SourcingNote } from './sourcing-note.ts'
import type { Telling } from './telling.ts'
import { listed } from './wording.ts'
import { onDay } from './window.ts'

/** Sentences quoted from the rest of the lead post. */
const mostFollowing = 2

export interface BodyParts {
  story: Story
  lead: Lead | undefined
  tellings: readonly Telling[]
  prior: readonly PriorRef[]
  desk: DeskConfig
  sourcing: SourcingNote
  composedAt: string
}

/** The dispatch: what is said and by whom, what others add, what differs, what came before, what is not known. */
export function composeBody(parts: BodyParts): {
  body: Paragraph[]
  quotations: Quotation[]
} {
  const { story, lead, tellings, prior, desk, composedAt } = parts
  const when = (at: string) => onDay(at, composedAt, desk.timezone)
  const opening =
    lead === undefined ? [wordless(tellings, when)] : composeLead(lead, tellings, when)
  const added =
    lead === undefined
      ? { sentences: [], quotations: [] }
      : composeAdditions(story, lead, tellings, when)
  const later = lead === undefined ? [] : describeLaterFigures(story, tellings, lead.telling, when)
  const withdrawal = story.sourcing === 'withdrawn' ? [describeWithdrawal(story, tellings)] : []
  const paragraphs: Paragraph[] = [
    withdrawal,
    describeReturn(story, desk.timezone),
    opening.map(({ sentence }) => sentence),
    [...added.sentences, ...describeCarriage(story, tellings)],
    [...later, ...describeDisputes(story, tellings)],
    describePrior(story, prior, desk, composedAt),
    [...describeChanges(story, tellings, lead?.telling, when), ...closing(parts)],
  ]
  return {
    body: paragraphs.filter((paragraph) => paragraph.length > 0),
    quotations: [...opening.flatMap(({ quotations }) => quotations), ...added.quotations],
  }
}

function composeLead(
  lead: Lead,
  tellings: readonly Telling[],
  when: (at: string) => string,
): Report[] {
  const { telling, opening, rest } = lead
  const manner = {
    who: whoIs(telling.channel),
    when: when(telling.signal.at),
    derivation: derivationOf(telling, tellings),
  }
  const following = rest.slice(0, mostFollowing)
  const [first] = opening
  const reportable = !telling.foreign && opening.length === 1 && first && isPlain(first)
  if (!reportable) return [quoteFrom(telling, [...opening, ...following], manner)]
  const report = reportOn(telling, opening, manner)
  return following.length === 0
    ? [report]
    : [report, quoted(telling, following, 'The channel added: ')]
}

function wordless(tellings: readonly Telling[], when: (at: string) => string): Report {
  const [first] = tellings
  const kind = first?.signal.media[0]?.kind.replace('-', ' ')
  const what =
    kind === undefined ? 'a link or a sign' : `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`
  const text =
    first === undefined
      ? 'None of the posts this rests on is at hand.'
      : `A monitored channel posted ${what} and no words ${when(first.signal.at)}.`
  return { sentence: { text, spans: [] }, quotations: [] }
}

/** What is not stated and how it is sourced; a withdrawn story has said so at its head. */
function closing({ story, sourcing }: BodyParts): Sentence[] {
  if (story.sourcing === 'withdrawn') return []
  const missing =
    story.notStated.length === 0
      ? []
      : [`No further details — ${listed(story.notStated, 'or')} — have been given.`]
  return [...missing, sourcing.note, sourcing.corroboration]
    .filter((text) => text !== '')
    .map((text) => ({ text, spans: [] }))
}
