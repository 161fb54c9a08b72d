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

/** Beside the source, in the order in which they are tried. */
const sidesteps = [0, -9, 9, -18, 18, -27, -48, -57, -66]
/** Pixels that two lines or a line and a dot keep from each other. */
const clear = 7
/** A line along a row has at least this length: its bend and its arrowhead. */
const shortest = 38
/** Pixels above the dots of a row where lines to later dots run. */
const overDots = 29
const laneHeight = 9
const mostLanes = 2

/** Lines that go round the dots of others, so that no dot seems to stand on a chain that it is no part of. */
export function routeTies(ties: readonly DotTie[], dots: readonly Dot[]): Route[] {
  const routes: Route[] = []
  // Takers right below or above their source get a straight line each; the others share what they can.
  const isBelow = ({ source, taker }: DotTie) =>
    source.row !== taker.row && Math.abs(taker.x - source.x) <= source.radius - 4
  const shared = groupBy(ties, (tie) =>
    [
      dots.indexOf(tie.source),
      tie.kind,
      tie.main,
      isBelow(tie) ? dots.indexOf(tie.taker) : 'later',
    ].join(),
  )
  // The longest lines are the hardest to find room for.
  const reach = (group: readonly DotTie[]) =>
    Math.max(...group.map(({ source, taker }) => Math.abs(taker.row - source.row)))
  for (const group of Array.from(shared.values()).sort((a, b) => reach(b) - reach(a))) {
    const [first] = group
    if (first === undefined) continue
    const straight = isBelow(first) ? [first.taker.x] : []
    const trunkX = findTrunk(group, straight, dots, routes)
    for (const tie of group)
      routes.push({ ...tie, trunkX, alongY: findLane(tie, trunkX, dots, routes) })
  }
  return routes
}

function findTrunk(
  group: readonly DotTie[],
  straight: readonly number[],
  dots: readonly Dot[],
  routes: readonly Route[],
): number {
  const [first] = group
  if (first === undefined) return 0
  const { source } = first
  const takers = group.map(({ taker }) => taker)
  const top = Math.min(source.row, ...takers.map(({ row }) => row))
  const bottom = Math.max(source.row, ...takers.map(({ row }) => row))
  const nearest = Math.min(...takers.map(({ x, radius }) => x - radius))
  const beside = sidesteps.map((step) => source.x + step).filter((x) => x <= nearest - shortest)
  const candidates = [...straight, ...beside]
  return candidates.find(isFree) ?? candidates[0] ?? source.x + (sidesteps.at(-1) ?? 0)

  function isFree(x: number): boolean {
    return (
      dots.every((dot) => !isHit(dot, x)) &&
      routes.every(
        (route) =>
          Math.abs(route.trunkX - x) >= clear ||
          Math.max(route.source.row, route.taker.row) <= top ||
          Math.min(route.source.row, route.taker.row) >= bottom,
      )
    )
  }

  function isHit(dot: Dot, x: number): boolean {
    if (dot === source || dot.row < top || dot.row > bottom) return false
    if (dot.row === source.row)
      return dot.x > Math.min(x, source.x) && dot.x < Math.max(x, source.x)
    // A straight line ends in its taker.
    if (takers.includes(dot) && straight.includes(x)) return false
    return Math.abs(x - dot.x) <= dot.radius + clear
  }
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
