import type { TextComparison } from '../../model/explanation.ts'
import type { CopyDocument } from '../copies/copies.ts'
import { matchTexts } from '../copies/match-texts.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { compareShingles, type Overlap } from '../copies/similarity.ts'

/** Compares the two versions that have most in common, as the search for copies does. */
export function compareTexts(earlier: ReadSignal, later: ReadSignal): TextComparison {
  const pairs = earlier.versions.flatMap((first) =>
    later.versions.map((second) => ({
      first,
      second,
      overlap: compareShingles(first.normal.tokens, second.normal.tokens),
    })),
  )
  const best = pairs.sort((a, b) => b.overlap.shared - a.overlap.shared)[0]
  if (best === undefined) throw new RangeError(`${earlier.signal.key} has no text to compare.`)
  const { first, second, overlap } = best
  const match = matchTexts(first, second)
  return {
    judged: match === undefined ? undefined : { kind: match.kind, how: match.how },
    sharedRuns: overlap.shared,
    ofEarlier: overlap.ofEarlier,
    ofLater: overlap.ofLater,
    jaccard: overlap.jaccard,
    sharedWords: wordsOf(second, overlap.later),
    difference:
      match?.difference === undefined
        ? undefined
        : { was: match.difference.was, is: match.difference.is },
  }
}

function wordsOf({ text, normal }: CopyDocument, { from, to }: Overlap['later']): string {
  const [first, last] = [normal.words[from], normal.words[to - 1]]
  return first === undefined || last === undefined ? '' : text.slice(first.from, last.to)
}
