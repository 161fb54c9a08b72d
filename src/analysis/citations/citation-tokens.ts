import { words } from '../../lib/text.ts'
import type { Address } from './citation-links.ts'
import type { Source, SourceFinder, Token } from './citation-sources.ts'

/** A text as the citation rules read it. */
export interface CitedText {
  /** The text with handles and links blanked, offsets unchanged. */
  text: string
  tokens: readonly Token[]
  addresses: readonly { address: Address; source?: Source }[]
}

/** Splits a text into words and sources, in order; undefined when it names nobody. */
export function readTokens(text: string, finder: SourceFinder): CitedText | undefined {
  const addresses = finder.addresses(text)
  const blanked = blank(
    text,
    addresses.map(({ address }) => address),
  )
  const found = words(blanked)
  const names = finder.names(blanked, found)
  if (names.length === 0 && addresses.every(({ source }) => source === undefined)) return undefined
  const tokens: Token[] = []
  let next = 0
  for (const { first, last, source } of names) {
    const [start, end] = [found[first], found[last]]
    if (start === undefined || end === undefined) continue
    tokens.push(...found.slice(next, first))
    tokens.push({ word: start.word, from: start.from, to: end.to, source })
    next = last + 1
  }
  tokens.push(...found.slice(next))
  for (const { address, source } of addresses) {
    if (source !== undefined) tokens.push({ word: '', from: address.from, to: address.to, source })
  }
  tokens.sort((a, b) => a.from - b.from)
  return { text: blanked, tokens, addresses }
}

function blank(text: string, addresses: readonly Address[]): string {
  let blanked = ''
  let from = 0
  for (const address of addresses) {
    blanked += text.slice(from, address.from) + ' '.repeat(address.to - address.from)
    from = address.to
  }
  return blanked + text.slice(from)
}

/** What stands between two words, the strongest sign first. */
export type Gap = 'line' | 'stop' | 'dash' | 'colon' | 'comma' | 'none'

/** How the text between two offsets parts what is before it from what is after. */
export function gapBetween(text: string, from: number, to: number): Gap {
  const gap = text.slice(Math.max(0, from), to)
  if (from < 0 || to > text.length || gap.includes('\n')) return 'line'
  if (/[!?;؟؛…]|\.(?:\s|$|["»”'*)_])|[•|]/u.test(gap)) return 'stop'
  if (/[—–]|\s-\s|(?:^|\s)-\S*$|\s\/\/?\s?|[*_]-\s/u.test(gap)) return 'dash'
  if (/:/.test(gap)) return 'colon'
  return /[,،]/.test(gap) ? 'comma' : 'none'
}

/** The gap before a token; before the first it is a line's beginning. */
export function gapBefore({ text, tokens }: CitedText, index: number): Gap {
  const token = tokens[index]
  const before = tokens[index - 1]
  if (token === undefined || before === undefined) return 'line'
  return gapBetween(text, before.to, token.from)
}

/** The gap after a token; after the last it is a line's end. */
export function gapAfter({ text, tokens }: CitedText, index: number): Gap {
  const token = tokens[index]
  const after = tokens[index + 1]
  if (token === undefined || after === undefined) return 'line'
  return gapBetween(text, token.to, after.from)
}
