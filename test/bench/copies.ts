import { z } from 'zod'
import { derivingKinds, type Link } from '../../src/model/link.ts'
import { feed } from '../helpers/feed.ts'
import { readRows } from './read-rows.ts'
import { printTable, round, share } from './report.ts'

const row = z.object({
  channel: z.string(),
  id: z.number(),
  at: z.string(),
  text: z.string(),
  copyOf: z.string().optional(),
  edit: z.string().optional(),
  late: z.boolean().optional(),
  variantOf: z.string().optional(),
  alert: z.boolean().optional(),
})
type Row = z.infer<typeof row>

const keyOf = ({ channel, id }: Row) => `${channel}/${id}`

/** How many edited copies are found, and how many links say more than is so. */
export async function benchCopies(file: string): Promise<Record<string, unknown>> {
  const rows = readRows(file, row)
  const { links, storyOf } = await feed({ posts: rows })
  const byKey = new Map(rows.map((each) => [keyOf(each), each]))
  const linksFrom = new Map<string, Link[]>()
  for (const link of links.filter(({ kind }) => derivingKinds.has(kind))) {
    linksFrom.set(link.from, [...(linksFrom.get(link.from) ?? []), link])
  }
  const copies = rows.filter(({ copyOf }) => copyOf !== undefined)
  const recalled = new Set(copies.filter((each) => reaches(each, linksFrom, byKey)))
  const recallOf = (some: readonly Row[]) =>
    share(some.filter((each) => recalled.has(each)).length, some.length)
  const edits = [...new Set(copies.map(({ edit }) => edit ?? ''))].sort()
  const byEdit = round(
    Object.fromEntries(
      edits.map((edit) => [edit, recallOf(copies.filter((each) => each.edit === edit))]),
    ),
  )
  const figures = {
    ...round({
      recall: recallOf(copies),
      lateRecall: recallOf(copies.filter(({ late }) => late === true)),
    }),
    ...falseLinks(rows, linksFrom, byKey),
    alertsMerged: mergedAlerts(rows, storyOf),
  }
  printTable([['', 'figure'], ...Object.entries({ ...byEdit, ...figures })])
  return { n: rows.length, byEdit, ...figures }
}

/** True where the chain of links reaches the copied signal or an earlier copy of it. */
function reaches(
  copy: Row,
  linksFrom: ReadonlyMap<string, readonly Link[]>,
  byKey: ReadonlyMap<string, Row>,
): boolean {
  const seen = new Set([keyOf(copy)])
  for (const key of seen) {
    if (key === copy.copyOf) return true
    const other = byKey.get(key)
    if (
      key !== keyOf(copy) &&
      other?.copyOf === copy.copyOf &&
      other !== undefined &&
      other.at <= copy.at
    )
      return true
    for (const { to } of linksFrom.get(key) ?? []) seen.add(to)
  }
  return false
}

function falseLinks(
  rows: readonly Row[],
  linksFrom: ReadonlyMap<string, readonly Link[]>,
  byKey: ReadonlyMap<string, Row>,
) {
  let variantsAsCopies = 0
  let falseCopies = 0
  let alertsAsCopies = 0
  for (const each of rows) {
    const targets = (linksFrom.get(keyOf(each)) ?? [])
      .filter(({ kind }) => kind === 'copy')
      .flatMap(({ to }) => byKey.get(to) ?? [])
    if (each.variantOf !== undefined && targets.some((to) => keyOf(to) === each.variantOf))
      variantsAsCopies++
    if (each.alert === true && targets.some(({ alert }) => alert === true)) alertsAsCopies++
    const original = byKey.get(each.copyOf ?? each.variantOf ?? '')
    if (original === undefined) continue
    falseCopies += targets.filter((to) => heldShare(original.text, to.text) < 0.5).length
  }
  return { variantsAsCopies, falseCopies, alertsAsCopies }
}

/** Share of the first text's runs of five characters that the second holds too. */
function heldShare(text: string, holder: string): number {
  const runs = runsOfFive(text)
  const held = runsOfFive(holder)
  return share(Array.from(runs).filter((run) => held.has(run)).length, runs.size)
}

function runsOfFive(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  return new Set(
    Array.from({ length: Math.max(0, plain.length - 4) }, (_, at) => plain.slice(at, at + 5)),
  )
}

/** Pairs of alerts that stand in one story though their texts differ. */
function mergedAlerts(rows: readonly Row[], storyOf: (key: string) => number): number {
  const alerts = rows.filter(({ alert }) => alert === true)
  let merged = 0
  alerts.forEach((one, index) => {
    for (const other of alerts.slice(index + 1)) {
      if (one.text !== other.text && storyOf(keyOf(one)) === storyOf(keyOf(other))) merged++
    }
  })
  return merged
}
