import { fold } from '../../lib/text.ts'

/** One thing that a hit must hold: any of `choices`, each a row of folded words. */
export interface Term {
  choices: readonly (readonly string[])[]
  /** The last word may go on. */
  isPrefix: boolean
}

const maxTerms = 32
const maxCharacters = 2000

/** Written to the word in Arabic and Hebrew: and, so, in, to, like, the; the, and, in, to, from, that, as. */
const arabicProclitics = 'ال و ف ب ل ك وال فال بال كال لل ول وب ولل'.split(' ').map(fold)
const hebrewProclitics = 'ה ו ב ל מ ש כ וה שה מה כש וב ול ומ וש'.split(' ').map(fold)

/** Quotation marks that open a phrase where a word could start; inside a word they belong to it. */
const token = /(?<![\p{L}\p{N}])["“”„«]([^"“”„«»]*)["“”»](?![\p{L}\p{N}])|(\S+)/gu

/** Reads what a user typed: words, "phrases", and a prefix where a word ends in `*` or is the last one and no number. */
export function readQuery(typed: string): readonly Term[] {
  const found = Array.from(typed.slice(0, maxCharacters).matchAll(token))
  const terms = found.flatMap(([, phrase, word], index) =>
    phrase === undefined ? readWord(word ?? '', index === found.length - 1) : readPhrase(phrase),
  )
  return terms.slice(0, maxTerms)
}

function readPhrase(phrase: string): Term[] {
  const words = split(phrase)
  return words.length === 0 ? [] : [{ choices: [words], isPrefix: false }]
}

function readWord(typed: string, isLast: boolean): Term[] {
  const words = split(typed)
  const last = words.at(-1)
  if (last === undefined) return []
  // One letter begins a large share of all words: as a prefix it is slow and tells nothing.
  const mayGoOn = typed.endsWith('*') || (isLast && !/^\d+$/.test(last))
  const isPrefix = mayGoOn && last.length > 1
  const choices = words.length === 1 ? withProclitics(last).map((word) => [word]) : [words]
  return [{ choices, isPrefix }]
}

function withProclitics(word: string): string[] {
  if (word.length < 2) return [word]
  if (/^[\u05d0-\u05ea]/.test(word)) return [word, ...hebrewProclitics.map((part) => part + word)]
  if (!/^[\u0620-\u06ff]/.test(word)) return [word]
  // The article belongs to the grammar, not to the word looked for.
  const bare = word.length > 4 && word.startsWith('ال') ? word.slice(2) : word
  return [bare, ...arabicProclitics.map((part) => part + bare)]
}

const split = (text: string) =>
  fold(text)
    .split(' ')
    .filter((word) => word !== '')

/** The FTS5 expression of the terms; every word is quoted, so nothing a user types is syntax. */
export function toMatch(terms: readonly Term[]): string {
  return terms
    .map(({ choices, isPrefix }) => {
      const quoted = choices.map((words) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`)
      return `(${quoted.join(' OR ')})`
    })
    .join(' AND ')
}
