/** The candidate that a slip of the keyboard may have meant; undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const bare = plain(word)
  if (bare.length < 2) return undefined
  const holding = candidates.filter((candidate) => plain(candidate).includes(bare))
  if (bare.length >= 4 && holding.length === 1) return holding[0]
  let best: string | undefined
  let least = Math.max(1, Math.floor(bare.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(bare, plain(candidate))
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best
}

/** `back_fill-Posts` and `backfillPosts` are the same word. */
const plain = (word: string) =>
  word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 64)

/** Levenshtein distance, with two letters swapped counted as one slip. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let j = 0; j <= b.length; j++) rows[0]?.splice(j, 1, j)
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      rows[i]?.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      )
    }
  }
  return at(a.length, b.length)
}
