import { rememberWords } from '../../lib/remember.ts'
import { type Word, words } from '../../lib/text.ts'
import { isFormOf, nameWords, type NameWord, readingsOf, type WordReading } from './name-forms.ts'

/** How a name must be written in a text to be one. */
export type NameCase = 'any' | 'capital' | 'capitals'

interface Entry<T> {
  value: T
  /** One list of inflections for each word. */
  words: readonly (readonly NameWord[])[]
  letterCase: NameCase
  /** It is of several parts itself: "Haifa. Night desk". */
  hasStop: boolean
}

/** A name found in a text: its words are `first`–`last` (inclusive) of the word list. */
export interface NameMatch<T> {
  values: readonly T[]
  first: number
  last: number
  /** Letters such as ב or و that the text writes before the name in one word. */
  prefix: string
}

/** What names a word may begin. */
interface Beginning {
  readings: readonly WordReading[]
  /** Some of them even without a capital. */
  small: boolean
}

const beginsNone: Beginning = { readings: [], small: false }

/** Names by the stem of their first word; finds the longest at each word of a text. */
export class NameIndex<T> {
  private readonly byStem = new Map<string, Entry<T>[]>()
  /** First letters of all forms, and of those that need no capital: most words are passed over by these. */
  private readonly beginnings = new Set<string>()
  private readonly smallBeginnings = new Set<string>()

  private readonly isStem = (stem: string) => this.byStem.has(stem)

  /** Of words met before; a name that is added makes them out of date. */
  private read = this.createReader()

  /** Adds a name of any number of words; one of less than two letters is left out. */
  add(name: string, value: T, letterCase: NameCase = caseOf(name)): void {
    const found = words(name).map(({ word }) => word)
    this.addWords(found, value, letterCase, parts.test(name.trim()))
    // Persian joins words with a zero-width mark, which folding drops.
    if (found.length > 1 && found.every((word) => /^[\u0600-\u06ff]{2,}$/.test(word))) {
      this.addWords([found.join('')], value, letterCase, false)
    }
  }

  private addWords(
    found: readonly string[],
    value: T,
    letterCase: NameCase,
    hasStop: boolean,
  ): void {
    const parts = found.map((word, index) => nameWords(word, index === 0))
    const first = parts[0]
    if (first === undefined || (parts.length === 1 && (first[0]?.word.length ?? 0) < 2)) return
    const entry = { value, words: parts, letterCase, hasStop }
    this.read = this.createReader()
    for (const { stem, endings } of first) {
      for (const ending of endings ?? ['']) {
        const beginning = (stem + ending).slice(0, 3)
        this.beginnings.add(beginning)
        if (letterCase === 'any') this.smallBeginnings.add(beginning)
      }
      const entries = this.byStem.get(stem)
      if (entries === undefined) this.byStem.set(stem, [entry])
      else entries.push(entry)
    }
  }

  /** Matches left to right, longest first, without overlap. */
  find(text: string, found: readonly Word[]): NameMatch<T>[] {
    const matches: NameMatch<T>[] = []
    for (let index = 0; index < found.length; index++) {
      const match = this.at(text, found, index)
      if (match === undefined) continue
      matches.push(match)
      index = match.last
    }
    return matches
  }

  private createReader() {
    return rememberWords((word): Beginning => {
      const beginning = word.slice(0, 3)
      const mayHavePrefix = word >= '\u0590' && word < '\u0700'
      if (!mayHavePrefix && !this.beginnings.has(beginning)) return beginsNone
      const readings = readingsOf(word, this.isStem)
      return readings.length === 0
        ? beginsNone
        : { readings, small: this.smallBeginnings.has(beginning) }
    })
  }

  private readingsAt(text: string, word: Word): readonly WordReading[] {
    const said = bare(text, word)
    const { readings, small } = this.read(
      said === word.word ? word : { word: said, from: word.from, to: word.to },
    )
    if (readings.length === 0 || small || !isSmall(text.charCodeAt(word.from))) return readings
    return text.charAt(word.from - 1) === '#' ? readings : []
  }

  private at(text: string, found: readonly Word[], index: number): NameMatch<T> | undefined {
    const word = found[index]
    if (word === undefined) return undefined
    let best: NameMatch<T> | undefined
    for (const { stem, prefix } of this.readingsAt(text, word)) {
      for (const entry of this.byStem.get(stem) ?? []) {
        if (!fits(entry, text, found, index, prefix)) continue
        const last = index + entry.words.length - 1
        if (best === undefined || last > best.last) {
          best = { values: [entry.value], first: index, last, prefix }
        } else if (last === best.last && prefix === best.prefix) {
          best = { ...best, values: [...best.values, entry.value] }
        }
      }
    }
    return best
  }
}

/** A small Latin or Cyrillic letter of the desk's languages. */
const isSmall = (code: number) =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x45f) || code === 0x491

/** The word without an English possessive: `words` reads Kyiv's as one word. */
function bare(text: string, { word, from, to }: Word): string {
  if (word.length < 4 || !word.endsWith('s') || to - from !== word.length + 1) return word
  const before = text.charAt(to - 2)
  return before === "'" || before === '’' ? word.slice(0, -1) : word
}

function fits<T>(
  entry: Entry<T>,
  text: string,
  found: readonly Word[],
  index: number,
  prefix: string,
): boolean {
  const first = found[index]
  if (first === undefined || !hasCase(text, first, entry.letterCase)) return false
  return entry.words.every((forms, offset) => {
    const word = found[index + offset]
    if (word === undefined) return false
    const before = found[index + offset - 1]
    const gap = offset > 0 && before !== undefined ? text.slice(before.to, word.from) : ''
    if (!(entry.hasStop ? near(gap) : joined(gap))) return false
    const said = bare(text, word)
    // What is left of a word without its prefix is seldom a name of two letters.
    if (offset === 0 && prefix !== '')
      return entry.words.length > 1 || (forms[0]?.word.length ?? 0) > 2
    return forms.some((form) => isFormOf(form, said))
  })
}

/** Between the words of one name stand a space, a hyphen, a dot or quotes, no line or sentence end. */
const joined = (gap: string) => near(gap) && !parts.test(gap)
const near = (gap: string) => gap.length <= 3 && !gap.includes('\n')
const parts = /[,;:!?()|]|\.\s/

function hasCase(text: string, { from, to }: Word, letterCase: NameCase): boolean {
  if (letterCase === 'any') return true
  if (text.charAt(from - 1) === '#') return true
  if (letterCase === 'capitals') {
    const said = text.slice(from, to)
    return said === said.toUpperCase()
  }
  const letter = text.charAt(from)
  return letter !== letter.toLowerCase() || /^\d/.test(letter)
}

/** Short words in capitals are written so in texts too; names with a capital need one. */
function caseOf(name: string): NameCase {
  const letters = name.replace(/[^\p{L}]/gu, '')
  const first = letters.charAt(0)
  if (first === first.toLowerCase()) return 'any'
  return letters === letters.toUpperCase() && letters.length <= 5 ? 'capitals' : 'capital'
}
