import type { SignalKey } from '../../model/signal.ts'
import type { Conflict } from '../../model/story.ts'
import type { ClaimingSignal } from '../citations/claiming-signal.ts'

/** What one origin says on a matter. */
export interface Stance {
  origin: string
  signal: ClaimingSignal
  values: readonly string[]
  /** All signals of the origin that say the same. */
  signals: readonly SignalKey[]
}

/** The last signal of each origin that says anything on the matter. */
export function lastWords(
  signals: readonly ClaimingSignal[],
  valuesIn: (signal: ClaimingSignal) => string[],
): Stance[] {
  const last = new Map<string, Stance>()
  for (const signal of signals) {
    const values = valuesIn(signal)
    if (values.length === 0) continue
    for (const origin of signal.origins) {
      const said = last.get(origin)
      const same = said !== undefined && said.values.join() === values.join()
      const carriers = same ? [...said.signals, signal.key] : [signal.key]
      // Who first said it tells when it was said; echoes come later.
      const first = same ? said.signal : signal
      last.set(origin, { origin, signal: first, values, signals: carriers })
    }
  }
  return Array.from(last.values())
}

/** The table of a conflict: each value with who gives it. */
export function grouped(stances: readonly Stance[]): Conflict['values'] {
  const byValue = new Map<string, { value: string; signals: Set<string>; origins: Set<string> }>()
  for (const { values, signals, origin } of stances) {
    const value = values.join(' / ')
    const group = byValue.get(value) ?? { value, signals: new Set(), origins: new Set() }
    byValue.set(value, group)
    signals.forEach((key) => group.signals.add(key))
    group.origins.add(origin)
  }
  return Array.from(byValue.values(), ({ value, signals, origins }) => ({
    value,
    signals: Array.from(signals),
    origins: Array.from(origins),
  }))
}
