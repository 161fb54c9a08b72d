import type { Clock } from './clock.ts'
import type { TimeScale } from './time-scale.ts'

export interface Tick {
  x: number
  /** Not there where ticks are days apart. */
  time?: string
  /** Set on the first tick and wherever the day changes. */
  date?: string
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Round times between ticks. */
const steps = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
  ...[1, 2, 3, 6, 12].map((count) => count * hour),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((count) => count * day),
]

/** Round times of the desk's clock at least `apart` pixels from each other; a stretch too short for one has its own start. */
export function placeTicks(
  { stretches, x }: TimeScale,
  clock: Clock,
  { apart, withYears }: { apart: number; withYears: boolean },
): Tick[] {
  const ticks = stretches.flatMap(({ fromMs, toMs, from, to }) => {
    const step = steps.find((ms) => ((to - from) / (toMs - fromMs)) * ms >= apart)
    if (step === undefined) return [{ at: fromMs, byDay: false }]
    const round: { at: number; byDay: boolean }[] = []
    const end = clock.toLocal(toMs)
    // Whole weeks are counted from a Monday, as 1 January 1970 was a Thursday.
    const shift = step % (7 * day) === 0 ? 4 * day : 0
    for (let at = ceil(clock.toLocal(fromMs) - shift, step) + shift; at <= end; at += step)
      round.push({ at: clock.toInstant(at), byDay: step >= day })
    return round.length === 0 ? [{ at: fromMs, byDay: false }] : round
  })
  let before = ''
  return ticks.map(({ at, byDay }) => {
    const date = clock.date(at, withYears)
    const tick = {
      x: x(at),
      ...(byDay ? {} : { time: clock.time(at) }),
      ...(date === before ? {} : { date }),
    }
    before = date
    return tick
  })
}

const ceil = (value: number, step: number) => Math.ceil(value / step) * step
