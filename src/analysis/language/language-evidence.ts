import type { Script } from '../../lib/text.ts'
import {
  languagesOfEnding,
  lettersOf,
  ownLetters,
  tellingLetters,
  tellingRuns,
  usualLanguages,
} from './language-letters.ts'
import { scoreNgrams } from './language-ngrams.ts'
import { languagesOfWord } from './language-words.ts'

/** How much speaks for each language, in logarithms of odds. */
export type Weights = Map<string, number>
/** A script that several languages share. */
export type SharedScript = Exclude<Script, 'other'>

/** Evidence is in natural logarithms of odds. */
export const evidence = {
  /** A word of the language's commonest; a single letter is less. */
  word: 1.6,
  letterWord: 0.8,
  /** A letter that this language alone writes, or nearly. */
  ownLetter: 1.5,
  /** A letter that this language does not write. */
  foreignLetter: -2.5,
  /** A word's ending, for each of its letters. */
  ending: 0.4,
  /** The unit of the n-gram statistics. */
  ngram: 1 / 60,
  /** A language the desk reads. */
  desk: 0.4,
  /** A language that neither the desk nor the channel is known for. */
  unusual: -5,
  usualOfChannel: 2.5,
  otherOfChannel: 1.5,
  history: 2.5,
}
/** Letters of one kind counted for or against a language; more are no more proof. */
const mostLetters = 4
/** A channel's Hebrew says nothing of a text in Latin letters. */
export const canWrite = (lang: string, script: SharedScript) =>
  usualLanguages[script].includes(lang) ||
  !Object.values(usualLanguages).some((languages) => languages.includes(lang))

const add = (weights: Weights, lang: string, weight: number) =>
  weights.set(lang, (weights.get(lang) ?? evidence.unusual) + weight)

/** Common words; returns how many were met. */
export function addWords(found: readonly string[], weights: Weights): number {
  let hits = 0
  for (const word of found) {
    const languages = languagesOfWord.get(word)
    if (languages === undefined) continue
    hits++
    for (const lang of languages) {
      if (!weights.has(lang) && word.length < 3) continue
      add(weights, lang, word.length === 1 ? evidence.letterWord : evidence.word)
    }
  }
  return hits
}

/** Languages that never write a letter, by letter. */
const foreignIn: ReadonlyMap<string, readonly string[]> = new Map(
  Object.values(tellingLetters).flatMap((letters) =>
    Array.from(letters, (letter): [string, string[]] => [
      letter,
      Object.keys(lettersOf).filter((lang) => lettersOf[lang]?.has(letter) === false),
    ]),
  ),
)

/** Letters that one language has, and that others lack; returns how many of the first kind were met. */
export function addLetters(sample: string, script: SharedScript, weights: Weights): number {
  const counts = new Map<string, number>()
  const telling = tellingLetters[script]
  for (let index = 0; index < sample.length; index++) {
    const letter = sample.charAt(index)
    if (telling.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  let own = 0
  for (const [letter, count] of counts) {
    const times = Math.min(count, mostLetters)
    const owner = ownLetters[letter]
    if (owner !== undefined) {
      own++
      add(weights, owner, times * evidence.ownLetter)
    }
    for (const lang of foreignIn.get(letter) ?? []) {
      const weight = weights.get(lang)
      if (weight !== undefined) weights.set(lang, weight + times * evidence.foreignLetter)
    }
  }
  return own
}

/** Endings and runs of letters that tell the Slavic languages apart. */
export function addGrammar(sample: string, found: readonly string[], weights: Weights) {
  addEndings(found, weights)
  for (const { run, lang, weight } of tellingRuns) {
    const times = Math.min(mostLetters, sample.match(run)?.length ?? 0)
    if (times > 0) add(weights, lang, times * weight)
  }
}

/** Letters before an ending that make it one. */
const leastStem = 3
const longestEnding = 4

/** The longest ending of each word that a grammar knows. */
function addEndings(found: readonly string[], weights: Weights) {
  for (const word of found) {
    const longest = Math.min(longestEnding, word.length - leastStem)
    for (let length = longest; length > 0; length--) {
      const languages = languagesOfEnding.get(word.slice(-length))
      if (languages === undefined) continue
      const weight = evidence.ending * Math.min(length, 3)
      for (const lang of languages) add(weights, lang, weight)
      break
    }
  }
}

/** The n-gram statistics; returns 0 where they know none of the text. */
export function addNgrams(
  found: readonly string[],
  script: SharedScript,
  weights: Weights,
): number {
  const { scores, grams } = scoreNgrams(found)
  const best = Math.max(...scores.values())
  for (const [lang, score] of scores) {
    if (canWrite(lang, script)) add(weights, lang, score * evidence.ngram)
  }
  return scores.size === 0 ? 0 : best / Math.max(1, grams)
}
