import type { PublicStub } from '../public.ts'

/** A stretch of a text, and the language it is in where that is not the stub's. */
export interface Run {
  text: string
  foreign?: { lang: string; dir: 'ltr' | 'rtl' }
}

/** A quotation may be cut where it is shown again; so much of it tells that it is the same. */
const recognisedBy = 12

/** Parts a text where quotations in other languages begin and end, so that each can be set in its direction. */
export function findRuns(text: string, stub: Pick<PublicStub, 'lang' | 'quotations'>): Run[] {
  const quotations = stub.quotations.filter(({ lang }) => lang !== stub.lang)
  const runs: Run[] = []
  let rest = text
  while (rest !== '') {
    const [first] = quotations
      .map(({ text: quoted, lang, dir }) => ({ ...locate(rest, quoted), lang, dir }))
      .filter(({ from }) => from >= 0)
      .sort((a, b) => a.from - b.from || b.to - a.to)
    if (first === undefined) return [...runs, { text: rest }]
    const { from, to, lang, dir } = first
    if (from > 0) runs.push({ text: rest.slice(0, from) })
    runs.push({ text: rest.slice(from, to), foreign: { lang, dir } })
    rest = rest.slice(to)
  }
  return runs
}

function locate(text: string, quoted: string): { from: number; to: number } {
  const from = quoted === '' ? -1 : text.indexOf(quoted.slice(0, recognisedBy))
  if (from < 0) return { from, to: from }
  let to = from
  while (to < text.length && text[to] === quoted[to - from]) to++
  // With its marks, and with the ellipsis or full stop that a cut or an end has put before them.
  const close = text[from - 1] === '«' ? closingMark(text, from) : -1
  return close > from ? { from: from - 1, to: close + 1 } : { from, to }
}

function closingMark(text: string, from: number): number {
  let depth = 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === '«') depth++
    if (text[at] === '»' && --depth === 0) return at
  }
  return -1
}
