import { clusterRadius, columns, dotRadius, starRadius } from './geometry.ts'
import { groupBy } from './group-by.ts'
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

const stateOf = ({ deleted, edited, kind }: Mark): string =>
  [deleted === false ? '' : 'deleted', edited ? 'edited' : '', kind].join()

/** The marks of a row from left to right; those that would overlap become one dot where they are alike. */
export function placeDots(
  marks: readonly Mark[],
  xOf: (mark: Mark) => number,
  { row, y }: { row: number; y: number },
): Dot[] {
  const dots: Dot[] = []
  for (const group of groupBy(marks, xOf).values()) {
    for (const alike of groupBy(group, stateOf).values()) {
      const [first] = alike
      if (first === undefined) continue
      const last = dots.at(-1)
      const x = xOf(first)
      const clash = last !== undefined && x < last.x + last.radius + dotRadius + between
      const [known] = last?.marks ?? []
      if (clash && known !== undefined && stateOf(known) === stateOf(first)) {
        dots[dots.length - 1] = makeDot([...last.marks, ...alike], last.x, { row, y })
      } else {
        // At most the width of a dot later than the scale says, so that neither hides the other.
        const nudged = clash ? last.x + last.radius + dotRadius + between : x
        dots.push(makeDot(alike, nudged, { row, y }))
      }
    }
  }
  return dots
}

function makeDot(marks: readonly Mark[], x: number, place: { row: number; y: number }): Dot {
  const origin = marks.find((mark) => mark.origin !== undefined)?.origin
  const alone = origin === undefined ? dotRadius : starRadius
  const radius = marks.length > 1 ? Math.max(alone, clusterRadius) : alone
  return { ...place, x, marks, radius, ...(origin === undefined ? {} : { origin }) }
}

/** The number beside or in a dot that stands for several posts; empty for one. */
export const countIn = ({ marks }: Dot): string => (marks.length > 1 ? String(marks.length) : '')

/** Pixels left of which marks of known time do not stand. */
export const axisStart = (withUnknown: boolean, lane: number): number =>
  columns.axis + (withUnknown ? lane : 0)
