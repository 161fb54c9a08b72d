import { fold, type Word, words } from '../../lib/text.ts'
import { hashText } from './hash.ts'

/** One line of a post: its words as `from`–`to` of the token list, and one hash for the whole line. */
export interface Line {
  from: number
  to: number
  hash: number
}

/** A text as analysis compares it: its words without links, handles and markup. */
export interface NormalText {
  words: readonly Word[]
  /** One hash a word, in order. */
  tokens: Uint32Array
  lines: readonly Line[]
  /** Which lines of the text these are, where some were left out. */
  kept?: readonly number[]
}

/** Global: for `match` and `replace`, which begin anew each time. */
export const linkOrHandle =
  /(?:https?:\/\/|www\.|t\.me\/|telegram\.me\/)[^\s)\]]+|@[A-Za-z]\w{2,}/gi

/** The text with links and handles blanked out, so that offsets stay those of the original. */
export function blankLinks(text: string): string {
  if (!text.includes('@') && !/:\/\/|www\.|t\.me\//i.test(text)) return text
  return text.replace(linkOrHandle, (match) => ' '.repeat(match.length))
}

const groupGap = /^[ ,.'’\u00a0\u202f٬،]$/u

/** Digits of the longest figure that is read as one; longer rows of groups are a table. */
const longestFigure = 15

/** Marks of a decimal fraction; Persian writes a slash. */
const fractionMark = /^[.,٫/]$/u

/** `5,2` and `5.2` are one figure, and the same. */
function isFraction(gap: string, first: Word, second: Word): boolean {
  return fractionMark.test(gap) && /^\d{1,3}$/.test(first.word) && /^\d{1,2}$/.test(second.word)
}

/** True where the second word goes on with the first: `1,200`, `5,2` and `22:40` are one figure each. */
function continuesFigure(text: string, first: Word, second: Word): boolean {
  if (first.word.length > longestFigure) return false
  const gap = text.slice(first.to, second.from)
  if (gap === ':') return /^\d{1,2}$/.test(first.word) && /^\d{2}$/.test(second.word)
  return isGroup(gap, first, second) || isFraction(gap, first, second)
}

function isGroup(gap: string, first: Word, second: Word): boolean {
  return (
    groupGap.test(gap) && /^\d{3}$/.test(second.word) && /^[1-9]\d{0,2}(\d{3})*$/.test(first.word)
  )
}

function startsWithDigit({ word }: Word): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39
}

/** What is kept between the parts of a figure: nothing between groups of three. */
function markBetween(text: string, first: Word, second: Word): string {
  const gap = text.slice(first.to, second.from)
  if (gap === ':') return ':'
  return isGroup(gap, first, second) ? '' : '.'
}

function joinFigures(text: string, found: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (const word of found) {
    const last = joined[joined.length - 1]
    if (last !== undefined && startsWithDigit(word) && continuesFigure(text, last, word)) {
      const figure = last.word + markBetween(text, last, word) + word.word
      joined[joined.length - 1] = { word: figure, from: last.from, to: word.to }
    } else {
      joined.push(word)
    }
  }
  return joined
}

/** Persian syllables of the word before or after, which some write onto it and some apart. */
const beforeWord = new Set(['مي', 'نمي'])
const afterWord = new Set(['ها', 'هاي', 'هايي', 'هايش', 'تر', 'ترين', 'اند'])

function joinSyllables(text: string, found: readonly Word[]): Word[] {
  const joined: Word[] = []
  for (const word of found) {
    const last = joined[joined.length - 1]
    if (
      last !== undefined &&
      (beforeWord.has(last.word) || afterWord.has(word.word)) &&
      text.slice(last.to, word.from) === ' ' &&
      !/\d/.test(last.word)
    ) {
      joined[joined.length - 1] = { word: last.word + word.word, from: last.from, to: word.to }
    } else {
      joined.push(word)
    }
  }
  return joined
}

/** Splits a text into comparable words and lines. Linear in its length. */
export function normalise(text: string): NormalText {
  const blanked = blankLinks(text)
  const found = joinSyllables(blanked, joinFigures(blanked, words(blanked)))
  const tokens = new Uint32Array(found.length)
  const lines: Line[] = []
  let start = 0
  let lineEnd = blanked.indexOf('\n')
  for (const [index, { word, to }] of found.entries()) {
    tokens[index] = hashText(word)
    const next = found[index + 1]
    while (lineEnd >= 0 && lineEnd < to) lineEnd = blanked.indexOf('\n', lineEnd + 1)
    if (next !== undefined && (lineEnd < 0 || lineEnd >= next.from)) continue
    lines.push({ from: start, to: index + 1, hash: hashLine(found, start, index + 1) })
    start = index + 1
  }
  return { words: found, tokens, lines }
}

/** One hash for words joined by single spaces. */
function hashLine(found: readonly Word[], from: number, to: number): number {
  let line = ''
  for (let index = from; index < to; index++) {
    line += (index === from ? '' : ' ') + (found[index]?.word ?? '')
  }
  return hashText(line)
}

/** The text without the words of the lines named; what is left is the report itself. */
export function withoutLines(text: NormalText, drop: (line: Line) => boolean): NormalText {
  const kept = text.lines.filter((line) => !drop(line))
  if (kept.length === text.lines.length) return text
  const keptWords = kept.flatMap((line) => text.words.slice(line.from, line.to))
  let from = 0
  return {
    kept: kept.map((line) => text.lines.indexOf(line)),
    words: keptWords,
    tokens: tokensOf(text, kept),
    lines: kept.map((line) => {
      const moved = { from, to: from + line.to - line.from, hash: line.hash }
      from = moved.to
      return moved
    }),
  }
}

function tokensOf({ tokens }: NormalText, kept: readonly Line[]): Uint32Array {
  const length = kept.reduce((sum, { from, to }) => sum + to - from, 0)
  const chosen = new Uint32Array(length)
  let at = 0
  for (const { from, to } of kept) {
    chosen.set(tokens.subarray(from, to), at)
    at += to - from
  }
  return chosen
}

/** Words that a line may have beside the channel's name: "subscribe to", "follow us on". */
const besideName = 2

/** True where the line says little but the channel's own name. */
export function namesChannel(text: NormalText, line: Line, title: string): boolean {
  const name = fold(title)
  const said = text.words.slice(line.from, line.to).map(({ word }) => word)
  if (name === '' || said.length > name.split(' ').length + besideName) return false
  return ` ${said.join(' ')} `.includes(` ${name} `)
}
