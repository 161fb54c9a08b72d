import { type Html, markup, nothing, toText } from '../lib/markup.ts'
import { capitalise } from './labels.ts'
import { setText } from './page.ts'
import type { PublicStub } from './public.ts'

/** The article as a CMS keeps it below the headline: no page around it, no style, nothing that a CMS strips. */
export function articleHtml(shown: PublicStub): string {
  return toText(
    markup`${paragraphs(shown)}${disputes(shown)}${related(shown)}${list('Source and signal', shown.sources)}<p><em>${shown.accountability}</em></p>`,
  )
}

const paragraphs = (shown: PublicStub): Html[] =>
  shown.body.map((sentences) => markup`<p>${setText(sentences.join(' '), shown)}</p>\n`)

function disputes({ conflicts }: PublicStub): Html {
  const lines = conflicts.map(
    ({ detail, values }) => `${capitalise(detail)}: ${values.join(' / ')}`,
  )
  return list('What differs', lines)
}

function related({ related: dispatches }: PublicStub): Html {
  if (dispatches.length === 0) return nothing
  const items = dispatches.map(({ date, headline, url }) =>
    url === undefined
      ? markup`<li>${headline} (${date})</li>\n`
      : markup`<li><a href="${url}">${headline}</a> (${date})</li>\n`,
  )
  return markup`<h2>Related dispatches</h2>\n<ul>\n${items}</ul>\n`
}

const list = (title: string, lines: readonly string[]): Html =>
  lines.length === 0
    ? nothing
    : markup`<h2>${title}</h2>\n<ul>\n${lines.map((line) => markup`<li>${line}</li>\n`)}</ul>\n`
