/** One word of a text: its folded form and where it stands in the original (UTF-16 units). */
export interface Word {
  word: string
  from: number
  to: number
}

/**
 * Table from a UTF-16 unit to its folded string. `undefined`: not seen yet; `''`: dropped (marks,
 * tatweel, zero-width and bidi controls); `' '`: separates words.
 */
const table = new Array<string | undefined>(0x10000)

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

function folded(code: number): string {
  const known = table[code]
  if (known !== undefined) return known
  return (table[code] = foldUnit(code))
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

/** Several readers ask for the words of one text in turn: the last answer is kept. */
let lastText = ''
let lastWords: readonly Word[] = []

/**
 * The words of a text, folded: lower case, without diacritics, niqqud, harakat, tatweel, zero-width and
 * bidi characters, with one form for each Arabic, Persian and final Hebrew letter, ASCII digits, and
 * look-alike letters of another script undone. Emoji and punctuation separate words.
 */
export function words(text: string): readonly Word[] {
  if (text === lastText) return lastWords
  lastWords = splitWords(text)
  lastText = text
  return lastWords
}

function splitWords(text: string): Word[] {
  const found: Word[] = []
  let word = ''
  let from = -1
  let to = 0
  const flush = () => {
    if (word !== '') found.push({ word: unmask(word), from, to })
    word = ''
    from = -1
  }
  for (let index = 0; index < text.length; index++) {
    const part = folded(text.charCodeAt(index))
    if (part === '') continue
    if (part === ' ') {
      const joins =
        word !== '' &&
        insideWord.has(text.charAt(index)) &&
        index + 1 < text.length &&
        /\p{L}/u.test(text.charAt(index + 1)) &&
        /\p{L}/u.test(text.charAt(index - 1))
      if (!joins) flush()
      continue
    }
    if (from < 0) from = index
    word += part
    to = index + 1
  }
  flush()
  return found
}

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
