import { rememberWords } from '../../lib/remember.ts'
import { fold, type Word } from '../../lib/text.ts'

/** Longest beginning of a word that the dictionary lists. */
const longestStem = 14

/** Letters that Arabic and Hebrew write before a word and that are no part of it. */
const prefixes = /^(?:[وفبل]?ال|لل|[وفبل]|[ושהבלמכ]|ו[הבלמ]|ש[הבל])(?=.{2})/

/** A concept of the dictionary, the same for all languages, and the number of the word that says it. */
export interface ConceptMention {
  concept: string
  word: number
}

/** What a word says, and whether it and the next may say more. */
interface WordMeaning {
  concepts: readonly string[]
  beginsPair: boolean
}

const saysNone: WordMeaning = { concepts: [], beginsPair: false }

/** Finds concepts in folded words. */
export type ConceptFinder = (words: readonly Word[]) => ConceptMention[]

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
  const pairBeginnings = new Set(Array.from(pairs.keys(), (pair) => pair.split(' ')[0]))
  const readWord = rememberWords((word): WordMeaning => {
    const bare = word.replace(prefixes, '')
    const concepts = bare === word ? lookUp(word) : [...lookUp(word), ...lookUp(bare)]
    const beginsPair = pairBeginnings.has(word)
    return concepts.length === 0 && !beginsPair ? saysNone : { concepts, beginsPair }
  })
  return (words) => {
    const found: ConceptMention[] = []
    for (const [index, word] of words.entries()) {
      const { concepts, beginsPair } = readWord(word)
      for (const concept of concepts) found.push({ concept, word: index })
      if (!beginsPair) continue
      for (const concept of pairs.get(`${word.word} ${words[index + 1]?.word ?? ''}`) ?? []) {
        found.push({ concept, word: index })
      }
    }
    return found
  }
}
