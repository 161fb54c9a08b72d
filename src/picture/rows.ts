import { groupBy } from './group-by.ts'
import type { Lineage, Mark } from './marks.ts'

/** A channel or outlet in the order in which it is drawn. */
export interface Row {
  /** `ch:` or `out:` and a name. */
  id: string
  /** The row its first post was taken from; none where it took it from nobody. */
  parent?: string
  /** Place among the story's origins; the rows of one origin stand together. */
  group: number
  marks: readonly Mark[]
}

/** Marks of unknown time stand before all others. */
export const byTime = (a: Mark, b: Mark): number =>
  (a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0

/** The rows of a story, each below the one it took the story from and beside those who took it there too. */
export function orderRows(
  { marks, ties }: Lineage,
  origins: readonly { origin: string; signals: readonly string[] }[],
): Row[] {
  const inRows = groupBy(marks.values(), ({ row }) => row)
  for (const [row, own] of inRows) inRows.set(row, own.toSorted(byTime))
  const parents = findParents(inRows, { marks, ties })
  const ids = Array.from(inRows.keys()).sort(
    (a, b) => groupOf(a) - groupOf(b) || byTime(firstOf(a), firstOf(b)),
  )
  const children = groupBy(ids, (id) => parents.get(id) ?? '')
  const ordered: Row[] = []
  const put = (id: string, group: number) => {
    const parent = parents.get(id)
    const own = inRows.get(id) ?? []
    ordered.push({ id, group, marks: own, ...(parent === undefined ? {} : { parent }) })
    for (const child of children.get(id) ?? []) put(child, group)
  }
  for (const id of children.get('') ?? []) put(id, groupOf(id))
  return ordered

  function firstOf(id: string): Mark {
    const [first] = inRows.get(id) ?? []
    if (first === undefined) throw new Error(`The row ${id} has no mark.`)
    return first
  }

  function groupOf(id: string): number {
    const held = inRows.get(id)?.find(({ origin }) => origin !== undefined)?.origin?.origin
    const at = origins.findIndex(
      ({ origin, signals }) =>
        origin === held || (held === undefined && signals.includes(firstOf(id).id)),
    )
    return at === -1 ? origins.length : at
  }
}

function findParents(
  inRows: ReadonlyMap<string, readonly Mark[]>,
  { marks, ties }: Lineage,
): ReadonlyMap<string, string> {
  const mainSource = new Map(ties.flatMap((tie) => (tie.main ? [[tie.taker, tie.source]] : [])))
  const parents = new Map<string, string>()
  for (const [row, own] of inRows) {
    // What counts as an origin of its own stands by itself, whatever else it took from others.
    if (own.some(({ origin }) => origin !== undefined)) continue
    const parent = firstParent(row, own)
    // Two channels that take from each other would hang from each other and from nothing else.
    if (parent !== undefined && !descends(parent, row)) parents.set(row, parent)
  }
  return parents

  function firstParent(row: string, own: readonly Mark[]): string | undefined {
    for (const { id } of own) {
      const source = mainSource.get(id)
      if (source === undefined) return undefined
      const from = marks.get(source)?.row
      if (from !== row) return from
    }
    return undefined
  }

  function descends(row: string | undefined, ancestor: string): boolean {
    for (let at = row; at !== undefined; at = parents.get(at)) if (at === ancestor) return true
    return false
  }
}
