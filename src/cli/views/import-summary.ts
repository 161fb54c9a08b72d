import type { ImportTotals } from '../../jobs/import-file.ts'
import type { Sourcing } from '../../model/story.ts'
import type { Paint } from '../terminal/paint.ts'
import { plainLine } from '../../lib/terminal-text.ts'
import { sourcings } from './sourcing.ts'

export interface ImportSummary extends ImportTotals {
  files: number
  /** Posts read, checked and stored a second. */
  readPerSecond: number
  /** Signals judged, and how many a second. */
  judged: number
  judgedPerSecond: number
  drafted: number
  seconds: number
  /** All stories of the database by sourcing. */
  stories: Readonly<Record<Sourcing, number>>
  /** The last quarantined pieces of this import. */
  reasons: readonly { source: string; place: string; reason: string; detail: string }[]
}

const number = (count: number) => count.toLocaleString('en')

/** `9 single-source · 4 echoed`, leaving out what there is none of. */
export function renderSourcings(stories: Readonly<Record<Sourcing, number>>): string {
  const some = sourcings.filter((sourcing) => stories[sourcing] > 0)
  const words = some.map((sourcing) => `${number(stories[sourcing])} ${sourcing}`)
  return `Stories: ${words.join(' · ') || 'none'}\n`
}

/** What an import did, for a person. */
export function renderImport(summary: ImportSummary, paint: Paint): string {
  const { stored, revised, deleted, unchanged, quarantined, judged, drafted, reasons } = summary
  const read = [
    `${number(stored)} stored`,
    ...(revised > 0 ? [`${number(revised)} edited`] : []),
    ...(deleted > 0 ? [`${number(deleted)} deleted`] : []),
    `${number(unchanged)} unchanged`,
    quarantined > 0 ? paint('yellow', `${number(quarantined)} quarantined`) : '0 quarantined',
  ]
  const more = quarantined - reasons.length
  // One file needs no name at every line.
  const whereOf = ({ source, place }: ImportSummary['reasons'][number]) =>
    plainLine(summary.files > 1 ? `${source.replace(/^file:/, '')}, ${place}` : place)
  return [
    `${read.join(' · ')}  ${paint('dim', `${number(summary.readPerSecond)} posts/s`)}\n`,
    ...reasons.map(
      (entry) => `    ${whereOf(entry)}: ${entry.reason}. ${plainLine(entry.detail)}\n`,
    ),
    ...(reasons.length > 0 && more > 0 ? [`    … and ${number(more)} more, see \`stats\`\n`] : []),
    judged === 0
      ? 'Nothing to judge\n'
      : `${number(judged)} judged · ${number(drafted)} drafted  ${paint('dim', `${number(summary.judgedPerSecond)} signals/s, ${summary.seconds} s in all`)}\n`,
    renderSourcings(summary.stories),
  ].join('')
}
