import { type Html, markup } from '../lib/markup.ts'
import { drawDot } from './draw-dots.ts'
import type { Dot } from './dots.ts'
import { clusterRadius, dotRadius, page, sizes, starRadius } from './geometry.ts'
import type { PictureLabels, TieKind } from './labels.ts'
import type { TreeLayout } from './layout.ts'
import type { Mark } from './marks.ts'
import { colours, tieLooks } from './paint.ts'
import { drawHead, drawLine } from './shapes.ts'
import { drawText, px } from './svg-text.ts'
import type { Typeface } from './typeface.ts'

/** Most that a legend takes: every sign there is, in words of usual length. */
export const legendRoom = 190

const lineHeight = 54
const between = 40

interface Entry {
  words: string
  width: number
  draw: (x: number, y: number) => Html
}

/** What the signs that occur mean; `bottom` is where it ends. */
export function drawLegend(
  layout: TreeLayout,
  labels: PictureLabels,
  face: Typeface,
): { drawn: Html; bottom: number } {
  const drawn: Html[] = []
  let x: number = page.margin
  let y = layout.bottom + 46
  for (const { words, width, draw } of entriesOf(layout, labels)) {
    const whole = width + 14 + face.width(words, sizes.text)
    if (x > page.margin && x + whole > page.width - page.margin) {
      x = page.margin
      y += lineHeight
    }
    drawn.push(draw(x, y), drawText(x + width + 14, y + 10, words, { size: sizes.text }))
    x += whole + between
  }
  return { drawn: markup`${drawn}`, bottom: y + 40 }
}

function entriesOf(
  { dots, routes, scale, linksLeftOut }: TreeLayout,
  labels: PictureLabels,
): Entry[] {
  const marks = dots.flatMap((dot) => dot.marks)
  const has = (test: (mark: Mark) => boolean) => marks.some(test)
  const kinds = (Object.keys(tieLooks) as TieKind[]).filter((kind) =>
    routes.some((route) => route.kind === kind),
  )
  const origin = marks.find((mark) => mark.origin !== undefined)?.origin
  const sample: Mark = { id: '', row: '', kind: 'post', edited: false, deleted: false }
  const dotEntry = (words: string, of: Partial<Dot> & { mark?: Partial<Mark> }): Entry => ({
    words,
    width: 2 * (of.radius ?? dotRadius),
    draw: (x, y) => {
      const radius = of.radius ?? dotRadius
      const shown = of.marks ?? [{ ...sample, ...of.mark }]
      return drawDot({ row: 0, radius, ...of, marks: shown, x: x + radius, y })
    },
  })
  return [
    ...(origin === undefined
      ? []
      : [dotEntry(labels.origin, { radius: starRadius, origin: { ...origin, withdrawn: false } })]),
    ...kinds.map((kind): Entry => ({
      words: labels.kinds[kind],
      width: 96,
      draw: (x, y) =>
        markup`${drawLine(`M${px(x + 3)} ${px(y)}H${px(x + 78)}`, kind, true)}${drawHead(x + 94, y, 0, kind, true)}`,
    })),
    ...(dots.some((dot) => dot.marks.length > 1)
      ? [dotEntry(labels.severalPosts, { radius: clusterRadius, marks: [sample, sample] })]
      : []),
    ...(has(({ edited, deleted }) => edited && deleted === false)
      ? [dotEntry(labels.edited, { mark: { edited: true } })]
      : []),
    ...(has(({ deleted }) => deleted !== false)
      ? [dotEntry(labels.deleted, { mark: { deleted: 'declared' } })]
      : []),
    ...(scale.breaks.length > 0 ? [breakEntry(labels)] : []),
    ...(linksLeftOut === 0
      ? []
      : [{ words: labels.moreLinks(linksLeftOut), width: -14, draw: () => markup`` }]),
  ]
}

const breakEntry = (labels: PictureLabels): Entry => ({
  words: labels.gapNote,
  width: 34,
  draw: (x, y) =>
    markup`<path d="M${px(x + 2)} ${px(y + 14)}l12 -28m6 28l12 -28" fill="none" stroke="${colours.ink}" stroke-width="4" stroke-linecap="round"/>\n`,
})
