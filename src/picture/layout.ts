import { type Clock, openClock } from './clock.ts'
import { collapseRows, type ShownRow } from './collapse.ts'
import { axisStart, type Dot, placeDots } from './dots.ts'
import { columns, groupGap, page, rowHeight, sizes, unknownLane } from './geometry.ts'
import { type Lineage, type Mark, traceLineage } from './marks.ts'
import { type DotTie, type Route, routeTies } from './routes.ts'
import { orderRows } from './rows.ts'
import { placeTicks, type Tick } from './ticks.ts'
import { scaleTimes, type TimeScale } from './time-scale.ts'
import type { TreeInput } from './tree-input.ts'
import type { Typeface } from './typeface.ts'

export interface PlacedRow extends ShownRow {
  /** Middle of the row. */
  y: number
}

/** Where everything of the tree stands; `top` and `bottom` bound its rows. */
export interface TreeLayout {
  lineage: Lineage
  rows: readonly PlacedRow[]
  dots: readonly Dot[]
  routes: readonly Route[]
  linksLeftOut: number
  scale: TimeScale
  ticks: readonly Tick[]
  clock: Clock
  /** Set where marks of unknown time stand: the middle of their lane. */
  unknownX?: number
  top: number
  bottom: number
}

/** Lays out the rows of a story from `top` down, in at most `room` pixels. */
export function layoutTree(
  input: TreeInput,
  { top, room }: { top: number; room: number },
  face: Typeface,
): TreeLayout {
  const lineage = traceLineage(input)
  const ordered = orderRows(lineage, input.story.origins)
  const groups = new Set(ordered.map(({ group }) => group)).size
  const rows = placeRows(collapseRows(ordered, rowsThatFit(room, groups)), top)
  const clock = openClock(input.timezone, input.labels.locale)
  const marks = Array.from(lineage.marks.values())
  const withUnknown = marks.some(({ at }) => at === undefined)
  const instants = marks.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)]))
  const withYears = new Set(instants.map(clock.year)).size > 1
  const labelled = (seconds: number) => face.width(input.labels.gap(seconds), sizes.small) + 30
  const scale = scaleTimes(instants, {
    from: axisStart(withUnknown, unknownLane),
    to: page.width - page.margin - columns.afterLast,
    breakWidth: (seconds) => Math.max(withYears ? 170 : 120, labelled(seconds)),
  })
  const unknownX = columns.axis + 8
  const xOf = ({ at }: Mark) => (at === undefined ? unknownX : scale.x(Date.parse(at)))
  const dots = rows.flatMap(({ rows: shown, y }, row) =>
    placeDots(
      shown.flatMap((one) => one.marks),
      xOf,
      { row, y },
      shown.length === 1,
    ),
  )
  const ties = tiesOfDots(lineage, dots)
  const drawn = thinOut(ties)
  return {
    lineage,
    rows,
    dots,
    routes: routeTies(drawn, dots),
    linksLeftOut: ties.length - drawn.length,
    scale,
    ticks: placeTicks(scale, clock, { apart: withYears ? 165 : 125, withYears }),
    clock,
    ...(withUnknown ? { unknownX } : {}),
    top,
    bottom: (rows.at(-1)?.y ?? top) + rowHeight / 2,
  }
}

/** As many rows as there is room for, with the gaps between the groups. */
function rowsThatFit(room: number, groups: number): number {
  let rows = Math.floor(room / rowHeight)
  while (rows > 1 && rows * rowHeight + Math.min(rows - 1, groups) * groupGap > room) rows--
  return rows
}

function placeRows(rows: readonly ShownRow[], top: number): PlacedRow[] {
  let y = top - rowHeight / 2
  return rows.map((row, index) => {
    const before = rows[index - 1]
    y += rowHeight + (before !== undefined && before.group !== row.group ? groupGap : 0)
    return { ...row, y }
  })
}

/** Links between dots: one for all those of one kind between the same two. */
function tiesOfDots({ ties }: Lineage, dots: readonly Dot[]): DotTie[] {
  const dotOf = new Map(dots.flatMap((dot) => dot.marks.map(({ id }) => [id, dot] as const)))
  const found = new Map<string, DotTie>()
  for (const { source: from, taker: to, kind, main } of ties) {
    const source = dotOf.get(from)
    const taker = dotOf.get(to)
    if (source === undefined || taker === undefined || source === taker) continue
    const key = `${dots.indexOf(source)} ${dots.indexOf(taker)} ${kind}`
    // Who repeats himself took it from nobody else.
    const strong = (main && source.row !== taker.row) || found.get(key)?.main === true
    found.set(key, { source, taker, kind, main: strong })
  }
  return Array.from(found.values())
}

/** More lines than that hide each other. */
const mostLines = 40

/** All links while they can be told apart; beyond, how each row came by the story first. */
function thinOut(ties: readonly DotTie[]): DotTie[] {
  if (ties.length <= mostLines) return [...ties]
  const first = new Map<number, DotTie>()
  for (const tie of ties) {
    const known = first.get(tie.taker.row)
    if (tie.main && (known === undefined || tie.taker.x < known.taker.x))
      first.set(tie.taker.row, tie)
  }
  return Array.from(first.values())
}
