const dayMs = 86_400_000
const monthDays = 365.25 / 12

/** How much later one instant is than another, in the largest unit that is at least two: `9 days`, `5 months`. */
export function ageBetween(firstAt: string, at: string): string {
  const days = (Date.parse(at) - Date.parse(firstAt)) / dayMs
  const months = days / monthDays
  if (months >= 24) return `${Math.floor(months / 12)} years`
  if (months >= 2) return `${Math.floor(months)} months`
  const whole = Math.max(1, Math.floor(days))
  return whole === 1 ? '1 day' : `${whole} days`
}
