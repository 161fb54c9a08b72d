import { clusterRadius, columns, dotRadius, starRadius } from './geometry.ts'
import type { Mark } from './marks.ts'

/** One mark as drawn, or several of a row that would stand on each other. */
export interface Dot {
  /** Index of its row among those shown. */
  row: number
  x: number
  y: number
  radius: number
  marks: readonly Mark[]
  /** That of one of its marks. */
  origin?: NonNullable<Mark['origin']>
}

/** Pixels between what stands beside each other in a row. */
const between = 4

/** The marks of a row from left to right; those that would overlap become one dot where they are alike. */
export function placeDots(
  marks: readonly Mark[],
  xOf: (mark: Mark) => number,
  place: { row: number; y: number },
  /** False where posts of several channels share the row: only their number is shown. */
  apart = true,
): Dot[] {
  const sorted = marks.toSorted((a, b) => xOf(a) - xOf(b))
  let dots: Dot[] = []
  for (const mark of sorted) {
    dots.push(makeDot([mark], xOf(mark), place))
    // A dot that grew may touch the one before it.
    for (let merged = mergeLast(dots, apart); merged !== undefined; merged = mergeLast(dots, apart))
      dots = merged
  }
  return dots
}

/** The dots with the last two made one or moved apart; undefined where they stand clear of each other. */
function mergeLast(dots: readonly Dot[], apart: boolean): Dot[] | undefined {
  const before = dots.at(-2)
  const last = dots.at(-1)
  if (before === undefined || last === undefined) return undefined
  const clearX = before.x + before.radius + last.radius + between
  if (last.x >= clearX) return undefined
  const others = dots.slice(0, -2)
  const alike = !apart || stateOf(before) === stateOf(last)
  if (alike) return [...others, makeDot([...before.marks, ...last.marks], before.x, last)]
  // At most the width of a dot later than the scale says, so that neither hides the other.
  return [...others, before, makeDot(last.marks, clearX, last)]
}

export type DotState = 'standing' | 'edited' | 'deleted' | 'outside'

/** What befell the posts of a dot; those that share one although they differ count as standing. */
export function stateOf({ marks }: Dot): DotState {
  if (marks.every(({ deleted }) => deleted !== false)) return 'deleted'
  if (marks.every(({ kind }) => kind !== 'post')) return 'outside'
  return marks.every(({ edited }) => edited) ? 'edited' : 'standing'
}

function makeDot(marks: readonly Mark[], x: number, { row, y }: { row: number; y: number }): Dot {
  const origin = marks.find((mark) => mark.origin !== undefined)?.origin
  const radius = radiusOf(marks.length, origin !== undefined)
  return { row, y, x, marks, radius, ...(origin === undefined ? {} : { origin }) }
}

/** Pixels more for each figure of the number beyond two. */
const widerByFigure = 8

function radiusOf(count: number, isOrigin: boolean): number {
  if (count === 1) return isOrigin ? starRadius : dotRadius
  const figures = String(count).length
  return (isOrigin ? starRadius + 5 : clusterRadius) + Math.max(0, figures - 2) * widerByFigure
}

/** The number in a dot that stands for several posts; empty for one. */
export const countIn = ({ marks }: Dot): string => (marks.length > 1 ? String(marks.length) : '')

/** Pixels left of which marks of known time do not stand. */
export const axisStart = (withUnknown: boolean, lane: number): number =>
  columns.axis + (withUnknown ? lane : 0)
