import { languagesOfWord } from '../../src/analysis/language/language-words.ts'
import { type PlaceData, placeLanguages } from '../../src/analysis/places.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { type Random, seeded } from './random.ts'

/** Word forms a language's news of a year has; most are met once or twice. */
const formsOfLanguage = 60_000
/** Of all places those that news are mostly about. */
export const likelyPlaces = 1000

/** The words of one language, the commonest first, and names of places and things to report. */
export interface Vocabulary {
  lang: (typeof placeLanguages)[number]
  words: readonly string[]
  /** By concept: the language's words for it. */
  concepts: ReadonlyMap<string, readonly string[]>
  /** By the place's number in the gazetteer's order of size. */
  places: readonly string[]
}

/** Words of the desk's six languages: the gazetteer's own, and made ones with the letters that follow each other in those. */
export async function loadVocabularies(): Promise<Vocabulary[]> {
  const { places, concepts } = await loadGazetteer()
  const rows = [...(places as PlaceData).places]
    .filter(([, kind, , , ...names]) => kind === 'city' && names.every((name) => name !== ''))
    .sort((a, b) => b[3] - a[3])
    .slice(0, likelyPlaces)
  return placeLanguages.map((lang, column) => {
    const meant = readConcepts(concepts, column)
    const common = Array.from(languagesOfWord)
      .filter(([, languages]) => languages.includes(lang))
      .map(([word]) => word)
    return {
      lang,
      words: rankWords(common, [...new Set([...meant.values()].flat())]),
      concepts: meant,
      places: rows.map((row) => String(row[5 + column]).split('|')[0] ?? row[4]),
    }
  })
}

function readConcepts(tsv: string, column: number): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const line of tsv.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [concept = '', ...columns] = line.split('\t')
    const words = (columns[column] ?? '').split(' ').filter((word) => word !== '')
    if (words.length > 0)
      found.set(
        concept,
        words.map((word) => word.replace('*', '').replaceAll('_', ' ')),
      )
  }
  return found
}

/** Small words first; then every fourth is one that news are made of. */
function rankWords(common: readonly string[], telling: readonly string[]): string[] {
  const make = createMaker([...common, ...telling], seeded(3))
  const words = [...common]
  const known = new Set(words)
  let next = 0
  while (words.length < formsOfLanguage) {
    const word = words.length % 4 === 0 && next < telling.length ? telling[next++] : make()
    if (word === undefined || known.has(word)) continue
    known.add(word)
    words.push(word)
  }
  return words
}

/** Makes words in which letters follow each other as in the examples. */
function createMaker(examples: readonly string[], random: Random): () => string {
  const after = new Map<string, string[]>()
  for (const example of examples) {
    for (let index = 0; index < example.length; index++) {
      const before = example.slice(Math.max(0, index - 1), index)
      after.set(before, [...(after.get(before) ?? []), example.charAt(index)])
    }
  }
  return () => {
    const length = Math.max(3, Math.round(7 + 2.5 * random.normal()))
    let word = ''
    while (word.length < length) {
      const next = after.get(word.slice(-1)) ?? after.get('')
      if (next === undefined) throw new Error('no examples to make words from')
      word += random.pick(next)
    }
    return word.replaceAll(' ', '')
  }
}
