export interface Point {
  x: number
  y: number
}

/** What `y` grows by for each `x`, and how far that may be off: the half of its interval of 95 %. */
export interface Trend {
  slope: number
  error: number
}

/** As many as make one line of minutes, and Student's t of 95 % for the ten degrees of freedom that they leave. */
const stretches = 12
const student = 2.228

/**
 * Growth beneath waves: a line of least squares through the lowest point of each twelfth, so that like is held
 * against like where `y` rises and falls within a twelfth. Fewer than twelve points say nothing: the error is infinite.
 */
export function trendOfLows(points: readonly Point[]): Trend {
  if (points.length < stretches) return { slope: 0, error: Infinity }
  const lows = Array.from({ length: stretches }, (_, stretch) => {
    const at = (part: number) => Math.floor((part * points.length) / stretches)
    return points
      .slice(at(stretch), at(stretch + 1))
      .reduce((low, one) => (one.y < low.y ? one : low))
  })
  const mean = (of: (one: Point) => number) =>
    lows.reduce((all, one) => all + of(one), 0) / stretches
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)]
  const spread = mean(({ x }) => (x - meanX) ** 2)
  const slope = mean(({ x, y }) => (x - meanX) * (y - meanY)) / spread
  const left = mean(({ x, y }) => (y - meanY - slope * (x - meanX)) ** 2)
  return { slope, error: student * Math.sqrt(left / spread / (stretches - 2)) }
}
