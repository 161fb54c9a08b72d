import { stemOf } from '../text/stem.ts'

/**
 * A stem without what word formation changes: in Arabic script the long vowels, and a first letter that
 * verbs and participles take, so that the verb, its noun and its participle meet. Coarser than `stemOf`:
 * only for comparing two texts that are alike anyway.
 */
export function rootOf(word: string): string {
  const stem = stemOf(word)
  const first = stem.charCodeAt(0)
  if (first < 0x600 || first > 0x6ff) return stem
  const consonants = stem.replace(/[اويهء]/g, '')
  const root = consonants.length > 3 ? consonants.replace(/^[تمنس]/, '') : consonants
  return root.length >= 2 ? root : stem
}
