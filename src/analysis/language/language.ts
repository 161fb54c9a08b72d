import { franc } from 'franc'
import { dominantScript, type Script } from '../../lib/text.ts'
import {
  addGrammar,
  addLetters,
  addNgrams,
  addWords,
  canWrite,
  evidence,
  type SharedScript,
  type Weights,
} from './language-evidence.ts'
import { usualLanguages } from './language-letters.ts'
import { blankLinks } from '../text/normalise.ts'

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

const wordOf: Readonly<Record<SharedScript, RegExp>> = {
  latin: /[a-z\u00c0-\u024f'’]+/g,
  cyrillic: /[\u0400-\u052f'’ʼ]+/g,
  arabic: /[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06fa-\u06ff]+/g,
  hebrew: /[\u0590-\u05ff]+/g,
}

/** The words in the text's own script; names and code in another say nothing of its language. */
const wordsIn = (sample: string, script: SharedScript): readonly string[] =>
  sample.match(wordOf[script]) ?? []

/** Latin names stand in texts of every script: a third of the letters in another decides for it. */
function scriptOf(sample: string): Script {
  const script = dominantScript(sample)
  if (script !== 'latin') return script
  const latin = sample.match(/[a-z\u00c0-\u024f]/g)?.length ?? 0
  const others = sample.match(/[\u0400-\u06ff]/g) ?? []
  return others.length * 2 > latin ? dominantScript(others.join('')) : script
}

function priorsOf(script: SharedScript, hint: LanguageHint): Weights {
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

/** How far the best language is ahead of the next. */
function leadOf(weights: Weights): number {
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

function answerFrom(weights: Weights): LanguageAnswer {
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
