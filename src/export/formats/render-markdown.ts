import { stringify } from 'yaml'
import type { Stub } from '../../model/stub.ts'
import {
  capitalise,
  countSignals,
  longDate,
  sourcingLabels,
  stateLabels,
  strengthLabels,
} from './labels.ts'
import { type PublicStub, toPublic } from '../public.ts'
import { findRuns } from './quotation-runs.ts'

/** A stub's public part as Markdown with YAML front matter, in the order of the page. */
export function renderMarkdown(stub: Stub): string {
  const shown = toPublic(stub)
  const { kicker, sourceNote } = shown
  const prose = (text: string) => toProse(text, shown)
  const blocks = [
    `**${plain(kicker.beat)} · ${plain(kicker.form)} · ${plain(kicker.topic)}** · ${strengthLabels[shown.strength]}`,
    `# ${prose(shown.headline)}`,
    plain(shown.byline),
    `**${stateLabels[shown.state].toUpperCase()} · ${sourcingLabels[shown.sourcing]}**`,
    `Primary source: ${plain(sourceNote.primary)} · ${countSignals(sourceNote)} · Desk window ${sourceNote.window}`,
    '## TL;DR',
    shown.tldr.map(prose).join(' '),
    '## 01 · The dispatch',
    ...shown.body.map((paragraph) => paragraph.map(prose).join(' ')),
    ...disputes(shown),
    '## Related dispatches',
    related(shown),
    ...earlier(shown),
    ...bullets('Pictures that are not new', shown.oldPictures),
    ...bullets('What the desk did not see', shown.blind),
    '## 03 · Source and signal',
    shown.sources.map((line) => `- ${plain(line)}`).join('\n'),
    '## Desk accountability',
    plain(shown.accountability),
  ]
  return `---\n${frontMatter(shown)}---\n\n${blocks.join('\n\n')}\n`
}

function frontMatter(shown: PublicStub): string {
  const { headline, related: references, sourceNote, kicker } = shown
  return stringify(
    {
      title: headline,
      slug: shown.slug,
      stub: shown.stub,
      version: shown.version,
      state: shown.state,
      section: shown.section,
      kicker,
      strength: shown.strength,
      byline: shown.byline,
      lang: shown.lang,
      sourcing: shown.sourcing,
      sourceNote,
      notStated: shown.notStated,
      related: references,
      composedAt: shown.composedAt,
    },
    // Quoted, so that no reader takes 20:46 for a number or a date for anything but words.
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  )
}

export function disputes({ conflicts }: Pick<PublicStub, 'conflicts'>): string[] {
  if (conflicts.length === 0) return []
  const rows = conflicts.map(
    ({ detail, values }) => `| ${capitalise(plain(detail))} | ${values.map(plain).join(' / ')} |`,
  )
  return [['| Detail | Values given |', '| --- | --- |', ...rows].join('\n')]
}

export function related(shown: Pick<PublicStub, 'related'>): string {
  if (shown.related.length === 0) return 'No earlier dispatch on this.'
  return shown.related
    .map(({ date, headline, relation, url }) => {
      const title = plain(headline)
      const linked =
        url === undefined ? title : `[${title}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`
      return `- ${longDate(date)}: ${linked} (${relation})`
    })
    .join('\n')
}

function earlier(shown: PublicStub): string[] {
  if (shown.earlier.length === 0) return []
  const lines = shown.earlier.map(
    ({ date, headline, relation }) =>
      `- ${longDate(date)}: \u2068${plain(headline)}\u2069 (${relation})`,
  )
  return ['## Earlier on the desk', lines.join('\n')]
}

function bullets(title: string, told: readonly string[]): string[] {
  return told.length === 0 ? [] : [`## ${title}`, told.map((line) => `- ${plain(line)}`).join('\n')]
}

/** A right-to-left quotation is isolated, so that it does not turn the words around it. */
export const toProse = (text: string, shown: Pick<PublicStub, 'lang' | 'quotations'>): string =>
  findRuns(text, shown)
    .map(({ text: run, foreign }) =>
      foreign?.dir === 'rtl' ? `\u2068${plain(run)}\u2069` : plain(run),
    )
    .join('')

/** Words of a post stay words: nothing in them is markup, a link or a block. */
export const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
    .replace(/^(\s*)([-+=:])/u, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/u, '$1\\$2')
