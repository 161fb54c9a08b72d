import { groupBy } from './group-by.ts'
import type { Row } from './rows.ts'

/** A row as it is shown: one channel's, or one for several channels that found no place. */
export interface ShownRow {
  id: string
  group: number
  /** Rows that it shows; several only where it stands for more channels. */
  rows: readonly Row[]
  /** For several: the row from which they took it, themselves or through others of them. */
  takenFrom?: string
}

/**
 * The rows in at most `most` places. Those from whom most channels took it stay, then the earliest; the others
 * share one row under the one they took it from.
 */
export function collapseRows(rows: readonly Row[], most: number): ShownRow[] {
  if (rows.length <= most) return rows.map(shownAlone)
  const ranked = rankRows(rows)
  for (let keep = most - 1; keep > 0; keep--) {
    const shown = showOnly(rows, new Set(ranked.slice(0, keep)))
    if (shown.length <= most) return shown
  }
  return showOnly(rows, new Set(ranked.slice(0, 1)))
}

const shownAlone = (row: Row): ShownRow => ({ id: row.id, group: row.group, rows: [row] })

/** Everybody who derives from a row stands after it, so a row is never kept without the one it hangs from. */
function rankRows(rows: readonly Row[]): string[] {
  const sizes = new Map(rows.map(({ id }) => [id, 1]))
  for (const { id, parent } of rows.toReversed())
    if (parent !== undefined) sizes.set(parent, (sizes.get(parent) ?? 0) + (sizes.get(id) ?? 0))
  const rank = ({ id, parent, marks }: Row) =>
    (sizes.get(id) ?? 0) + (parent === undefined && marks.some(isOrigin) ? rows.length : 0)
  const isOrigin = ({ origin }: Row['marks'][number]) => origin !== undefined
  return rows.toSorted((a, b) => rank(b) - rank(a)).map(({ id }) => id)
}

function showOnly(rows: readonly Row[], kept: ReadonlySet<string>): ShownRow[] {
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]))
  const keptAbove = (id: string | undefined): string | undefined =>
    id === undefined || kept.has(id) ? id : keptAbove(parents.get(id))
  const hidden = groupBy(
    rows.filter(({ id }) => !kept.has(id)),
    ({ id }) => keptAbove(id) ?? '',
  )
  const shown: ShownRow[] = []
  for (const [index, row] of rows.entries()) {
    if (kept.has(row.id)) shown.push(shownAlone(row))
    for (const [from, others] of hidden)
      if (others.at(-1) === row) shown.push(...shareRow(from, others, rows[index]))
  }
  return shown
}

function shareRow(from: string, rows: readonly Row[], last: Row | undefined): ShownRow[] {
  // One channel needs no more room than the row that would stand for it.
  const [only] = rows
  if (rows.length === 1 && only !== undefined) return [shownAlone(only)]
  const shared = { id: `more:${from}`, group: last?.group ?? 0, rows }
  return [from === '' ? shared : { ...shared, takenFrom: from }]
}
