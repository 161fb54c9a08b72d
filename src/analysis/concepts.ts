import { fold } from '../lib/text.ts'

/** Longest beginning of a word that the dictionary lists. */
const longestStem = 14

/** Words whose concepts are kept at hand; news of a day has fewer. */
const rememberedWords = 50_000

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
  const pairs = new Map<string, string[]>()
  for (const line of tsv.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [concept = '', ...columns] = line.split('\t')
    for (const entry of columns.join(' ').split(' ')) {
      const form = fold(entry.replaceAll('_', ' ').replace(/\*/g, ''))
      if (form === '') continue
      const target = entry.endsWith('*') ? beginnings : form.includes(' ') ? pairs : whole
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
  const lookUpForms = (word: string): readonly string[] => {
    const bare = word.replace(prefixes, '')
    return bare === word ? lookUp(word) : [...lookUp(word), ...lookUp(bare)]
  }
  const known = new Map<string, readonly string[]>()
  const remember = (word: string): readonly string[] => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= rememberedWords) known.clear()
    const concepts = lookUpForms(word)
    known.set(word, concepts)
    return concepts
  }
  return (words) =>
    words.flatMap(({ word }, index) => {
      const next = words[index + 1]?.word
      const pair = next === undefined ? undefined : pairs.get(`${word} ${next}`)
      const concepts = pair === undefined ? remember(word) : [...remember(word), ...pair]
      return concepts.map((concept) => ({ concept, word: index }))
    })
}
