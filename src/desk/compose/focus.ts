import { words } from '../../lib/text.ts'
import { commonWords } from './prior-words.ts'
import type { Extract } from './extract.ts'

/** Enough of a word to know it again in another form. */
const stemLength = 5
/** A later sentence takes the place of the first only when it has twice as much in common. */
const clearly = 2
const readMost = 8

/**
 * Index of the sentence that a story's other texts share: the first one, unless another clearly has more of
 * its words in common with them. Commentary around a copied report is passed over so.
 */
export function findFocus(candidates: readonly Extract[], others: readonly string[]): number {
  const told = others.map((text) => stemsOf(text))
  const scores = candidates.slice(0, readMost).map(({ text }) => {
    const stems = stemsOf(text)
    const shared = told.reduce((most, other) => Math.max(most, countShared(stems, other)), 0)
    return shared / Math.sqrt(Math.max(4, stems.size))
  })
  const best = Math.max(0, ...scores)
  const first = scores[0] ?? 0
  return best >= 1 && best >= clearly * first ? scores.indexOf(best) : 0
}

const stemsOf = (text: string): Set<string> =>
  new Set(
    words(text)
      .map(({ word }) => word)
      .filter((word) => (word.length > 3 && !commonWords.has(word)) || /\d/.test(word))
      .map((word) => word.slice(0, stemLength)),
  )

const countShared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  Array.from(a).filter((stem) => b.has(stem)).length
