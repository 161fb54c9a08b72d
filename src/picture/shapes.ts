import { type Html, markup } from '../lib/markup.ts'
import { colours, tieLooks } from './paint.ts'
import { px } from './svg-text.ts'
import type { TieKind } from './labels.ts'

/** A five-pointed star around its middle. */
export function drawStar(x: number, y: number, radius: number): Html {
  const points = Array.from({ length: 10 }, (_, index) => {
    const angle = (Math.PI * index) / 5 - Math.PI / 2
    const reach = index % 2 === 0 ? radius : radius * 0.46
    return `${px(x + reach * Math.cos(angle))},${px(y + reach * Math.sin(angle))}`
  }).join(' ')
  return markup`<polygon points="${points}" fill="${colours.origin}" stroke="${colours.ink}" stroke-width="3" stroke-linejoin="round"/>\n`
}

/** Two strokes across what was deleted. */
export function drawCross(x: number, y: number, reach: number): Html {
  const across = px(2 * reach)
  return markup`<path d="M${px(x - reach)} ${px(y - reach)}l${across} ${across}m${-across} 0l${across} ${-across}" stroke="${colours.alarm}" stroke-width="5.5" stroke-linecap="round"/>\n`
}

const headLength = 20

/** An arrowhead whose point is at `x`, `y`; `degrees` is where it points, 0 being right. */
export function drawHead(
  x: number,
  y: number,
  degrees: number,
  kind: TieKind,
  main: boolean,
): Html {
  const { colour, head } = tieLooks[kind]
  const shape = {
    full: markup`<path d="M0 0L-${headLength} 10L-${headLength} -10Z" fill="${colour}"/>`,
    open: markup`<path d="M-17 11L-1 0L-17 -11" fill="none" stroke="${colour}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
    round: markup`<circle cx="-9" cy="0" r="8" fill="${colours.paper}" stroke="${colour}" stroke-width="5"/>`,
    diamond: markup`<path d="M0 0L-12 9L-24 0L-12 -9Z" fill="${colour}"/>`,
  }[head]
  return markup`<g transform="translate(${px(x)} ${px(y)}) rotate(${degrees})"${faint(main)}>${shape}</g>\n`
}

/** The line of a link along a path. */
export function drawLine(path: string, kind: TieKind, main: boolean): Html {
  const { colour, dashes } = tieLooks[kind]
  const dashed = dashes === '' ? markup`` : markup` stroke-dasharray="${dashes}"`
  return markup`<path d="${path}" fill="none" stroke="${colour}" stroke-width="${main ? 5 : 3.5}" stroke-linecap="round"${dashed}${faint(main)}/>\n`
}

const faint = (main: boolean): Html => (main ? markup`` : markup` opacity="0.6"`)
