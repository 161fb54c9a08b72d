import { type Html, markup } from '../lib/markup.ts'
import type { Route } from './routes.ts'
import { drawHead, drawLine } from './shapes.ts'
import { px } from './svg-text.ts'

/** Room that an arrowhead leaves before its dot. */
const beforeDot = 5
const corner = 14

/** A link: from its source down or up the trunk, along the row of its taker, and into the taker. */
export function drawRoute({ source, taker, kind, main, trunkX, alongY }: Route): Html {
  const down = Math.sign(alongY - source.y) || 1
  // Right below or above its source: straight into the taker.
  if (alongY === taker.y && Math.abs(taker.x - trunkX) < 1) {
    const endY = taker.y - down * (taker.radius + beforeDot)
    const path = `M${px(source.x)} ${px(source.y)}H${px(trunkX)}V${px(endY - down * 14)}`
    return markup`${drawLine(path, kind, main)}${drawHead(trunkX, endY, down * 90, kind, main)}`
  }
  const side = Math.sign(taker.x - trunkX)
  const turn = Math.min(corner, Math.abs(alongY - source.y))
  const start = `M${px(source.x)} ${px(source.y)}H${px(trunkX)}V${px(alongY - down * turn)}Q${px(trunkX)} ${px(alongY)} ${px(trunkX + side * turn)} ${px(alongY)}`
  if (alongY === taker.y) {
    const endX = taker.x - side * (taker.radius + beforeDot)
    return markup`${drawLine(`${start}H${px(endX - side * 14)}`, kind, main)}${drawHead(endX, taker.y, side < 0 ? 180 : 0, kind, main)}`
  }
  const fall = taker.y - taker.radius - beforeDot
  const path = `${start}H${px(taker.x - side * 10)}Q${px(taker.x)} ${px(alongY)} ${px(taker.x)} ${px(fall - 10)}`
  return markup`${drawLine(path, kind, main)}${drawHead(taker.x, fall, 90, kind, main)}`
}
