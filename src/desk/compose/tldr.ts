import type { Sentence } from '../../model/stub.ts'
import type { Story } from '../../model/story.ts'
import { whoIs } from './attribution.ts'
import type { Lead } from './lead.ts'
import { languageName } from './languages.ts'
import { asClause, isPlain, quoted, spanOf } from './report.ts'
import type { SourcingNote } from './sourcing-note.ts'
import type { Telling } from './telling.ts'
import { capitalise } from './wording.ts'

/** Two sentences: what is said and by whom, and how it is sourced; withdrawal comes first. */
export function composeTldr(story: Story, lead: Lead | undefined, note: SourcingNote): Sentence[] {
  const sourcing = { text: note.brief, spans: [] }
  if (lead === undefined) {
    const text = 'The posts this rests on hold no words that can be quoted.'
    return [{ text, spans: [] }, sourcing]
  }
  const withdrawn = story.sourcing === 'withdrawn'
  return withdrawn ? [sourcing, claim(lead, true)] : [claim(lead, false), sourcing]
}

/** Its words now are what is left, not what was claimed. */
const rewritten = ({ signal }: Telling) => signal.revision > 0 && signal.deletedAt === undefined

function claim({ telling, opening }: Lead, past: boolean): Sentence {
  const who = whoIs(telling.channel)
  const [first] = opening
  if (
    !telling.foreign &&
    opening.length === 1 &&
    !(past && rewritten(telling)) &&
    first !== undefined &&
    isPlain(first)
  ) {
    const text = past
      ? `${asClause(first.text)} ${who} had reported.`
      : `${asClause(first.text)} according to ${who}.`
    return { text, spans: [spanOf(telling, first)] }
  }
  const inLanguage = telling.foreign ? `, in ${languageName(telling.signal.lang)}` : ''
  if (past && rewritten(telling))
    return quoted(telling, opening, `The post now reads${inLanguage}: `).sentence
  const said = past ? 'had reported' : 'reports'
  return quoted(telling, opening, `${capitalise(who)} ${said}${inLanguage}: `).sentence
}
