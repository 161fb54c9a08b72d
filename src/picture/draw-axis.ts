import { type Html, markup } from '../lib/markup.ts'
import { columns, page, sizes } from './geometry.ts'
import type { TreeLayout } from './layout.ts'
import { colours } from './paint.ts'
import { drawText, px } from './svg-text.ts'
import type { Break } from './time-scale.ts'
import type { TreeInput } from './tree-input.ts'

/** Pixels above the rows: what was left out, times, dates. */
export const axisHeight = 122

/** Round times above the rows and lines down from them; a torn axis where time is left out. */
export function drawAxis(layout: TreeLayout, { labels }: TreeInput): Html {
  const { ticks, top, bottom, scale, unknownX } = layout
  const end = page.width - page.margin
  const drawDate = (x: number, date: string) =>
    drawText(x, top - 24, date, { size: sizes.small, fill: colours.soft, anchor: 'middle' })
  const start = scale.stretches[0]?.from ?? columns.axis
  return markup`${ticks.map(({ x, time, date }) => [
    markup`<path d="M${px(x)} ${px(top - 12)}V${px(bottom)}" stroke="${colours.grid}" stroke-width="2"/>\n`,
    time === undefined ? '' : drawTime(x, top - 56, time),
    date === undefined ? '' : time === undefined ? drawTime(x, top - 40, date) : drawDate(x, date),
  ])}<path d="M${px(start - 20)} ${px(top - 10)}H${end}" stroke="${colours.ink}" stroke-width="4"/>\n${scale.breaks.map(
    (gap) => drawBreak(gap, layout, labels.gap(gap.seconds)),
  )}${
    unknownX === undefined
      ? ''
      : drawText(unknownX + 30, top - 24, labels.timeUnknown, {
          size: sizes.small,
          fill: colours.soft,
          anchor: 'end',
        })
  }`
}

const drawTime = (x: number, y: number, words: string) =>
  drawText(x, y, words, { size: sizes.text, weight: 'bold', anchor: 'middle' })

function drawBreak({ from, to }: Break, { top, bottom }: TreeLayout, words: string): Html {
  const middle = (from + to) / 2
  const [left, right] = [middle - 9, middle + 9]
  const tear = (x: number) =>
    markup`<path d="M${px(x - 6)} ${px(top + 4)}L${px(x + 6)} ${px(top - 24)}" stroke="${colours.ink}" stroke-width="4" stroke-linecap="round"/>\n`
  return markup`<rect x="${px(left)}" y="${px(top - 16)}" width="18" height="${px(bottom - top + 16)}" fill="${colours.paper}"/>
<path d="M${px(left)} ${px(top)}V${px(bottom)}M${px(right)} ${px(top)}V${px(bottom)}" stroke="${colours.grid}" stroke-width="2" stroke-dasharray="4 8"/>
${tear(left)}${tear(right)}${drawText(middle, top - 92, words, { size: sizes.small, fill: colours.soft, anchor: 'middle' })}`
}
