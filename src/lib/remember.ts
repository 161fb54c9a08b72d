/** Words kept in each of two generations; a text of news has met most of its words before. */
const wordsKept = 30_000

/**
 * The function with its answers for words kept at hand. When there are too many those not asked for of
 * late are let go.
 */
export function rememberWords<T extends object>(read: (word: string) => T): (word: string) => T {
  let young = new Map<string, T>()
  let old = young
  return (word) => {
    const found = young.get(word)
    if (found !== undefined) return found
    const answer = old.get(word) ?? read(word)
    if (young.size >= wordsKept) {
      old = young
      young = new Map()
    }
    young.set(word, answer)
    return answer
  }
}
