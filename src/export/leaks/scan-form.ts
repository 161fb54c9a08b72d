/** Letters of another script that look the same. */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  і: 'i',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ο: 'o',
  ν: 'v',
  ς: 'σ',
}

const ignorable = /[\p{M}\p{Cf}\u0640\u115f\u1160\u3164]|(?![\t\n\r])\p{Cc}/gu

/** A text in its form for comparing; `cased` is the same, letter by letter, as it was capitalised. */
export interface ScanForm {
  text: string
  cased: string
}

/**
 * One form for all spellings of a text that look alike: case, width, diacritics, digits, invisible characters
 * and letters of other scripts. Punctuation stays. For comparing only.
 */
export const scanForm = (text: string): string => toScanForm(text).text

export function toScanForm(given: string): ScanForm {
  const cased = given
    .normalize('NFKD')
    .replace(ignorable, '')
    .replace(/[^\P{Nd}0-9]/gu, toAsciiDigit)
    .replace(/[∕⁄⧸]/gu, '/')
    .replace(/[。｡]/gu, '.')
  const text = cased
    .replace(/\p{Lu}/gu, toLower)
    .replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => lookAlikes[letter] ?? letter)
  return { text, cased }
}

/** Letter by letter, so that both forms have one length. */
function toLower(letter: string): string {
  const lower = letter.toLowerCase()
  return lower.length === letter.length ? lower : letter
}

/** Decimal digits stand in runs of ten. */
function toAsciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** Its words: letters and digits, without what stands between them. */
export const scanWords = (text: string): string[] => scanForm(text).match(/[\p{L}\p{N}]+/gu) ?? []
