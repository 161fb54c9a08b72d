export interface BCubed {
  precision: number
  recall: number
  f1: number
}

/** B³ (Bagga and Baldwin 1998) over items with a true and a found cluster. */
export function bCubed(items: readonly { truth: string; found: string }[]): BCubed {
  const truth = countBy(items.map((item) => item.truth))
  const found = countBy(items.map((item) => item.found))
  const both = countBy(items.map(bothOf))
  let precision = 0
  let recall = 0
  for (const item of items) {
    const shared = both.get(bothOf(item)) ?? 0
    precision += shared / (found.get(item.found) ?? 1)
    recall += shared / (truth.get(item.truth) ?? 1)
  }
  precision /= items.length || 1
  recall /= items.length || 1
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

const bothOf = ({ truth, found }: { truth: string; found: string }) => `${truth}\n${found}`

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
