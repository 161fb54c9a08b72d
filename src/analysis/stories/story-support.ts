import type { DetailKind } from '../../model/features.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { valuesAgree } from '../conflicts/conflict-values.ts'

/** What is known of two reports beside the words they share, each as a factor on their likeness. */
const factors = {
  otherPlaces: 0.6,
  oneTown: 1.15,
  twoTowns: 1.3,
  sameEvent: 1.1,
  sameFigure: 1.25,
  /** A denial repeats what it denies in words of its own. */
  denial: 1.2,
} as const

/** More than this nothing speaks for one event. */
export const strongest = 1.8

/** Said of very many events: these support nothing. */
const weakDetails: ReadonlySet<DetailKind> = new Set([
  'time',
  'date',
  'percent',
  'money',
  'distance',
])

/** One thing beside the shared words that speaks for (above 1) or against one event. */
export interface SupportFactor {
  name: string
  by: number
}

/** How much places, kind of event and counted figures speak for (above 1) or against one event. */
export function supportOf(earlier: ReadSignal, later: ReadSignal): number {
  const product = supportFactors(earlier, later).reduce((total, { by }) => total * by, 1)
  return Math.min(strongest, product)
}

/** What `supportOf` multiplies, by name. */
export function supportFactors(earlier: ReadSignal, later: ReadSignal): SupportFactor[] {
  const found: SupportFactor[] = []
  const towns = sharedTowns(earlier, later)
  if (towns >= 2) found.push({ name: 'two towns in common', by: factors.twoTowns })
  else if (towns === 1) found.push({ name: 'a town in common', by: factors.oneTown })
  if (nameOtherPlaces(earlier, later)) found.push({ name: 'other places', by: factors.otherPlaces })
  if (earlier.event.event !== 'other' && earlier.event.event === later.event.event) {
    found.push({ name: `both tell of a kind: ${earlier.event.event}`, by: factors.sameEvent })
  }
  if (countTheSame(earlier, later))
    found.push({ name: 'they count the same', by: factors.sameFigure })
  if (earlier.event.denies !== later.event.denies && towns + sharedPlaces(earlier, later) > 0) {
    found.push({ name: 'one denies it', by: factors.denial })
  }
  return found
}

function sharedTowns(earlier: ReadSignal, later: ReadSignal): number {
  const named = new Set(later.places.map(({ place }) => place))
  const towns = earlier.places.filter(({ kind, place }) => kind === 'city' && named.has(place))
  return new Set(towns.map(({ place }) => place)).size
}

function sharedPlaces(earlier: ReadSignal, later: ReadSignal): number {
  const named = new Set(later.places.map(({ place }) => place))
  return earlier.places.filter(({ place }) => named.has(place)).length
}

function nameOtherPlaces(earlier: ReadSignal, later: ReadSignal): boolean {
  if (earlier.places.length === 0 || later.places.length === 0) return false
  return sharedPlaces(earlier, later) === 0
}

export function countTheSame(earlier: ReadSignal, later: ReadSignal): boolean {
  return earlier.details.some(
    ({ detail, value }) =>
      !weakDetails.has(detail) &&
      value !== '0' &&
      later.details.some((other) => other.detail === detail && valuesAgree(value, other.value)),
  )
}
