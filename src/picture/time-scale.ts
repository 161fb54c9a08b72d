/** Time left out of the axis, and where the gap is drawn. */
export interface Break {
  seconds: number
  from: number
  to: number
}

/** A stretch of the axis on which equal times have equal widths. */
export interface Stretch {
  fromMs: number
  toMs: number
  from: number
  to: number
}

/** Where instants stand on the axis, in pixels. */
export interface TimeScale {
  x: (epochMs: number) => number
  stretches: readonly Stretch[]
  breaks: readonly Break[]
}

/** A gap is left out where it takes more than two thirds of what is drawn: the rest would be crushed beside it. */
const crushing = 2
const mostBreaks = 4
/** Shorter gaps are what a reader wants to see: how fast one took it from another. */
const shortestBreakMs = 30 * 60_000
/** Seconds are not blown up to the width of a page: who posts within a minute posts at once. */
const shortestSpanMs = 3 * 60_000

/**
 * A true scale between `from` and `to` pixels, the same on all its stretches; the longest gaps between the
 * instants are left out, each drawn `breakWidth` wide.
 */
export function scaleTimes(
  instants: readonly number[],
  { from, to, breakWidth }: { from: number; to: number; breakWidth: (seconds: number) => number },
): TimeScale {
  const sorted = Array.from(new Set(instants)).sort((a, b) => a - b)
  const gaps = sorted.slice(1).map((at, index) => ({ index, ms: at - (sorted[index] ?? at) }))
  const cut = new Set(gapsToCut(gaps))
  const drawnMs = gaps.reduce((sum, { index, ms }) => sum + (cut.has(index) ? 0 : ms), 0)
  const broken = gaps.filter(({ index }) => cut.has(index)).map(({ ms }) => breakWidth(ms / 1000))
  const room = to - from - broken.reduce((sum, width) => sum + width, 0)
  const pixelsPerMs = room / Math.max(drawnMs, shortestSpanMs)

  const stretches: Stretch[] = []
  const breaks: Break[] = []
  let left = from
  let first = 0
  for (const [index, at] of sorted.entries()) {
    if (index < sorted.length - 1 && !cut.has(index)) continue
    const fromMs = sorted[first] ?? at
    const right = left + (at - fromMs) * pixelsPerMs
    stretches.push({ fromMs, toMs: at, from: left, to: right })
    const gap = gaps[index]
    if (gap === undefined) break
    const width = breakWidth(gap.ms / 1000)
    breaks.push({ seconds: gap.ms / 1000, from: right, to: right + width })
    left = right + width
    first = index + 1
  }
  return { stretches, breaks, x: (epochMs) => place(epochMs, stretches, pixelsPerMs) }
}

function gapsToCut(gaps: readonly { index: number; ms: number }[]): number[] {
  const longest = gaps.toSorted((a, b) => b.ms - a.ms)
  const cut: number[] = []
  for (const { index, ms } of longest.slice(0, mostBreaks)) {
    const rest = longest.slice(cut.length + 1).reduce((sum, gap) => sum + gap.ms, 0)
    if (rest === 0 || ms <= crushing * rest || ms < shortestBreakMs) break
    cut.push(index)
  }
  return cut
}

function place(epochMs: number, stretches: readonly Stretch[], pixelsPerMs: number): number {
  const stretch = stretches.find(({ toMs }) => epochMs <= toMs) ?? stretches.at(-1)
  if (stretch === undefined) return 0
  return stretch.from + Math.max(0, epochMs - stretch.fromMs) * pixelsPerMs
}
