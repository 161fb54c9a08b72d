import { contentHtml, contentText } from './content-html.ts'
import type { FeedOptions } from './formats.ts'
import { kindLabels } from './labels.ts'
import { markup, toText, trusted } from '../../lib/markup.ts'
import { withdrawalNotice } from './notices.ts'
import type { PublicDispatch } from '../public.ts'
import { toJson, uriOf } from './render-ninjs.ts'

/** Newest first; of each dispatch the last edition only. Those withdrawn stay as notices: readers keep what they took. */
function standing(dispatches: readonly PublicDispatch[]): PublicDispatch[] {
  const last = new Map<string, PublicDispatch>()
  for (const dispatch of dispatches)
    if ((last.get(dispatch.dispatch)?.edition ?? 0) <= dispatch.edition)
      last.set(dispatch.dispatch, dispatch)
  return Array.from(last.values()).sort(
    (a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0) || (a.dispatch < b.dispatch ? -1 : 1),
  )
}

const titleOf = ({ kind, headline }: PublicDispatch): string =>
  kind === 'kill' ? `${kindLabels.kill}: ${headline}` : headline

const summaryOf = ({ kind, tldr }: PublicDispatch): string =>
  kind === 'kill' ? withdrawalNotice : tldr.join(' ')

const publishedAt = (shown: PublicDispatch, { firstAt }: FeedOptions): string =>
  firstAt?.get(shown.dispatch) ?? shown.at

/** JSON Feed 1.1. */
export function renderJsonFeed(
  dispatches: readonly PublicDispatch[],
  options: FeedOptions,
): string {
  return toJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: options.title,
    ...(options.site === undefined ? {} : { home_page_url: options.site }),
    items: standing(dispatches).map((shown) => ({
      id: uriOf(shown.dispatch),
      title: titleOf(shown),
      content_html: contentHtml(shown),
      content_text: contentText(shown),
      summary: summaryOf(shown),
      date_published: publishedAt(shown, options),
      date_modified: shown.at,
      authors: [{ name: shown.byline }],
      tags: [shown.kicker.beat, shown.kicker.topic, shown.kicker.form],
      language: shown.lang,
    })),
  })
}

/** RSS 2.0; the words of each dispatch whole in its description. */
export function renderRss(dispatches: readonly PublicDispatch[], options: FeedOptions): string {
  const newest = standing(dispatches)
  const items = newest.map(
    (shown) => markup`<item>
<title>${titleOf(shown)}</title>
<guid isPermaLink="false">${uriOf(shown.dispatch)}</guid>
<pubDate>${new Date(publishedAt(shown, options)).toUTCString()}</pubDate>
<dc:creator>${shown.byline}</dc:creator>
${[shown.kicker.beat, shown.kicker.topic, shown.kicker.form].map((term) => markup`<category>${term}</category>\n`)}<description>${contentHtml(shown)}</description>
</item>
`,
  )
  const built = newest[0] === undefined ? undefined : new Date(newest[0].at).toUTCString()
  return toText(markup`${trusted('<?xml version="1.0" encoding="UTF-8"?>')}
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${options.title}</title>
<link>${options.site ?? 'about:blank'}</link>
<description>${options.title}</description>
${built === undefined ? '' : markup`<lastBuildDate>${built}</lastBuildDate>\n`}${items}</channel>
</rss>
`)
}
