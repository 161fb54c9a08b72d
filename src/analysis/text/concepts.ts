import { rememberWords } from '../../lib/remember.ts'
import { fold, type Word } from '../../lib/text.ts'

/** Longest beginning of a word that the dictionary lists. */
const longestStem = 14

/** Letters that Arabic and Hebrew write before a word and that are no part of it. */
const prefixes = /^(?:[وفبل]?ال|لل|[وفبل]|[ושהבלמכ]|ו[הבלמ]|ש[הבל])(?=.{2})/

/** Name of the line whose words mean nothing, though they begin like others. */
const nothing = '-'

/** A concept of the dictionary, the same for all languages, and the number of the word that says it. */
export interface ConceptMention {
  concept: string
  word: number
}

/** Finds concepts in folded words. */
export type ConceptFinder = (words: readonly Word[]) => ConceptMention[]

/** A word of a phrase, or what it begins with. */
interface Part {
  form: string
  isWhole: boolean
}

/** The words that must follow, and what is meant then. */
interface Phrase {
  concept: string
  rest: readonly Part[]
}

/** What words that are, or that begin with, certain letters say. */
interface Entry {
  concepts: string[]
  phrases: Phrase[]
}

/** What the dictionary says of a word, and by how many of its letters: the most are meant, "город" is no "гор". */
interface Found {
  letters: number
  concepts: readonly string[]
}

/** What a word says alone, and the phrases that it may begin. */
interface WordMeaning {
  concepts: readonly string[]
  phrases: readonly Phrase[]
}

const findsNone: Found = { letters: 0, concepts: [] }
const saysNone: WordMeaning = { concepts: [], phrases: [] }

/**
 * Reads the dictionary (`data/gazetteer/concepts.tsv`, `nations.tsv`): a line a concept, a column a language,
 * words parted by spaces, `_` for a space inside one, a trailing `*` for any ending.
 */
export function createConceptFinder(...tables: readonly string[]): ConceptFinder {
  const readWord = rememberWords(createWordReader(readEntries(tables)))
  return (words) => {
    const found: ConceptMention[] = []
    for (let index = 0; index < words.length; index++) {
      const word = words[index]
      if (word === undefined) continue
      const { concepts, phrases } = readWord(word)
      const phrase = longestOf(phrases, words, index)
      if (phrase !== undefined) {
        if (phrase.concept !== nothing) found.push({ concept: phrase.concept, word: index })
        // What the words of a phrase say elsewhere they do not say in it: no house in "White House".
        index += phrase.rest.length
        continue
      }
      for (const concept of concepts) found.push({ concept, word: index })
    }
    return found
  }
}

interface Entries {
  whole: Map<string, Entry>
  beginnings: Map<string, Entry>
}

function readEntries(tables: readonly string[]): Entries {
  const entries: Entries = { whole: new Map(), beginnings: new Map() }
  for (const line of tables.join('\n').split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [concept = '', ...columns] = line.split('\t')
    for (const written of columns.join(' ').split(' ')) addWritten(written, concept, entries)
  }
  return entries
}

function addWritten(written: string, concept: string, { whole, beginnings }: Entries): void {
  const [first, ...rest] = written.split('_').flatMap(toParts)
  if (first === undefined) return
  const target = first.isWhole ? whole : beginnings
  const entry = target.get(first.form) ?? { concepts: [], phrases: [] }
  target.set(first.form, entry)
  if (rest.length > 0) entry.phrases.push({ concept, rest })
  else if (!entry.concepts.includes(concept)) entry.concepts.push(concept)
}

/** What is one word in the table may be several once folded: "Хан-Юнис". */
function toParts(written: string): Part[] {
  const forms = fold(written.replaceAll('*', ''))
    .split(' ')
    .filter((form) => form !== '')
  const isWhole = !written.endsWith('*')
  return forms.map((form, index) => ({ form, isWhole: isWhole || index < forms.length - 1 }))
}

function createWordReader({ whole, beginnings }: Entries): (word: string) => WordMeaning {
  const lookUp = (form: string, phrases: Phrase[]): Found => {
    const exact = whole.get(form)
    let said = findsNone
    if (exact !== undefined) {
      phrases.push(...exact.phrases)
      if (exact.concepts.length > 0) said = { letters: form.length + 1, concepts: exact.concepts }
    }
    for (let letters = Math.min(form.length, longestStem); letters > 1; letters--) {
      const entry = beginnings.get(form.slice(0, letters))
      if (entry === undefined) continue
      phrases.push(...entry.phrases)
      if (said.letters === 0 && entry.concepts.length > 0)
        said = { letters, concepts: entry.concepts }
    }
    return said
  }
  return (word) => {
    const phrases: Phrase[] = []
    let said = lookUp(word, phrases)
    const bare = word.replace(prefixes, '')
    if (bare !== word) {
      const within = lookUp(bare, phrases)
      if (within.letters > said.letters) said = within
    }
    const concepts = said.concepts.filter((concept) => concept !== nothing)
    return concepts.length === 0 && phrases.length === 0 ? saysNone : { concepts, phrases }
  }
}

function longestOf(
  phrases: readonly Phrase[],
  words: readonly Word[],
  first: number,
): Phrase | undefined {
  let longest: Phrase | undefined
  for (const phrase of phrases) {
    if (phrase.rest.length <= (longest?.rest.length ?? 0)) continue
    if (phrase.rest.every((part, step) => isPart(words[first + 1 + step]?.word, part)))
      longest = phrase
  }
  return longest
}

/** Inside a phrase too a word may carry an article or a preposition: "בית החולים" for "בית חולים". */
function isPart(word: string | undefined, { form, isWhole }: Part): boolean {
  if (word === undefined) return false
  const fits = (said: string) => (isWhole ? said === form : said.startsWith(form))
  return fits(word) || fits(word.replace(prefixes, ''))
}
