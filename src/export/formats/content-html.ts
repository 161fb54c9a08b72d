import { capitalise } from './labels.ts'
import { type Html, type HtmlPart, markup, nothing, toText } from '../../lib/markup.ts'
import { correctionNotice } from './notices.ts'
import type { PublicDispatch } from '../public.ts'
import { findRuns } from './quotation-runs.ts'

/**
 * The words of a dispatch as a fragment for a CMS: paragraphs, a list and a table only, with nothing that the
 * usual filters take out. Right-to-left quotations carry their language and direction.
 */
export function contentHtml(dispatch: PublicDispatch): string {
  const { kind, tldr, body, sources, accountability } = dispatch
  if (kind === 'kill') return toText(paragraphs(dispatch, body))
  return toText(markup`${
    kind === 'correction' ? markup`<p><em>${correctionNotice}</em></p>\n` : nothing
  }<p><strong>TL;DR</strong> ${setWords(tldr.join(' '), dispatch)}</p>
${paragraphs(dispatch, body)}${disputes(dispatch)}${related(dispatch)}<h2>Source and signal</h2>
<ul>
${sources.map((line) => markup`<li>${line}</li>\n`)}</ul>
<p><em>${accountability}</em></p>
`)
}

const paragraphs = (dispatch: PublicDispatch, body: PublicDispatch['body']): Html =>
  markup`${body.map((sentences) => markup`<p>${setWords(sentences.join(' '), dispatch)}</p>\n`)}`

/** Isolated by a span, which the filters of CMSs leave standing; `bdi` they do not. */
export function setWords(
  text: string,
  dispatch: Pick<PublicDispatch, 'lang' | 'quotations'>,
): HtmlPart {
  return findRuns(text, dispatch).map(({ text: run, foreign }) => {
    if (foreign === undefined) return markup`${run}`
    const lang = foreign.lang === 'und' ? nothing : markup` lang="${foreign.lang}"`
    return markup`<span${lang} dir="${foreign.dir}">${run}</span>`
  })
}

function disputes({ conflicts }: PublicDispatch): Html {
  if (conflicts.length === 0) return nothing
  const rows = conflicts.map(
    ({ detail, values }) =>
      markup`<tr><td>${capitalise(detail)}</td><td>${values.join(' / ')}</td></tr>\n`,
  )
  return markup`<table>
<thead><tr><th>What differs</th><th>Values given</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`
}

function related(dispatch: PublicDispatch): Html {
  if (dispatch.related.length === 0) return nothing
  const items = dispatch.related.map(({ date, headline, url }) => {
    const title = url === undefined ? markup`${headline}` : markup`<a href="${url}">${headline}</a>`
    return markup`<li>${title} (${date})</li>\n`
  })
  return markup`<h2>Related dispatches</h2>
<ul>
${items}</ul>
`
}

/** The same words as plain text, paragraphs parted by a blank line. */
export function contentText({ kind, body }: PublicDispatch): string {
  const told = body.map((sentences) => sentences.join(' '))
  return (kind === 'correction' ? [correctionNotice, ...told] : told).join('\n\n')
}
