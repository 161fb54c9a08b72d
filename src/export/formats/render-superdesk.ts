import { contentHtml, contentText } from './content-html.ts'
import type { RenderOptions } from './formats.ts'
import type { PublicDispatch } from '../public.ts'
import { countWords, noteOf, pubStatusOf, toJson } from './render-ninjs.ts'

/** Superdesk's flat dialect of ninjs 1.x, as its ingest takes it. */
export function renderSuperdeskNinjs(dispatch: PublicDispatch, options: RenderOptions): string {
  const { headline, tldr, lang, byline, section, slug, edition, at, kicker } = dispatch
  const { beat, topic, form } = options.terms ?? {}
  const text = contentText(dispatch)
  const summary = tldr.join(' ')
  return toJson({
    guid: dispatch.dispatch,
    type: 'text',
    mimetype: 'text/html',
    version: String(edition),
    ...(options.firstAt === undefined ? {} : { firstcreated: options.firstAt }),
    versioncreated: at,
    pubstatus: pubStatusOf(dispatch),
    language: lang,
    headline,
    slugline: slug,
    byline,
    source: section,
    description_text: summary,
    body_html: contentHtml(dispatch),
    body_text: text,
    ednote: noteOf(dispatch),
    charcount: Array.from(text).length,
    wordcount: countWords(text),
    subject: [
      { name: kicker.beat, ...(beat === undefined ? {} : { code: beat }) },
      { name: kicker.topic, ...(topic === undefined ? {} : { code: topic }) },
    ],
    genre: [{ name: kicker.form, ...(form === undefined ? {} : { code: form }) }],
  })
}
