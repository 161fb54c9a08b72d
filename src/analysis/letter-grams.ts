import type { Word } from '../lib/text.ts'

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
  const found: number[] = []
  for (const { word } of words.slice(0, leadWords)) {
    if (word.length < 3 && !/^\d/.test(word)) continue
    const marked = ` ${word} `
    for (let at = 0; at + gramLength <= marked.length; at++) found.push(bucketOf(marked, at))
  }
  found.sort((a, b) => a - b)
  return countRuns(found)
}

function bucketOf(text: string, at: number): number {
  let hash = 0
  for (let index = at; index < at + gramLength; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return (hash >>> 0) % gramBuckets
}

function countRuns(sorted: readonly number[]): LetterGrams {
  const distinct = sorted.filter((bucket, index) => bucket !== sorted[index - 1])
  const counts = new Uint8Array(distinct.length)
  let place = -1
  sorted.forEach((bucket, index) => {
    if (bucket !== sorted[index - 1]) place++
    counts[place] = Math.min(mostCounted, (counts[place] ?? 0) + 1)
  })
  return { buckets: Uint16Array.from(distinct), counts }
}
