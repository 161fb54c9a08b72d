import type { Conflict } from '../model/story.ts'
import type { ClaimingSignal } from './claiming-signal.ts'
import { grouped, lastWords } from './stances.ts'

const localEvents: ReadonlySet<string> = new Set([
  'strike',
  'accident',
  'alert',
  'protest',
  'arrest',
])
/** A town and its district: one name alone may be a part of the other's. */
const fewestPlaces = 2

/** Two origins that put a local event into places that have none in common, each naming a town. */
export function placeConflict(signals: readonly ClaimingSignal[]): Conflict[] {
  const stances = lastWords(signals, ({ event, places = [] }) => {
    const names = Array.from(new Set(places.map(({ name }) => name)))
    const inTown = places.some(({ kind }) => kind === undefined || kind === 'city')
    return localEvents.has(event.event) && inTown && names.length >= fewestPlaces ? names : []
  })
  if (stances.length < 2) return []
  const apart = stances.every((one) =>
    stances.every(
      (other) => other === one || !one.values.some((name) => other.values.includes(name)),
    ),
  )
  return apart ? [{ detail: 'place', values: grouped(stances) }] : []
}
