import type { DetailKind } from '../../model/features.ts'

/** The numbers a claim's value allows: `16`, `≥40`, `~300`, `6–7`. Undefined for dates and times. */
export function rangeOf(value: string): { low: number; high: number } | undefined {
  const parts = /^([≥≤~]?)(\d+(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))?$/.exec(value)
  if (parts === null) return undefined
  const [, bound = '', first = '', second] = parts
  const number = Number(first)
  if (second !== undefined) return { low: number, high: Number(second) }
  if (bound === '≥') return { low: number, high: Infinity }
  if (bound === '≤') return { low: 0, high: number }
  return bound === '~' ? { low: number * 0.85, high: number * 1.15 } : { low: number, high: number }
}

/** A round figure stands for its neighbours: 1,200 and 1,230. */
const roundingShare = 0.05

/** True where both values can be true of one event. */
export function valuesAgree(first: string, second: string): boolean {
  if (first === second) return true
  const one = rangeOf(first)
  const other = rangeOf(second)
  if (one === undefined || other === undefined) return false
  if (one.low <= other.high && other.low <= one.high) return true
  const near = Math.abs(one.low - other.low) <= roundingShare * Math.max(one.low, other.low)
  return near && (isRound(one.low) || isRound(other.low))
}

const isRound = (number: number) => number >= 100 && number % 50 === 0

/** Details that count the same thing for everybody who reports an event. */
export const countedDetails: readonly DetailKind[] = [
  'killed',
  'wounded',
  'missing',
  'detained',
  'evacuated',
  'launched',
  'intercepted',
  'affected',
  'magnitude',
]
