import type { Dot } from './dots.ts'
import { page, sizes } from './geometry.ts'
import type { TreeLayout } from './layout.ts'
import type { Route } from './routes.ts'
import type { TreeInput } from './tree-input.ts'
import type { Typeface } from './typeface.ts'

/** Words in the plot, with the box that they fill; `y` is their baseline. */
export interface PlotWords {
  text: string
  x: number
  y: number
  width: number
  row: number
  tone: 'time' | 'alarm' | Route['kind']
}

/** More words than that would be a second picture over the first. */
const mostTimes = 40
const mostKinds = 12

/** The time of each post and what befell it, right of its dot, where there is room up to the next. */
export function placeDotWords(layout: TreeLayout, input: TreeInput, face: Typeface): PlotWords[] {
  const { dots, rows } = layout
  return dots.flatMap((dot) => {
    if ((rows[dot.row]?.rows.length ?? 0) > 1) return []
    const x = dot.x + dot.radius + 9
    const right = Math.min(
      page.width - 8,
      ...dots
        .filter((other) => other.row === dot.row && other.x > dot.x)
        .map((other) => other.x - other.radius - 12),
    )
    for (const words of wordsFor(dot, layout, input)) {
      const width = face.width(words.text, sizes.small)
      if (x + width <= right) return [{ ...words, x, y: dot.y + 10, width, row: dot.row }]
    }
    return []
  })
}

/** What may stand beside a dot, the fullest first. */
function wordsFor(
  dot: Dot,
  { clock, dots }: TreeLayout,
  { labels }: TreeInput,
): Pick<PlotWords, 'text' | 'tone'>[] {
  const [mark] = dot.marks
  if (mark === undefined) return []
  const when =
    mark.at === undefined || dots.length > mostTimes ? '' : clock.time(Date.parse(mark.at))
  if (mark.deleted !== false) {
    const word = mark.deleted === 'suspected' ? labels.seemsDeleted : labels.deleted
    const after =
      mark.deletedAt === undefined ? word : `${word} ${clock.time(Date.parse(mark.deletedAt))}`
    const texts = [`${when} ${after}`, `${when} ${word}`, word]
    return texts.map((text) => ({ text: text.trim(), tone: 'alarm' }))
  }
  const texts = mark.edited ? [`${when} ${labels.edited}`, when] : [when]
  return texts.filter((text) => text !== '').map((text) => ({ text: text.trim(), tone: 'time' }))
}

/** What the taker did, along its line, where the line is long enough to carry the word. */
export function placeKindWords(
  { routes, dots }: TreeLayout,
  { labels }: TreeInput,
  face: Typeface,
): PlotWords[] {
  if (routes.length > mostKinds) return []
  return routes.flatMap(({ taker, trunkX, alongY, kind, main }) => {
    const width = face.width(labels.kinds[kind], sizes.small)
    const x = taker.x - taker.radius - 34 - width
    const crossed = dots.some(({ row, x }) => row === taker.row && x > trunkX && x < taker.x)
    if (!main || crossed || alongY !== taker.y || x < trunkX + 16) return []
    return [{ text: labels.kinds[kind], x, y: alongY - 13, width, row: taker.row, tone: kind }]
  })
}
