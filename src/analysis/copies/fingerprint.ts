import { hashOf } from '../text/hash.ts'

/** Words in a shingle. */
const shingleWords = 3

/**
 * Shingles in a winnowing window. Schleimer, Wilkerson, Aiken 2003: any common run of
 * `shingleWords + window - 1` = 6 words shares a fingerprint, wherever it stands.
 */
const window = 4

/** Hashes of all runs of three words, in order; a text of fewer words has one. */
export function shinglesOf(tokens: Uint32Array): Uint32Array {
  if (tokens.length === 0) return new Uint32Array()
  if (tokens.length < shingleWords) return Uint32Array.of(hashOf(tokens[0] ?? 0, tokens[1] ?? 0))
  const shingles = new Uint32Array(tokens.length - shingleWords + 1)
  for (let index = 0; index < shingles.length; index++) {
    shingles[index] = hashOf(tokens[index] ?? 0, tokens[index + 1] ?? 0, tokens[index + 2] ?? 0)
  }
  return shingles
}

/** Winnowing: the least hash of each window, each once. */
export function winnow(shingles: Uint32Array): Uint32Array {
  const chosen = new Set<number>()
  const last = Math.max(0, shingles.length - window)
  let before = 0
  for (let start = 0; start <= last; start++) {
    let least = shingles[start] ?? 0
    for (let offset = 1; offset < window && start + offset < shingles.length; offset++) {
      const hash = shingles[start + offset] ?? 0
      if (hash < least) least = hash
    }
    // Windows beside each other mostly have the same.
    if (least !== before) chosen.add(least)
    before = least
  }
  chosen.delete(0)
  return Uint32Array.from(chosen)
}

/** Texts of up to so many words have every shingle for a fingerprint: one word changed leaves few. */
const shortText = 16

/** Words that a cut text keeps at least. */
const headWords = 4

/** What a text is found by: its winnowed shingles, or all where they are few, and its first words. */
export function fingerprintsOf(tokens: Uint32Array): Uint32Array {
  const shingles = shinglesOf(tokens)
  const chosen = tokens.length <= shortText ? shingles : winnow(shingles)
  return tokens.length < headWords ? chosen : Uint32Array.from(new Set([...chosen, headOf(tokens)]))
}

/** One hash of the first four words. */
export function headOf([a = 0, b = 0, c = 0, d = 0]: Uint32Array): number {
  return hashOf(hashOf(a, b), c, d)
}
