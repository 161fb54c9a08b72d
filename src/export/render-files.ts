import type { TargetConfig } from '../config/export-target.ts'
import { articleHtml } from './article-html.ts'
import type { Version } from './target.ts'

/** What a folder holds of each dispatch. */
export const fileNames = ['dispatch.json', 'article.html'] as const

export function renderFiles(version: Version): Record<(typeof fileNames)[number], string> {
  return {
    'dispatch.json': `${JSON.stringify(describe(version), null, 2)}\n`,
    'article.html': articleHtml(version.content),
  }
}

/** A version as JSON for other programs; nothing of the desk's own numbers. */
export function describe({ dispatch, edition, kind, slug, content }: Version): object {
  const { section, kicker, strength, headline, byline, lang, sourceNote, tldr, body } = content
  const { quotations, notStated, sourcing, conflicts, related, sources, accountability } = content
  const head = { dispatch, edition, kind, slug, section, kicker, strength, headline, byline, lang }
  const text = { tldr, body, quotations, notStated, sourcing, conflicts, related }
  return { ...head, sourceNote, ...text, sources, accountability, composedAt: content.composedAt }
}

type Mapping = Extract<TargetConfig, { kind: 'superdesk' }>['mapping']

/** An item of Superdesk's flat ninjs; `withheld` until a person of its desk publishes it. */
export function renderSuperdesk(
  { content, dispatch, edition, kind, slug }: Version,
  { beats, topics, forms }: Mapping,
): string {
  const { beat, topic, form } = content.kicker
  const coded = (codes: Readonly<Record<string, string>>, name: string) => {
    const code = codes[name]
    return code === undefined ? [] : [{ code, name }]
  }
  return JSON.stringify({
    guid: dispatch,
    version: String(edition),
    type: 'text',
    pubstatus: kind === 'kill' ? 'canceled' : 'withheld',
    language: content.lang,
    versioncreated: content.composedAt,
    headline: content.headline,
    slugline: slug,
    byline: content.byline,
    description_text: content.tldr.join(' '),
    body_html: articleHtml(content),
    subject: [...coded(beats, beat), ...coded(topics, topic)],
    genre: coded(forms, form),
  })
}
