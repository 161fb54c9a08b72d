/** Words whose readings are kept at hand; news of a day has fewer. */
const wordsKept = 50_000

/** The function with its answers kept at hand: most words of a text have been met before. */
export function rememberWords<T extends object>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= wordsKept) known.clear()
    const answer = read(word)
    known.set(word, answer)
    return answer
  }
}
