import type { Word } from '../../lib/text.ts'

/** Three letters in a row outlive inflection, spelling and compounding in any script, and need no stemmer. */
const gramLength = 3
/** News says what happened in its first sentences; what follows is background that many stories share. */
const leadWords = 60
/** Letter grams are counted in so many buckets; rare ones may share one, which costs no measurable likeness. */
export const gramBuckets = 2 ** 16
const mostCounted = 255

/** Runs of three letters in the lead of a text: buckets in rising order, each with how often it stands there. */
export interface LetterGrams {
  buckets: Uint16Array
  counts: Uint8Array
}

/** Grams of the first 60 words, each word taken with a mark for its beginning and its end. */
export function lettersOf(words: readonly Word[]): LetterGrams {
  const lead = words
    .slice(0, leadWords)
    .filter(({ word }) => word.length >= gramLength || startsWithDigit(word))
  // A word with its two marks has as many grams as letters.
  const found = new Uint16Array(lead.reduce((total, { word }) => total + word.length, 0))
  let next = 0
  for (const { word } of lead) {
    let before = mark
    let letter = word.charCodeAt(0)
    for (let at = 1; at <= word.length; at++) {
      const after = at === word.length ? mark : word.charCodeAt(at)
      found[next++] = bucketOf(before, letter, after)
      before = letter
      letter = after
    }
  }
  return countRuns(found.sort())
}

/** Stands before and after a word. */
const mark = 0x20

function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39
}

function bucketOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15) ^ second, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15) ^ third, 0x9e3779b1)
  return ((hash ^ (hash >>> 15)) >>> 0) % gramBuckets
}

function countRuns(sorted: Uint16Array): LetterGrams {
  const buckets = new Uint16Array(sorted.length)
  const counts = new Uint8Array(sorted.length)
  let last = -1
  for (let index = 0; index < sorted.length; index++) {
    const bucket = sorted[index] ?? 0
    if (last < 0 || bucket !== buckets[last]) buckets[++last] = bucket
    counts[last] = Math.min(mostCounted, (counts[last] ?? 0) + 1)
  }
  return { buckets: buckets.slice(0, last + 1), counts: counts.slice(0, last + 1) }
}

/** The share of grams that two texts have in common, all weighing alike: the same whatever else was read. */
export function sharedGrams(first: LetterGrams, second: LetterGrams): number {
  const [a, b] = [first.buckets, second.buckets]
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left = 0, right = 0] = [a[i], b[j]]
    if (left === right) shared += 1
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  const all = a.length + b.length - shared
  return all === 0 ? 0 : shared / all
}
