import { type Html, markup } from '../lib/markup.ts'
import { countIn, type Dot } from './dots.ts'
import { sizes } from './geometry.ts'
import { colours } from './paint.ts'
import { drawCross, drawStar } from './shapes.ts'
import { drawText, px } from './svg-text.ts'

/** A post, several posts, or what is known of one only by those who took it. */
export function drawDot(dot: Dot): Html {
  const { x, y, radius, marks, origin } = dot
  const [first] = marks
  if (first === undefined) return markup``
  const count = countIn(dot)
  const clearing = circle(x, y, radius + 5, colours.paper, 'none')
  if (origin !== undefined) {
    const gone = origin.withdrawn || first.deleted !== false
    const number = { size: sizes.small - 2, weight: 'bold', anchor: 'middle' } as const
    return markup`${clearing}${drawStar(x, y, radius)}${drawText(x, y + 10, count, number)}${gone ? drawCross(x, y, radius - 5) : ''}`
  }
  const number =
    count === ''
      ? ''
      : drawText(x, y + 9.5, count, {
          size: count.length > 2 ? 20 : sizes.small,
          weight: 'bold',
          fill: first.deleted === false && first.kind === 'post' ? colours.paper : colours.ink,
          anchor: 'middle',
        })
  return markup`${clearing}${body(dot)}${number}`
}

function body({ x, y, radius, marks: [mark] }: Dot): Html {
  if (mark === undefined) return markup``
  if (mark.deleted !== false)
    return markup`${circle(x, y, radius - 2, colours.paper, colours.soft)}${drawCross(x, y, radius - 3)}`
  if (mark.kind !== 'post') return circle(x, y, radius - 2, colours.paper, colours.ink, '5 5')
  const full = circle(x, y, radius, colours.ink, 'none')
  return mark.edited ? markup`${full}${circle(x, y, radius - 7, colours.paper, 'none')}` : full
}

function circle(
  x: number,
  y: number,
  radius: number,
  fill: string,
  stroke: string,
  dashes = '',
): Html {
  const dashed = dashes === '' ? markup`` : markup` stroke-dasharray="${dashes}"`
  return markup`<circle cx="${px(x)}" cy="${px(y)}" r="${px(radius)}" fill="${fill}" stroke="${stroke}" stroke-width="4"${dashed}/>\n`
}
