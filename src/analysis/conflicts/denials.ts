import type { Conflict } from '../../model/story.ts'
import type { ClaimingSignal } from '../citations/claiming-signal.ts'
import { isLocal } from './local-events.ts'
import { grouped, lastWords } from './stances.ts'

/** Telling words of a denial that the denied report must share: so many, or this part of them. */
const sharedWords = 3
const sharedPart = 0.5

/** One origin denies what another states; an official's words reported with and without "denied" are one. */
export function denialAmong(signals: readonly ClaimingSignal[]): Conflict[] {
  const stances = lastWords(signals, ({ event }) => [event.denies ? 'denied' : 'stated'])
  const denied = stances.filter(({ values }) => values.includes('denied'))
  const stated = stances.filter(
    ({ values, signal }) => values.includes('stated') && signal.event.event !== 'statement',
  )
  const denying = denied.filter((denial) =>
    stated.some(({ signal }) => signal.at <= denial.signal.at && denies(denial.signal, signal)),
  )
  if (denying.length === 0) return []
  return [{ detail: 'confirmed or denied', values: grouped([...stated, ...denying]) }]
}

/**
 * In one language the sentence that denies must be about what the other says. Across languages words can't tell:
 * both must be of one kind of local event and name one town or region.
 */
function denies(denial: ClaimingSignal, stated: ClaimingSignal): boolean {
  if (denial.claim === undefined || stated.claim === undefined) return true
  const { denied } = denial.claim
  if (denied === undefined) return false
  if (denial.lang !== stated.lang) return isOfOnePlace(denial, stated)
  const { about } = stated.claim
  const shared = denied.filter((key) => about.has(key)).length
  return shared >= sharedWords || (shared > 1 && shared >= sharedPart * denied.length)
}

function isOfOnePlace(denial: ClaimingSignal, stated: ClaimingSignal): boolean {
  if (!isLocal(stated) || denial.event.event !== stated.event.event) return false
  const here = new Set((denial.places ?? []).filter(isNarrow).map(({ id }) => id))
  return (stated.places ?? []).some((place) => isNarrow(place) && here.has(place.id))
}

const isNarrow = ({ kind }: { kind?: string }) => kind === 'city' || kind === 'region'
