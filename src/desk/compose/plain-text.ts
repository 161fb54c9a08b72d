import { words } from '../../lib/text.ts'
import { isSignatureLine } from './signature-line.ts'

/** A unit of the text that is not quoted: markup, emoji, links, invisible characters. */
export const dropped = '\u0000'
/** Stands where a name or handle was left out of the words; shown as `[…]`. */
export const elided = '\ue000'

/** Longer posts are read so far: a stub quotes their beginning. */
const readLength = 8_000

const markdownLink = /\[([^[\]\n]{0,300})\]\([^()\s]{1,600}\)/gu
const address = /(?:https?:\/\/|www\.|(?:t|telegram)\.(?:me|dog)\/)[^\s<>«»"“”]+/giu
const email = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/gu
// With no space before it too: "…missiles.@name" is how a line break is lost.
const handle = /@\w{2,64}/gu
const keycap = /[0-9#*]\ufe0f?\u20e3/gu
/** Symbols that posts use as bullets: they part sentences, even with no line break. */
const bullet =
  /[•▪▫◾◽◼◻⬛⬜■□●○◆◇▶►➤➡👉☑✅❌🔹🔸🔺🔻🔷🔶🔴🟢🟡🟠🔵⚪⚫\u{1F7E3}\u{1F7E4}\u{1F7E5}-\u{1F7EB}]/gu
const emoji =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u{E0020}-\u{E007F}\ufe0e\ufe0f\u20e3]/gu
const markup = /\*\*|__|~~|\|\||`+|(?<![\p{L}\p{N}])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}])/gu
const trailingTags =
  /(?:(?<=[.!?…؟»”")\n])|(?<=(?<!\s)\s))(?:[^\S\n]*#[\p{L}\p{N}_]+){2,}[^\S\n]*$/gmu
const tagSign = /#(?=[\p{L}\p{N}_])/gu
/** Controls, bidi marks, private use and lone halves of surrogate pairs; ZWNJ is spelling in Persian. */
const invisible = /[\p{Cc}\p{Co}\p{Cs}\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const namesShownMost = 40

/**
 * The text with each unit that is not quoted replaced by a mark, so that every index is still an index
 * of the text. `ownNames` are names of the posting channel: lines that hold little else are its signature.
 * `hidden` are names that must not be quoted.
 */
export function toPlainText(
  text: string,
  ownNames: readonly string[],
  hidden: readonly string[],
): string {
  const units = text.slice(0, readLength).split('')
  const source = units.join('')
  const mark = (from: number, to: number, first = dropped) => {
    units.fill(dropped, from, to)
    units[from] = first
  }
  const each = (
    pattern: RegExp,
    act: (from: number, to: number, match: RegExpExecArray) => void,
  ) => {
    for (const match of source.matchAll(pattern))
      act(match.index, match.index + match[0].length, match)
  }
  each(invisible, (from, to) => {
    if (source[from] === '\n') return
    mark(from, to, /[\t\r\u0085]/.test(source[from] ?? '') ? ' ' : dropped)
  })
  each(markup, (from, to) => {
    mark(from, to)
  })
  each(tagSign, (from, to) => {
    mark(from, to)
  })
  each(trailingTags, (from, to) => {
    mark(from, to)
  })
  each(emoji, (from, to) => {
    mark(from, to)
  })
  each(bullet, (from, to) => {
    mark(from, to, '\n')
  })
  each(keycap, (from, to) => {
    mark(from, to)
  })
  each(markdownLink, (from, to, match) => {
    mark(from, from + 1)
    mark(from + 1 + (match[1] ?? '').length, to)
  })
  each(address, (from, to) => {
    mark(from, to, ' ')
  })
  each(handle, (from, to) => {
    mark(from, to, elided)
  })
  each(email, (from, to) => {
    mark(from, to, ' ')
  })
  for (const [from, to] of findNames(source, hidden)) mark(from, to, elided)
  let opens = true
  each(/[^\n]+/gu, (from, to, [line]) => {
    const plain = units.slice(from, to).join('')
    if (isSignatureLine(line, plain, ownNames, opens)) mark(from, to)
    else opens &&= !/\p{L}{2}/u.test(plain)
  })
  return units.join('')
}

function findNames(text: string, names: readonly string[]): [number, number][] {
  const found: [number, number][] = []
  const inText = words(text)
  for (const name of names.slice(0, namesShownMost)) {
    const sought = words(name).map(({ word }) => word)
    if (sought.length === 0) continue
    for (let start = 0; start + sought.length <= inText.length; start++) {
      if (!sought.every((word, offset) => inText[start + offset]?.word === word)) continue
      found.push([inText[start]?.from ?? 0, inText[start + sought.length - 1]?.to ?? 0])
    }
  }
  return found
}
