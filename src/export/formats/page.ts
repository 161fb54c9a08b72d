import { type Html, markup, toText, trusted } from '../../lib/markup.ts'
import type { PublicStub } from '../public.ts'
import { findRuns } from './quotation-runs.ts'
import { contentPolicy, styles } from './styles.ts'

const style = trusted(styles)

/** A self-contained page. `title` is plain text. */
export function toPage(lang: string, title: string, content: Html): string {
  // The policy holds the hash of exactly what stands between the style tags.
  return toText(markup`<!doctype html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<div class="page">
${content}
</div>
</body>
</html>
`)
}

/** A longer quotation, in characters, is set as a block of its own where it runs from right to left. */
const blockLength = 50

/** Text with its foreign quotations marked with their language and direction. */
export function setText(text: string, stub: Pick<PublicStub, 'lang' | 'quotations'>): Html {
  const runs = findRuns(text, stub).map(({ text: run, foreign }) => {
    if (foreign === undefined) return markup`${run}`
    const lang = foreign.lang === 'und' ? '' : foreign.lang
    const long = run.length >= blockLength ? ' class="block"' : ''
    return markup`<bdi${trusted(long)} lang="${lang}" dir="${foreign.dir}">${run}</bdi>`
  })
  return markup`${runs}`
}
