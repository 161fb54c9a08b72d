import { fold } from '../lib/text.ts'

/** Longest beginning of a word that the dictionary lists. */
const longestStem = 14

/** Letters that Arabic and Hebrew write before a word and that are no part of it. */
const prefixes = /^(?:[وفبل]?ال|لل|[وفبل]|[ושהבלמכ]|ו[הבלמ]|ש[הבל])(?=.{2})/

/** A concept of the dictionary, the same for all languages, and the number of the word that says it. */
export interface ConceptMention {
  concept: string
  word: number
}

/** Finds concepts in folded words. */
export type ConceptFinder = (words: readonly { word: string }[]) => ConceptMention[]

/**
 * Reads the dictionary (`data/gazetteer/concepts.tsv`): a line a concept, a column a language, words
 * parted by spaces, `_` for a space inside one, a trailing `*` for any ending.
 */
export function createConceptFinder(tsv: string): ConceptFinder {
  const whole = new Map<string, string[]>()
  const beginnings = new Map<string, string[]>()
  for (const line of tsv.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [concept = '', ...columns] = line.split('\t')
    for (const entry of columns.join(' ').split(' ')) {
      const form = fold(entry.replaceAll('_', ' ').replace(/\*/g, ''))
      if (form === '') continue
      const target = entry.endsWith('*') ? beginnings : whole
      target.set(form, [...(target.get(form) ?? []), concept])
    }
  }
  const lookUp = (form: string): readonly string[] => {
    const exact = whole.get(form) ?? []
    for (let length = Math.min(form.length, longestStem); length > 1; length--) {
      const concepts = beginnings.get(form.slice(0, length))
      // The longest beginning is the word meant: "город" is no "гор".
      if (concepts !== undefined) return [...exact, ...concepts]
    }
    return exact
  }
  const lookUpAll = (word: string, next: string | undefined): readonly string[] => {
    const bare = word.replace(prefixes, '')
    const pair = next === undefined ? [] : (whole.get(`${word} ${next}`) ?? [])
    return [...lookUp(word), ...(bare === word ? [] : lookUp(bare)), ...pair]
  }
  return (words) =>
    words.flatMap(({ word }, index) =>
      lookUpAll(word, words[index + 1]?.word).map((concept) => ({ concept, word: index })),
    )
}
