import type { Dot } from './dots.ts'
import { groupBy } from './group-by.ts'
import type { TieKind } from './labels.ts'

/** A link as drawn: down or up from its source at `trunkX`, then along the row of its taker. */
export interface Route {
  source: Dot
  taker: Dot
  kind: TieKind
  main: boolean
  trunkX: number
  /** Height at which it runs along the row of its taker: that of the row, or above it where dots are in the way. */
  alongY: number
}

export interface DotTie {
  source: Dot
  taker: Dot
  kind: TieKind
  main: boolean
}

/** Beside the source, in the order in which they are tried; right of it as little as its label needs. */
const sidesteps = [0, -9, 9, -18, 18, -28, -38, -48, -58, -68]
/** Pixels that two lines or a line and a dot keep from each other. */
const clear = 7
/** Pixels above the dots of a row where lines to later dots run. */
const overDots = 29
const laneHeight = 9
const mostLanes = 2

/** Lines that go round the dots of others, so that no dot seems to stand on a chain that it is no part of. */
export function routeTies(ties: readonly DotTie[], dots: readonly Dot[]): Route[] {
  const routes: Route[] = []
  const shared = groupBy(
    ties,
    ({ source, kind, main }) => `${dots.indexOf(source)} ${kind} ${main}`,
  )
  // The longest lines are the hardest to find room for.
  const reach = (group: readonly DotTie[]) =>
    Math.max(...group.map(({ source, taker }) => Math.abs(taker.row - source.row)))
  for (const group of Array.from(shared.values()).sort((a, b) => reach(b) - reach(a))) {
    const trunkX = findTrunk(group, dots, routes)
    for (const tie of group)
      routes.push({ ...tie, trunkX, alongY: findLane(tie, trunkX, dots, routes) })
  }
  return routes
}

function findTrunk(
  group: readonly DotTie[],
  dots: readonly Dot[],
  routes: readonly Route[],
): number {
  const [first] = group
  if (first === undefined) return 0
  const { source } = first
  const rows = group.map(({ taker }) => taker.row)
  const top = Math.min(source.row, ...rows)
  const bottom = Math.max(source.row, ...rows)
  const nearest = Math.min(...group.map(({ taker }) => taker.x - taker.radius))
  const isFree = (x: number) =>
    dots.every(
      (dot) =>
        dot === source ||
        dot.row <= top - 1 ||
        dot.row >= bottom + 1 ||
        (group.some(({ taker }) => taker === dot) && x <= dot.x - dot.radius - clear) ||
        // A taker right below is met from above, where no other line goes on past it.
        (group.length === 1 && first.taker === dot && Math.abs(x - dot.x) < 1) ||
        (dot.row === source.row && Math.abs(x - source.x) <= source.radius) ||
        Math.abs(x - dot.x) > dot.radius + clear,
    ) &&
    routes.every(
      (route) =>
        Math.abs(route.trunkX - x) >= clear ||
        Math.max(route.source.row, route.taker.row) <= top ||
        Math.min(route.source.row, route.taker.row) >= bottom,
    )
  const wanted = sidesteps.map((step) => source.x + step)
  const leading = wanted.filter((x) => x <= nearest - clear || x === source.x)
  return leading.find(isFree) ?? wanted.find(isFree) ?? source.x
}

/** Above the row where dots stand between the trunk and the taker. */
function findLane(
  { source, taker }: DotTie,
  trunkX: number,
  dots: readonly Dot[],
  routes: readonly Route[],
): number {
  const left = Math.min(trunkX, taker.x)
  const right = Math.max(trunkX, taker.x)
  const inTheWay = dots.some(
    (dot) =>
      dot.row === taker.row && dot !== taker && dot !== source && dot.x > left - 1 && dot.x < right,
  )
  if (!inTheWay && source.row !== taker.row) return taker.y
  const others = new Set(
    routes
      .filter(
        (route) =>
          route.taker.row === taker.row &&
          route.alongY !== taker.y &&
          route.source !== source &&
          Math.min(route.trunkX, route.taker.x) < right &&
          Math.max(route.trunkX, route.taker.x) > left,
      )
      .map(({ alongY }) => alongY),
  )
  const lanes = Array.from(
    { length: mostLanes },
    (_, lane) => taker.y - overDots - lane * laneHeight,
  )
  return lanes.find((y) => !others.has(y)) ?? taker.y - overDots
}
