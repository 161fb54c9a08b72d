import type { Word } from '../../lib/text.ts'
import { type UnitLabel, unitWords } from '../conflicts/detail-words.ts'
import type { Figure } from './figure.ts'
import { findFigures } from './figures.ts'
import { Lexicon } from '../text/lexicon.ts'
import { readWords } from '../text/read-words.ts'
import { rememberTexts } from '../../lib/remember.ts'

const lexicon = new Lexicon<UnitLabel>(unitWords)

/** Words looked at; a longer post is a digest, whose figures are of many events. */
const longestReading = 600

/** A text laid out for reading its figures: what each word says, and where sentences end. */
export interface FigureText {
  text: string
  words: readonly Word[]
  figures: readonly Figure[]
  /** 1 at the words a figure takes. */
  taken: Uint8Array
  /** Labels of the entries that begin at each word, or end there. */
  labels: readonly (readonly UnitLabel[] | undefined)[]
  /** Number of the sentence each word is in. */
  sentence: readonly number[]
  /** Sentences whose figures are sums over a long time. */
  totals: ReadonlySet<number>
}

/** Lays a text out; linear in its length. Several readers ask for that of one text in turn. */
export const layOut = rememberTexts(layOutText, 1)

function layOutText(text: string): FigureText {
  const found = readWords(text).slice(0, longestReading)
  const labels = new Array<UnitLabel[] | undefined>(found.length)
  const sentence = numberSentences(text, found)
  const totals = new Set<number>()
  for (const { label, first, last } of lexicon.find(found)) {
    for (let index = first; index <= last; index++) (labels[index] ??= []).push(label)
    if (label === 'total') totals.add(sentence[first] ?? 0)
  }
  const figures = findFigures(text, found)
  const taken = new Uint8Array(found.length)
  for (const { first, last } of figures) taken.fill(1, first, last + 1)
  return { text, words: found, figures, taken, labels, sentence, totals }
}

function numberSentences(text: string, found: readonly Word[]): number[] {
  let number = 0
  return found.map((word, index) => {
    const before = found[index - 1]
    if (before === undefined) return number
    if (word.from === before.to + 1 && text.charCodeAt(before.to) === 0x20) return number
    const gap = text.slice(before.to, word.from)
    // A dot after a short word is an abbreviation's: тыс. чел.
    if (/[\n!?؟]|[.…;؛]["'»”)]*\s/.test(gap) && !(/^\.\s/.test(gap) && before.word.length <= 3))
      number++
    return number
  })
}
