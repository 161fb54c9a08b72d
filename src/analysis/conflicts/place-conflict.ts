import type { Conflict } from '../../model/story.ts'
import type { ClaimingSignal } from '../citations/claiming-signal.ts'
import { isLocal } from './local-events.ts'
import { grouped, lastWords, type Stance } from './stances.ts'

/** Where something happened is told soon, and two ways at most: later, or of more towns, it is more than one thing. */
const placeHours = 6
const mostPlaces = 2

/** A town and its district: one name alone may be a part of the other's. */
const fewestPlaces = 2

type Named = NonNullable<ClaimingSignal['places']>

/** Names of the places a text names, where they are enough to tell where it is: a town among them. */
function namesOf(places: Named): string[] {
  const names = Array.from(new Set(places.map(({ name }) => name)))
  return towns(places).length > 0 && names.length >= fewestPlaces ? names : []
}

const towns = (places: Named) => places.filter(({ kind }) => kind === 'city')
const share = (first: Named, second: Named) =>
  first.some(({ id }) => second.some((other) => other.id === id))

/** A report says where it happened when it opens; places further on are of the background, or of who writes. */
function atItsPlace(signal: ClaimingSignal): ClaimingSignal {
  const { claim, places = [] } = signal
  if (claim === undefined) return signal
  return { ...signal, places: places.filter(({ from }) => from === undefined || from < claim.to) }
}

/**
 * Two origins that put a local event into places that have none in common, or into two towns of one land.
 */
export function placeConflict(signals: readonly ClaimingSignal[]): Conflict[] {
  const local = signals.filter(isLocal).map(atItsPlace)
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
  if (!apart || !areOfOneTime(stances)) return []
  const townsOf = ({ signal, values }: Stance) => {
    const named = towns(signal.places ?? []).map(({ name }) => name)
    return named.length > 0 ? Array.from(new Set(named)) : values
  }
  const values = grouped(stances.map((one) => ({ ...one, values: townsOf(one) })))
  return values.length > mostPlaces ? [] : [{ detail: 'place', values }]
}

function areOfOneTime(stances: readonly Stance[]): boolean {
  const times = stances.map(({ signal }) => Date.parse(signal.at))
  return Math.max(...times) - Math.min(...times) <= placeHours * 3_600_000
}
