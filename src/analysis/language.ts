import { franc } from 'franc'
import { dominantScript, type Script } from '../lib/text.ts'
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
import { blankLinks } from './normalise.ts'

/** What is known of the channel: its languages, the usual one first, and how many posts were in each. */
export interface LanguageHint {
  languages?: readonly string[]
  history?: ReadonlyMap<string, number>
}

export interface LanguageAnswer {
  /** ISO 639-1, or `und`. */
  lang: string
  /** 0–1: about how often such an answer is right. */
  confidence: number
}

const undetermined: LanguageAnswer = { lang: 'und', confidence: 0 }

/** Characters looked at; more tell no more. */
const longestSample = 200
/** Evidence is in natural logarithms of odds. */
const evidence = {
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
const deskLanguages: ReadonlySet<string> = new Set(['en', 'ru', 'uk', 'ar', 'he', 'fa'])
/** With this lead no statistics are needed. */
const decisiveLead = 12
const leastConfidence = 0.3

/** Which language a text is in: by script, letters, common words, n-grams and what its channel writes. */
export function detectLanguage(text: string, hint: LanguageHint = {}): LanguageAnswer {
  const sample = sampleOf(text)
  const script = scriptOf(sample)
  if (script === 'other') return ofOtherScript(sample)
  if (script === 'hebrew') return { lang: 'he', confidence: 0.99 }
  const found = wordsIn(sample, script)
  const weights = priorsOf(script, hint)
  const words = addWords(found, weights)
  const letters = addLetters(sample, script, weights)
  if (script === 'cyrillic' && leadOf(weights) < decisiveLead) addGrammar(sample, found, weights)
  const ngrams = leadOf(weights) < decisiveLead ? addNgrams(found, script, weights) : 0
  const known = hint.languages?.some((lang) => usualLanguages[script].includes(lang)) ?? false
  if (words + letters + ngrams === 0 && !known) return undetermined
  return answerFrom(weights)
}

/** Lower case, without what is not language: links, handles, hashtags. */
function sampleOf(text: string): string {
  const plain = blankLinks(text.slice(0, longestSample * 4)).replace(/#[\p{L}\p{N}_]+/gu, ' ')
  return plain.replace(/\s+/g, ' ').slice(0, longestSample).toLowerCase()
}

const wordOf: Readonly<Record<Exclude<Script, 'other'>, RegExp>> = {
  latin: /[a-z\u00c0-\u024f'’]+/g,
  cyrillic: /[\u0400-\u052f'’ʼ]+/g,
  arabic: /[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u06ff]+/g,
  hebrew: /[\u0590-\u05ff]+/g,
}

/** The words in the text's own script; names and code in another say nothing of its language. */
const wordsIn = (sample: string, script: Exclude<Script, 'other'>): readonly string[] =>
  sample.match(wordOf[script]) ?? []

/** Latin names stand in texts of every script: a third of the letters in another decides for it. */
function scriptOf(sample: string): Script {
  const script = dominantScript(sample)
  if (script !== 'latin') return script
  const latin = sample.match(/[a-z\u00c0-\u024f]/g)?.length ?? 0
  const others = sample.match(/[\u0400-\u06ff]/g) ?? []
  return others.length * 2 > latin ? dominantScript(others.join('')) : script
}

function priorsOf(script: Exclude<Script, 'other'>, hint: LanguageHint): Map<string, number> {
  const weights = new Map(
    usualLanguages[script].map((lang) => [lang, deskLanguages.has(lang) ? evidence.desk : 0]),
  )
  hint.languages?.forEach((lang, index) => {
    if (!canWrite(lang, script)) return
    weights.set(lang, index === 0 ? evidence.usualOfChannel : evidence.otherOfChannel)
  })
  const posts = Array.from(hint.history ?? []).filter(([lang]) => canWrite(lang, script))
  const total = posts.reduce((sum, [, count]) => sum + count, 0)
  for (const [lang, count] of posts) {
    weights.set(lang, (weights.get(lang) ?? evidence.unusual) + (evidence.history * count) / total)
  }
  return weights
}

/** A channel's Hebrew says nothing of a text in Latin letters. */
const canWrite = (lang: string, script: Exclude<Script, 'other'>) =>
  usualLanguages[script].includes(lang) ||
  !Object.values(usualLanguages).some((languages) => languages.includes(lang))

const add = (weights: Map<string, number>, lang: string, weight: number) =>
  weights.set(lang, (weights.get(lang) ?? evidence.unusual) + weight)

function addWords(found: readonly string[], weights: Map<string, number>): number {
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

function addLetters(
  sample: string,
  script: Exclude<Script, 'other'>,
  weights: Map<string, number>,
): number {
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

function addGrammar(sample: string, found: readonly string[], weights: Map<string, number>) {
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
function addEndings(found: readonly string[], weights: Map<string, number>) {
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

function addNgrams(
  found: readonly string[],
  script: Exclude<Script, 'other'>,
  weights: Map<string, number>,
): number {
  const { scores, grams } = scoreNgrams(found)
  const best = Math.max(...scores.values())
  for (const [lang, score] of scores) {
    if (canWrite(lang, script)) add(weights, lang, score * evidence.ngram)
  }
  return scores.size === 0 ? 0 : best / Math.max(1, grams)
}

/** How far the best language is ahead of the next. */
function leadOf(weights: ReadonlyMap<string, number>): number {
  let best = -Infinity
  let next = -Infinity
  for (const weight of weights.values()) {
    if (weight > best) {
      next = best
      best = weight
    } else if (weight > next) next = weight
  }
  return best - next
}

function answerFrom(weights: ReadonlyMap<string, number>): LanguageAnswer {
  let lang = 'und'
  let best = -Infinity
  for (const [candidate, weight] of weights) {
    if (weight > best) {
      lang = candidate
      best = weight
    }
  }
  let odds = 0
  for (const weight of weights.values()) odds += Math.exp(weight - best)
  const confidence = Math.min(0.99, Math.round(100 / odds) / 100)
  return confidence < leastConfidence ? undetermined : { lang, confidence }
}

/** Scripts that one language writes, as franc names them. */
const ofScript: Readonly<Record<string, string>> = {
  ell: 'el',
  hye: 'hy',
  kat: 'ka',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  hin: 'hi',
  tha: 'th',
  amh: 'am',
  ben: 'bn',
  tam: 'ta',
}

function ofOtherScript(sample: string): LanguageAnswer {
  const lang = ofScript[franc(sample, { minLength: 2 })]
  return lang === undefined ? undetermined : { lang, confidence: 0.9 }
}
