import type { NormalText } from './normalise.ts'
import type { TermWeights } from './term-weights.ts'
import { writtenAs } from './terms.ts'

interface Text {
  lang: string
  signal: { text: string }
  normal: NormalText
}

/**
 * Terms as people are told them: words and names as one of the texts has them, in English if any is; all else by its
 * label.
 */
export function wordsOf(
  terms: Iterable<number>,
  weights: TermWeights,
  texts: readonly Text[],
): string[] {
  const told = Array.from(terms)
  const wanted = new Set(
    told.filter((id) => isSpelled(id, weights)).map((id) => weights.hashOf(id)),
  )
  const found = new Map<number, string>()
  const englishFirst = texts.toSorted((a, b) => Number(b.lang === 'en') - Number(a.lang === 'en'))
  for (const { signal, normal } of englishFirst) {
    if (wanted.size === 0) break
    for (const [hash, word] of writtenAs(wanted, signal.text, normal.words)) {
      found.set(hash, word)
      wanted.delete(hash)
    }
  }
  const labels = told.map((id) => found.get(weights.hashOf(id)) ?? labelFor(id, weights))
  // A word may stand there as a stem and as a name, and a country as a place and as a nation.
  const known = new Set<string>()
  return labels.filter((label) => {
    const word = label.toLowerCase()
    return !known.has(word) && known.add(word)
  })
}

/** `taken_to_hospital` is one word in the dictionary, and three to people. */
const labelFor = (id: number, weights: TermWeights) => {
  const label = weights.labelOf(id)
  return weights.kindOf(id) === 'concept' ? label.replaceAll('_', ' ') : label
}

/** A stem or the consonants of a name are no words. */
const isSpelled = (id: number, weights: TermWeights) => {
  const kind = weights.kindOf(id)
  return kind === 'stem' || kind === 'name'
}
