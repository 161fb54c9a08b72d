import { type Html, markup, toText } from '../lib/markup.ts'
import { placeDotWords, placeKindWords, type PlotWords } from './dot-words.ts'
import { axisHeight, drawAxis } from './draw-axis.ts'
import { drawDot } from './draw-dots.ts'
import { drawHeader } from './draw-header.ts'
import { drawLegend, legendRoom } from './draw-legend.ts'
import { drawRoute } from './draw-routes.ts'
import { drawBands, drawNames } from './draw-rows.ts'
import { page, sizes } from './geometry.ts'
import { layoutTree } from './layout.ts'
import { colours, tieLooks } from './paint.ts'
import { drawText, px } from './svg-text.ts'
import type { TreeInput } from './tree-input.ts'
import type { Typeface } from './typeface.ts'

/** Who took a story from whom, as SVG: time from left to right, channels as rows. */
export function drawTree(input: TreeInput, face: Typeface): string {
  const header = drawHeader(input, face)
  const top = header.bottom + axisHeight
  const layout = layoutTree(input, { top, room: page.mostHeight - top - legendRoom }, face)
  const legend = drawLegend(layout, input.labels, face)
  const { width } = page
  const height = Math.ceil(legend.bottom)
  // Fainter lines lie under the surest ones.
  const routes = layout.routes.toSorted((a, b) => Number(a.main) - Number(b.main))
  const words = [...placeKindWords(layout, input, face), ...placeDotWords(layout, input, face)]
  return toText(markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${face.family}">
<rect width="${width}" height="${height}" fill="${colours.paper}"/>
${drawBands(layout)}${drawAxis(layout, input)}${header.drawn}${drawNames(layout, input, face)}${routes.map(drawRoute)}${words.map(drawWords)}${layout.dots.map(drawDot)}${legend.drawn}</svg>
`)
}

function drawWords({ text, x, y, tone }: PlotWords): Html {
  const fill =
    tone === 'time' ? colours.ink : tone === 'alarm' ? colours.alarm : tieLooks[tone].colour
  return drawText(px(x), px(y), text, { size: sizes.small, fill, halo: true })
}
