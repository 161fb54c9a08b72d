import { words } from '../../lib/text.ts'
import { footerWords } from './citation-cues.ts'
import { Phrases } from './citation-phrases.ts'
import type { IsOwn } from './citation-sources.ts'
import type { CitedText } from './citation-tokens.ts'

const invitations = new Phrases(footerWords)

/** A longer line is text, whatever words are in it. */
const mostFooterWords = 14

/**
 * Tells whether an offset is in a line that is a channel's signature: an invitation, its own name or
 * link, or handles only.
 */
export function findFooters(cited: CitedText, isOwn: IsOwn): (offset: number) => boolean {
  const starts: number[] = []
  const footers: boolean[] = []
  let from = 0
  let next = 0
  for (const line of cited.text.split('\n')) {
    const to = from + line.length
    const first = next
    while ((cited.addresses[next]?.address.from ?? Infinity) < to) next++
    starts.push(from)
    footers.push(isFooter(line, cited.addresses.slice(first, next), isOwn))
    from = to + 1
  }
  return (offset) => footers[lineAt(starts, offset)] ?? false
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function isFooter(line: string, inLine: CitedText['addresses'], isOwn: IsOwn): boolean {
  const said = words(line)
  if (said.length > mostFooterWords) return false
  if (said.some((_, index) => invitations.startingAt(said, index) > 0)) return true
  if (inLine.some(({ address }) => address.kind === 'invite')) return true
  if (inLine.some(({ source }) => source !== undefined && isOwn(source.target))) return true
  return inLine.length > 1 && said.length <= inLine.length
}
