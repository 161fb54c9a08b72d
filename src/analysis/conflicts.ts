import type { DetailClaim, DetailKind } from '../model/features.ts'
import type { SignalKey } from '../model/signal.ts'
import type { Conflict } from '../model/story.ts'
import type { ClaimingSignal } from './claiming-signal.ts'
import { rangeOf, valuesAgree } from './conflict-values.ts'
import { toldTwoWays } from './told-two-ways.ts'

interface Stance {
  origin: string
  signal: ClaimingSignal
  values: readonly string[]
  /** All signals of the origin that say the same. */
  signals: readonly SignalKey[]
}

/** Details that count the same thing for everybody who reports an event. */
const comparable: readonly DetailKind[] = [
  'killed',
  'wounded',
  'missing',
  'detained',
  'evacuated',
  'launched',
  'intercepted',
  'affected',
  'magnitude',
  'date',
]

/** A higher figure that comes this much later is a toll that rose, not a disagreement. */
const risingHours = 3
/** Instruments differ by this much over one earthquake. */
const magnitudeSpread = 0.6

/**
 * Details on which independent origins give values that can't all be true. The last word of each origin
 * counts, so a later figure of the same origin is an update; in doubt there is no conflict.
 */
export function findConflicts(signals: readonly ClaimingSignal[]): Conflict[] {
  const claiming = signals
    .filter(({ event }) => !event.retracts && !event.remembers && !event.noise)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  if (new Set(claiming.flatMap(({ origins }) => origins)).size < 2) return []
  const plain = [
    ...comparable.flatMap((detail) => conflictOn(detail, claiming)),
    ...denialAmong(claiming),
    ...placeConflict(claiming),
  ]
  // The table of details tells more of a figure than the sentence it stands in.
  return plain.length > 0 ? plain : toldTwoWays(claiming)
}

function conflictOn(detail: DetailKind, signals: readonly ClaimingSignal[]): Conflict[] {
  const stances = lastWords(signals, ({ details }) => valuesOf(detail, details))
  const disputed = stances.filter((one) =>
    stances.some((other) => other !== one && disagree(detail, one, other)),
  )
  return disputed.length < 2 ? [] : [{ detail, values: grouped(disputed) }]
}

/** Two dates in one text are of two things. */
function valuesOf(detail: DetailKind, details: readonly DetailClaim[]): string[] {
  const values = details.filter((claim) => claim.detail === detail).map(({ value }) => value)
  const distinct = Array.from(new Set(values))
  return detail === 'date' && distinct.length > 1 ? [] : distinct
}

/** The last signal of each origin that says anything on the matter. */
function lastWords(
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

function disagree(detail: DetailKind, one: Stance, other: Stance): boolean {
  if (one.values.some((value) => other.values.some((another) => valuesAgree(value, another)))) {
    return false
  }
  const [earlier, later] = one.signal.at <= other.signal.at ? [one, other] : [other, one]
  if (later.signal.event.updates) return false
  if (detail === 'date') return isAhead(one) && isAhead(other)
  if (detail === 'magnitude') return spread(one, other) > magnitudeSpread
  return !hasRisen(earlier, later)
}

/** Past dates are of many things; two dates for what is to come can't both be right. */
function isAhead({ values, signal }: Stance): boolean {
  const [date = ''] = values
  return /^\d\d-\d\d$/.test(date) && date > signal.at.slice(5, 10)
}

const lowest = ({ values }: Stance) => Math.min(...values.map((value) => rangeOf(value)?.low ?? 0))

const spread = (one: Stance, other: Stance) => Math.abs(lowest(one) - lowest(other))

/** "None so far" and then some, or a toll that is higher hours later. */
function hasRisen(earlier: Stance, later: Stance): boolean {
  if (lowest(later) <= lowest(earlier)) return false
  const hours = (Date.parse(later.signal.at) - Date.parse(earlier.signal.at)) / 3_600_000
  return lowest(earlier) === 0 || hours >= risingHours
}

function grouped(stances: readonly Stance[]): Conflict['values'] {
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

/** One origin denies what another states; an official's words reported with and without "denied" are one. */
function denialAmong(signals: readonly ClaimingSignal[]): Conflict[] {
  const stances = lastWords(signals, ({ event }) => [event.denies ? 'denied' : 'stated'])
  const denied = stances.filter(({ values }) => values.includes('denied'))
  const stated = stances.filter(
    ({ values, signal }) => values.includes('stated') && signal.event.event !== 'statement',
  )
  const contradicted = denied.some((denial) =>
    stated.some(({ signal }) => signal.at <= denial.signal.at),
  )
  if (!contradicted) return []
  return [{ detail: 'confirmed or denied', values: grouped([...stated, ...denied]) }]
}

const localEvents: ReadonlySet<string> = new Set([
  'strike',
  'accident',
  'alert',
  'protest',
  'arrest',
])
/** A town and its district: one name alone may be a part of the other's. */
const fewestPlaces = 2

type Named = NonNullable<ClaimingSignal['places']>

/** Names of the places a text names, where they are enough to tell where it is. */
function namesOf(places: Named): string[] {
  const names = Array.from(new Set(places.map(({ name }) => name)))
  return names.length >= fewestPlaces ? names : []
}

const towns = (places: Named) => places.filter(({ kind }) => kind === 'city')
const share = (first: Named, second: Named) =>
  first.some(({ id }) => second.some((other) => other.id === id))

/**
 * Two origins that put a local event into places that have none in common, or into two towns of one land.
 */
function placeConflict(signals: readonly ClaimingSignal[]): Conflict[] {
  const local = signals.filter(({ event }) => localEvents.has(event.event))
  const stances = lastWords(local, ({ places = [] }) => namesOf(places))
  if (stances.length < 2) return []
  const apart = stances.every((one) =>
    stances.every((other) => {
      const [ours, theirs] = [one.signal.places ?? [], other.signal.places ?? []]
      if (other === one || !share(ours, theirs)) return true
      const both = towns(ours).length > 0 && towns(theirs).length > 0
      return both && !share(towns(ours), towns(theirs))
    }),
  )
  if (!apart) return []
  const townsOf = ({ signal, values }: Stance) => {
    const named = towns(signal.places ?? []).map(({ name }) => name)
    return named.length > 0 ? Array.from(new Set(named)) : values
  }
  return [
    { detail: 'place', values: grouped(stances.map((one) => ({ ...one, values: townsOf(one) }))) },
  ]
}
