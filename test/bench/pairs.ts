import { z } from 'zod'
import { type PairJudge, createPairJudge } from './pair-judge.ts'
import { readRows } from './read-rows.ts'
import { printTable, round, share } from './report.ts'

const row = z.object({
  id: z.string(),
  lang: z.string(),
  a: z.object({ text: z.string() }),
  b: z.object({ text: z.string() }),
  label: z.enum(['same', 'different', 'contradicts']),
})

/** Same event or not, at the product's own two thresholds, for pairs of texts. */
export async function benchPairs(file: string): Promise<Record<string, unknown>> {
  const rows = readRows(file, row)
  const judge = await createPairJudge(rows.flatMap(({ a, b }) => [a.text, b.text]))
  const judged = rows.map(({ a, b, label }) => ({ label, ...judge(a.text, b.text) }))
  const compared = judged.filter(({ label }) => label !== 'contradicts')
  const contradicting = judged.filter(({ label }) => label === 'contradicts')
  const merge = scores(compared, ({ verdict }) => verdict === 'merge')
  const suggest = scores(compared, ({ verdict }) => verdict !== 'apart')
  const averagePrecision = round({ value: averagePrecisionOf(compared) }).value
  const flagged = contradicting.filter(({ contradicts }) => contradicts).length
  const flags = judged.filter(({ contradicts }) => contradicts).length
  printTable([
    ['', 'precision', 'recall', 'F1'],
    ['merge', merge.precision, merge.recall, merge.f1],
    ['suggest', suggest.precision, suggest.recall, suggest.f1],
    ['average precision', averagePrecision, '', ''],
    [
      'contradicts flagged',
      round({ value: share(flagged, flags) }).value,
      round({ value: share(flagged, contradicting.length) }).value,
      '',
    ],
  ])
  return {
    n: rows.length,
    merge: { precision: merge.precision, recall: merge.recall },
    suggest,
    averagePrecision,
    ...(contradicting.length > 0
      ? {
          contradicts: {
            n: contradicting.length,
            flagged: round({ value: share(flagged, contradicting.length) }).value,
            precision: round({ value: share(flagged, flags) }).value,
          },
        }
      : {}),
  }
}

type Judged = ReturnType<PairJudge> & { label: string }

function scores(judged: readonly Judged[], yes: (pair: Judged) => boolean) {
  const said = judged.filter(yes)
  const right = said.filter(({ label }) => label === 'same').length
  const precision = share(right, said.length)
  const recall = share(right, judged.filter(({ label }) => label === 'same').length)
  return round({ precision, recall, f1: share(2 * precision * recall, precision + recall) })
}

/** Mean of the precision at each same pair, in order of falling score. */
function averagePrecisionOf(judged: readonly Judged[]): number {
  const ranked = [...judged].sort((a, b) => b.score - a.score)
  let same = 0
  let total = 0
  ranked.forEach(({ label }, index) => {
    if (label !== 'same') return
    same++
    total += same / (index + 1)
  })
  return share(total, same)
}
