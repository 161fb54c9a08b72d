import { type Html, markup } from '../lib/markup.ts'
import { countIn, type Dot, type DotState, stateOf } from './dots.ts'
import { sizes } from './geometry.ts'
import { colours } from './paint.ts'
import { drawCross, drawStar } from './shapes.ts'
import { drawText, px } from './svg-text.ts'

/** A post, several posts, or what is known of one only by those who took it. */
export function drawDot(dot: Dot): Html {
  const { x, y, radius, origin } = dot
  const count = countIn(dot)
  const clearing = circle(x, y, radius + 5, colours.paper, 'none')
  if (origin !== undefined) {
    const gone = origin.withdrawn || stateOf(dot) === 'deleted'
    return markup`${clearing}${drawStar(x, y, radius)}${drawCount(colours.ink)}${gone ? drawCross(x, y, radius - 5) : ''}`
  }
  const onInk = stateOf(dot) === 'standing'
  return markup`${clearing}${body(dot)}${drawCount(onInk ? colours.paper : colours.ink)}`

  function drawCount(fill: string): Html {
    if (count === '') return markup``
    return drawText(x, y + 9.5, count, {
      size: sizes.small,
      weight: 'bold',
      fill,
      anchor: 'middle',
    })
  }
}

function body(dot: Dot): Html {
  const { x, y, radius } = dot
  const full = circle(x, y, radius, colours.ink, 'none')
  const bodies = {
    standing: full,
    edited: markup`${full}${circle(x, y, radius - 7, colours.paper, 'none')}`,
    deleted: markup`${circle(x, y, radius - 2, colours.paper, colours.soft)}${drawCross(x, y, radius - 3)}`,
    outside: circle(x, y, radius - 2, colours.paper, colours.ink, '5 5'),
  } as const satisfies Record<DotState, Html>
  return bodies[stateOf(dot)]
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
