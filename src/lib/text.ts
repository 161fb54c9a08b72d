import { type KnownWord, WordTable } from './word-table.ts'

/** One word of a text: its folded form and where it stands in the original (UTF-16 units). */
export interface Word {
  word: string
  from: number
  to: number
  /** What readers have noted about the word, wherever it stands: each reader and its answer. */
  notes?: unknown[]
}

/** What `foldedUnits` holds instead of a letter: 0 is a unit not met yet. */
const dropped = 1
const separates = 2
/** An apostrophe or quote, which may stand inside a word. */
const mayJoin = 3
/** A ligature and its like, which is folded to several letters. */
const several = 4

/** Table from a UTF-16 unit to the unit it is folded to. */
const foldedUnits = new Uint16Array(0x10000)
const foldedToSeveral = new Map<number, string>()
/** So many letters at most are made of one. */
const mostLetters = 18

const latinLookAlikes: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

/** Letter forms that one keyboard or another writes for the same letter. */
const letterForms: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ؤ: 'و',
  ё: 'е',
  ґ: 'г',
  ך: 'כ',
  ם: 'מ',
  ן: 'נ',
  ף: 'פ',
  ץ: 'צ',
}

/** Tatweel, zero-width characters, bidi controls and soft hyphens: in a word, but no part of it. */
const ignorable = /[\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/

function foldUnit(code: number): string {
  if (code >= 0xd800 && code <= 0xdfff) return ' '
  // й and ї are letters of their own: decomposing them would make и and і of them.
  const char = String.fromCharCode(code)
  const lower = char.toLowerCase()
  if (lower === 'й' || lower === 'ї') return lower
  if (ignorable.test(char)) return ''
  const folded = Array.from(char.normalize('NFKD').toLowerCase())
    .filter((part) => !/\p{M}/u.test(part) && !ignorable.test(part))
    .map((part) => letterForms[part] ?? foldDigit(part))
    .join('')
  if (folded === '' && /\p{M}/u.test(char)) return ''
  return /^[\p{L}\p{N}]+$/u.test(folded) && !/[\ud800-\udfff]/.test(folded) ? folded : ' '
}

function foldDigit(char: string): string {
  if (!/\p{Nd}/u.test(char)) return char
  // Decimal digits stand in runs of ten, so the zero of a run is found by stepping back.
  let zero = char.codePointAt(0) ?? 0
  const start = zero
  while (start - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(start - zero)
}

/** Apostrophes and quotes inside a word belong to it: צה"ל, об'їзд, don't. */
const insideWord = new Set(["'", '’', 'ʼ', '`', '"', '״', '׳', '´'])

function foldAndKeep(code: number): number {
  const folded = foldUnit(code)
  if (folded.length > 1) foldedToSeveral.set(code, folded)
  return (foldedUnits[code] = unitOf(folded, code))
}

function unitOf(folded: string, code: number): number {
  if (folded === '') return dropped
  if (folded === ' ') return insideWord.has(String.fromCharCode(code)) ? mayJoin : separates
  return folded.length > 1 ? several : folded.charCodeAt(0)
}

const cyrillicLookAlikes = Object.fromEntries(
  Object.entries(latinLookAlikes).map(([latin, cyrillic]) => [cyrillic, latin]),
)

const isCyrillic = (code: number) => code >= 0x400 && code <= 0x4ff
const isLatin = (code: number) => code >= 0x61 && code <= 0x7a

/** Almost every word is of one script; only the others are looked at letter by letter. */
function isMixed(word: string): boolean {
  let latin = false
  let cyrillic = false
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index)
    if (isLatin(code)) latin = true
    else if (isCyrillic(code)) cyrillic = true
  }
  return latin && cyrillic
}

