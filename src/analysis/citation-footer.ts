import { words } from '../lib/text.ts'
import { footerWords } from './citation-cues.ts'
import { Phrases } from './citation-phrases.ts'
import type { IsOwn } from './citation-sources.ts'
import type { CitedText } from './citation-tokens.ts'

const invitations = new Phrases(footerWords)

/** A longer line is text, whatever words are in it. */
const mostFooterWords = 14

/** Spans of the lines that are a channel's signature: invitations, its own name or link, handles only. */
export function findFooters(cited: CitedText, isOwn: IsOwn): { from: number; to: number }[] {
  const footers: { from: number; to: number }[] = []
  let from = 0
  for (const line of cited.text.split('\n')) {
    const to = from + line.length
    if (isFooter(line, from, to, cited, isOwn)) footers.push({ from, to })
    from = to + 1
  }
  return footers
}

function isFooter(line: string, from: number, to: number, cited: CitedText, isOwn: IsOwn): boolean {
  const said = words(line)
  if (said.length > mostFooterWords) return false
  if (said.some((_, index) => invitations.startingAt(said, index) > 0)) return true
  const inLine = cited.addresses.filter(({ address }) => address.from >= from && address.from < to)
  if (inLine.some(({ address }) => address.kind === 'invite')) return true
  if (inLine.some(({ source }) => source !== undefined && isOwn(source.target))) return true
  return inLine.length > 1 && said.length <= inLine.length
}
