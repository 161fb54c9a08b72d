import { unwrap, type Unwrapped } from './unwrap.ts'
import { withoutMarkup } from './without-markup.ts'

/** Markup parts an encoded word, which holds markup, and so on. */
const mostRounds = 4
const encoded = /[\w+/%&#;=\\-]{6,}/g

/** All readings of texts, with encodings undone and markup taken out, upon each other. */
export function readAll(texts: readonly string[]): Unwrapped {
  const readings = new Set<string>()
  let whole = true
  let pending = texts
  for (let round = 0; round < mostRounds && pending.length > 0; round++) {
    const joined: string[] = []
    for (const unwrapped of pending.map(unwrap)) {
      whole &&= unwrapped.whole
      for (const reading of unwrapped.readings) {
        const bare = withoutMarkup(reading)
        for (const each of bare) readings.add(each)
        joined.push(...newWords(reading, bare))
      }
    }
    pending = joined
  }
  return { readings: [...readings], whole: whole && pending.length === 0 }
}

/** What may be encoded, and stands whole only once the markup is gone. */
function newWords(reading: string, bare: readonly string[]): string[] {
  const known = new Set(reading.match(encoded))
  const words = bare.flatMap((each) => each.match(encoded) ?? []).filter((word) => !known.has(word))
  return words.length === 0 ? [] : [Array.from(new Set(words)).join('\n')]
}