/** Look-alikes inside a word of the other script are read as the letters they imitate. */
function unmask(word: string): string {
  if (!isMixed(word)) return word
  const letters = Array.from(word)
  const latin = letters.filter((letter) => isLatin(letter.charCodeAt(0)))
  const cyrillic = letters.filter((letter) => isCyrillic(letter.charCodeAt(0)))
  // A letter that imitates none of the other script tells which script the word is meant in.
  const surelyLatin = latin.some((letter) => !(letter in latinLookAlikes))
  const surelyCyrillic = cyrillic.some((letter) => !(letter in cyrillicLookAlikes))
  const meantLatin = surelyLatin === surelyCyrillic ? latin.length > cyrillic.length : surelyLatin
  const imitated = meantLatin ? cyrillicLookAlikes : latinLookAlikes
  return letters.map((letter) => imitated[letter] ?? letter).join('')
}

/** Texts whose words are kept at hand: several readers ask for those of one text in turn, with and without its links. */
const textsKept = 4
const kept: { text: string; words: readonly Word[] }[] = []

/**
 * The words of a text, folded: lower case, without diacritics, niqqud, harakat, tatweel, zero-width and
 * bidi characters, with one form for each Arabic, Persian and final Hebrew letter, ASCII digits, and
 * look-alike letters of another script undone. Emoji and punctuation separate words.
 */
export function words(text: string): readonly Word[] {
  const known = kept.find((other) => other.text === text)
  if (known !== undefined) return known.words
  const found = splitWords(text)
  if (kept.length === textsKept) kept.shift()
  kept.push({ text, words: found })
  return found
}

const wordTable = new WordTable(unmask)
/** The letters of the word in hand. */
let letters = new Uint16Array(256)

function splitWords(text: string): Word[] {
  const found: Word[] = []
  let length = 0
  let hash = 0
  let from = 0
  let to = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const unit = foldedUnits[code] || foldAndKeep(code)
    if (unit === dropped) continue
    if (unit === separates || unit === mayJoin) {
      if (length === 0 || (unit === mayJoin && joins(text, index))) continue
      found.push(placed(wordTable.take(letters, length, hash), from, to))
      length = 0
      hash = 0
      continue
    }
    if (length === 0) from = index
    to = index + 1
    if (length + mostLetters > letters.length) letters = grown(letters)
    if (unit !== several) {
      letters[length++] = unit
      hash = Math.imul(hash ^ unit, 0x01000193)
      continue
    }
    const part = foldedToSeveral.get(code) ?? ''
    for (let at = 0; at < part.length; at++) letters[length++] = part.charCodeAt(at)
  }
  if (length > 0) found.push(placed(wordTable.take(letters, length, hash), from, to))
  return found
}

const placed = ({ word, notes }: KnownWord, from: number, to: number): Word => ({
  word,
  from,
  to,
  notes,
})

function grown(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(units.length * 2)
  more.set(units)
  return more
}

/** True where the apostrophe or quote at `index` has letters on both sides. */
const joins = (text: string, index: number) =>
  index + 1 < text.length &&
  /\p{L}/u.test(text.charAt(index + 1)) &&
  /\p{L}/u.test(text.charAt(index - 1))

/** The folded words of a text, joined by single spaces: what search indexes and exact copies compare. */
export function fold(text: string): string {
  return words(text)
    .map(({ word }) => word)
    .join(' ')
}

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'hebrew' | 'other'

/** The script most letters of the text are in; `other` when it has none of the four. */
export function dominantScript(text: string): Script {
  const counts = { latin: 0, cyrillic: 0, arabic: 0, hebrew: 0 }
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0xc0 && code <= 0x24f)
    )
      counts.latin++
    else if (code >= 0x400 && code <= 0x4ff) counts.cyrillic++
    else if (code >= 0x590 && code <= 0x5ff) counts.hebrew++
    else if ((code >= 0x600 && code <= 0x6ff) || (code >= 0xfb50 && code <= 0xfeff)) counts.arabic++
  }
  const [script, count] = Object.entries(counts).reduce((best, next) =>
    next[1] > best[1] ? next : best,
  )
  return count === 0 ? 'other' : (script as Script)
}
