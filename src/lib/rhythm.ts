const hourMs = 3_600_000
/** With fewer posts, or over fewer days, a channel has no rhythm that could be broken. */
const fewestPosts = 30
const fewestDays = 7
/** So many posts must be overdue: by a Poisson process it happens once in e^6, about 400 such times. */
const overdue = 6
/** And so much longer than its longest pause so far, both measured in posts that were due. */
const beyondLongest = 1.5

export interface Silence {
  /** When the last post was posted. */
  lastAt: string
  /** Median time between two posts. */
  usualMinutes: number
}

/**
 * Whether a channel posts no more as it used to. Pauses are measured in the posts that were due in them, by its
 * own rate in each hour of the day, so that a night weighs nothing where nights are quiet (the time-rescaling
 * theorem; Brown et al., Neural Computation 14, 2002). `instants` are its last posts, latest first.
 */
export function findSilence(instants: readonly string[], now: string): Silence | undefined {
  const times = instants.map((at) => Date.parse(at)).reverse()
  const [first = 0] = times
  const last = times.at(-1) ?? 0
  const days = (last - first) / (24 * hourMs)
  if (times.length < fewestPosts || days < fewestDays) return undefined
  const perHour = Array.from({ length: 24 }, () => 0)
  for (const time of times) perHour[hourOf(time)] = (perHour[hourOf(time)] ?? 0) + 1
  const rates = perHour.map((posts) => posts / days)
  const pauses = times.slice(1).map((time, index) => dueBetween(times[index] ?? time, time, rates))
  const due = dueBetween(last, Date.parse(now), rates)
  if (due < Math.max(overdue, beyondLongest * Math.max(...pauses))) return undefined
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return { lastAt: instants[0] ?? now, usualMinutes: median / 60_000 }
}

const hourOf = (ms: number) => new Date(ms).getUTCHours()

/** Posts that were due in [from, to), by the rate of each hour of the day; whole days at once. */
function dueBetween(from: number, to: number, rates: readonly number[]): number {
  const dayMs = 24 * hourMs
  const days = Math.max(0, Math.floor((to - from) / dayMs))
  let due = days * rates.reduce((sum, rate) => sum + rate, 0)
  for (let at = from + days * dayMs; at < to;) {
    const end = Math.min(to, (Math.floor(at / hourMs) + 1) * hourMs)
    due += ((end - at) / hourMs) * (rates[hourOf(at)] ?? 0)
    at = end
  }
  return due
}
