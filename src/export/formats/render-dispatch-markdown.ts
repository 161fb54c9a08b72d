import { stringify } from 'yaml'
import { countSignals, kindLabels, sourcingLabels, strengthLabels } from './labels.ts'
import { correctionNotice } from './notices.ts'
import type { PublicDispatch } from '../public.ts'
import { disputes, plain, related, toProse } from './render-markdown.ts'

/** An edition as Markdown with YAML front matter, as static sites take posts: a draft, always. */
export function renderDispatchMarkdown(shown: PublicDispatch): string {
  const prose = (text: string) => toProse(text, shown)
  const { kind, kicker, sourceNote } = shown
  const paragraphs = shown.body.map((paragraph) => paragraph.map(prose).join(' '))
  const blocks =
    kind === 'kill'
      ? [`**${kindLabels.kill}**`, ...paragraphs]
      : [
          ...(kind === 'correction' ? [`*${correctionNotice}*`] : []),
          `**${plain(kicker.beat)} · ${plain(kicker.form)} · ${plain(kicker.topic)}** · ${strengthLabels[shown.strength]}`,
          plain(shown.byline),
          `**${sourcingLabels[shown.sourcing]}**`,
          `Primary source: ${plain(sourceNote.primary)} · ${countSignals(sourceNote)} · Desk window ${sourceNote.window}`,
          '## TL;DR',
          shown.tldr.map(prose).join(' '),
          '## The dispatch',
          ...paragraphs,
          ...disputes(shown),
          ...(shown.related.length === 0 ? [] : ['## Related dispatches', related(shown)]),
          '## Source and signal',
          shown.sources.map((line) => `- ${plain(line)}`).join('\n'),
          '## Desk accountability',
          plain(shown.accountability),
        ]
  return `---\n${frontMatter(shown)}---\n\n${blocks.join('\n\n')}\n`
}

/** The keys that static site generators know, then the desk's own. */
function frontMatter(shown: PublicDispatch): string {
  const { kicker, kind } = shown
  return stringify(
    {
      title: shown.headline,
      slug: shown.slug,
      date: shown.at,
      draft: true,
      lang: shown.lang,
      author: shown.byline,
      categories: [kicker.beat],
      tags: [kicker.topic, kicker.form],
      ...(kind === 'kill' ? {} : { description: shown.tldr.join(' ') }),
      dispatch: shown.dispatch,
      edition: shown.edition,
      kind,
      strength: shown.strength,
      sourcing: shown.sourcing,
    },
    // Quoted, so that no reader takes 20:46 for a number or a date for anything but words.
    { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
  )
}
