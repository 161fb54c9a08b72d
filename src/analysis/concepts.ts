import { fold } from '../lib/text.ts'

/** Longest beginning of a word that the dictionary lists. */
const longestStem = 14

/** Letters that Arabic and Hebrew write before a word and that are no part of it. */
const prefixes = /^(?:[وفبل]?ال|لل|[وفبل]|[ושהבלמכ]|ו[הבלמ]|ש[הבל])(?=.{2})/

/** Finds concepts of the dictionary in folded words, the same for all languages. */
export type ConceptFinder = (words: readonly { word: string }[]) => string[]

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
  const lookUp = (form: string, found: Set<string>) => {
    whole.get(form)?.forEach((concept) => found.add(concept))
    for (let length = Math.min(form.length, longestStem); length > 1; length--) {
      const concepts = beginnings.get(form.slice(0, length))
      if (concepts === undefined) continue
      concepts.forEach((concept) => found.add(concept))
      // The longest beginning is the word meant: "город" is no "гор".
      return
    }
  }
  return (words) => {
    const found = new Set<string>()
    words.forEach(({ word }, index) => {
      lookUp(word, found)
      const bare = word.replace(prefixes, '')
      if (bare !== word) lookUp(bare, found)
      const next = words[index + 1]
      if (next !== undefined) whole.get(`${word} ${next.word}`)?.forEach((each) => found.add(each))
    })
    return Array.from(found)
  }
}
