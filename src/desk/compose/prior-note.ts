import type { DeskConfig } from '../../config/schema.ts'
import type { Story } from '../../model/story.ts'
import type { PriorRef, PriorRelation, Sentence } from '../../model/stub.ts'
import { reportNoun } from './carriage.ts'
import { monthDay } from './window.ts'

/** What the desk has reported before on this, with dates: one sentence for each relation. */
export function describePrior(
  story: Story,
  prior: readonly PriorRef[],
  desk: DeskConfig,
  nowAt: string,
): Sentence[] {
  const of = (relation: PriorRelation) =>
    prior.filter((reference) => reference.relation === relation)
  const dates = (references: readonly PriorRef[]) =>
    Array.from(new Set(references.map(({ date }) => monthDay(date, nowAt, desk.timezone)))).join(
      ', ',
    )
  const noun = reportNoun(story)
  const repeated = of('repeats')
  const updated = of('updates')
  const contradicted = of('contradicts')
  const headlineOf = (references: readonly PriorRef[]) =>
    `“${(references.at(-1)?.headline ?? '').replace(/(?<![.\s])[.\s]+$/u, '')}”`
  const sentences = [
    repeated.length > 0 &&
      `This is not the first such ${noun}, as ${desk.name} has reported (${dates(repeated)}): ${repeated.length > 1 ? 'the latest earlier dispatch' : 'the earlier dispatch'} was headlined ${headlineOf(repeated)}.`,
    updated.length > 0 &&
      `The ${noun} updates what ${desk.name} has reported (${dates(updated)}): ${headlineOf(updated)}.`,
    contradicted.length > 0 &&
      `The ${noun} contradicts what ${desk.name} has reported (${dates(contradicted)}): ${headlineOf(contradicted)}. The earlier dispatch may need a correction.`,
  ]
  return sentences.flatMap((text) => (text === false ? [] : [{ text, spans: [] }]))
}
