import type { DetailClaim, DetailKind } from '../../model/features.ts'
import type { Conflict } from '../../model/story.ts'
import type { ClaimingSignal } from '../citations/claiming-signal.ts'
import { alike } from './contradiction.ts'
import { countedDetails, rangeOf, valuesAgree } from './conflict-values.ts'
import { denialAmong } from './denials.ts'
import { placeConflict } from './place-conflict.ts'
import { grouped, lastWords, type Stance } from './stances.ts'
import { toldTwoWays } from './told-two-ways.ts'

const comparable: readonly DetailKind[] = [...countedDetails, 'date']

/** A higher figure that comes this much later is a toll that rose, not a disagreement. */
const risingHours = 3
/** A text with more values of one detail lists several events or parts of one. */
const mostValues = 3
/** Counts of missiles and drones are of a night and of the places named; other ones are other counts. */
const flightHours = 12
const flights: ReadonlySet<DetailKind> = new Set(['launched', 'intercepted'])
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
  if (detail === 'date' && distinct.length > 1) return []
  return distinct.length > mostValues ? [] : distinct
}

function disagree(detail: DetailKind, one: Stance, other: Stance): boolean {
  if (one.values.some((value) => other.values.some((another) => valuesAgree(value, another)))) {
    return false
  }
  const [earlier, later] = one.signal.at <= other.signal.at ? [one, other] : [other, one]
  if (later.signal.event.updates) return false
  if (flights.has(detail) && !countsOneRaid(one, other)) return false
  if (detail === 'wounded' && (includesKilled(one, other) || includesKilled(other, one)))
    return false
  if (detail === 'date') return isAhead(one) && isAhead(other) && tellOneThing(one, other)
  if (detail === 'magnitude') return spread(one, other) > magnitudeSpread
  return !hasRisen(earlier, later)
}

/** One affair has many dates: in one language, two of them disagree where the rest is nearly the same. */
function tellOneThing({ signal: one }: Stance, { signal: other }: Stance): boolean {
  if (one.claim === undefined || other.claim === undefined) return true
  return one.lang !== other.lang || alike(one.claim, other.claim)
}

/** Past dates are of many things; two dates for what is to come can't both be right. */
function isAhead({ values, signal }: Stance): boolean {
  const [date = ''] = values
  return /^\d\d-\d\d$/.test(date) && date > signal.at.slice(5, 10)
}

function countsOneRaid(one: Stance, other: Stance): boolean {
  if (hoursBetween(one, other) > flightHours) return false
  const [first, second] = [one, other].map(({ signal }) => namesOf(signal))
  return first === undefined || second === undefined || first === second
}

/** The places a signal names, as one string; undefined where it names none. */
function namesOf({ places = [] }: ClaimingSignal): string | undefined {
  const names = Array.from(new Set(places.map(({ name }) => name))).sort()
  return names.length === 0 ? undefined : names.join()
}

/** "Six hurt, three of them died" and "three dead, three wounded" are one count. */
function includesKilled(one: Stance, other: Stance): boolean {
  const killed = other.signal.details.filter(({ detail }) => detail === 'killed')
  return killed.some(({ value }) => {
    const all = lowest(other) + (rangeOf(value)?.low ?? 0)
    return one.values.some((given) => valuesAgree(given, String(all)))
  })
}

const hoursBetween = (one: Stance, other: Stance) =>
  Math.abs(Date.parse(one.signal.at) - Date.parse(other.signal.at)) / 3_600_000

const highest = ({ values }: Stance) => Math.max(...values.map((value) => rangeOf(value)?.low ?? 0))

const lowest = ({ values }: Stance) => Math.min(...values.map((value) => rangeOf(value)?.low ?? 0))

const spread = (one: Stance, other: Stance) => Math.abs(lowest(one) - lowest(other))

/** "None so far" and then some, or a toll that is higher hours later. */
function hasRisen(earlier: Stance, later: Stance): boolean {
  // A text that gives several values gives the whole beside its parts.
  if (highest(later) <= highest(earlier)) return false
  return highest(earlier) === 0 || hoursBetween(earlier, later) >= risingHours
}
