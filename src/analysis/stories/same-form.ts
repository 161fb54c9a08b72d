import { fold, type Word } from '../../lib/text.ts'
import type { Difference } from '../copies/variant.ts'
import type { ReadSignal } from '../readings/read-signal.ts'

/** Nouns that a settlement's name follows, folded; the name may be in no gazetteer. */
const settlementNouns = new Set(
  fold(
    `village town city suburb kibbutz
    село села селе селу селом деревня деревни деревне деревню поселок поселка поселке хутор хутора хуторе
    станица станицы станице город города городе городу
    село селі селище селища селищі хутір хутора місто міста місті
    بلدة بلدتي بلدات قرية قريتي مدينة مخيم حي
    روستای روستا شهر شهرک محله
    כפר מושב קיבוץ שכונת העיר עיר היישוב`,
  ).split(/\s+/),
)
/** Between a noun and the name: "the village of X". */
const linking = new Set(['of'])
/** Letters written onto such a noun; with the article it names nothing. */
const prefixed = /^[ולבשמופ](?=.{3})/
const latinOrCyrillic = /^[a-z\u0400-\u04ff]/

/** An opening is that long; a form is told by it. */
const openingWords = 12
/** Share of the words that two openings of one form have in common. */
const formShare = 0.6

/**
 * What tells two posts of one channel apart that fill one form in again: another settlement by its noun, or
 * another place in an opening that is the same else.
 */
export function otherFilling(first: ReadSignal, second: ReadSignal): Difference | undefined {
  if (first.lang !== second.lang) return undefined
  return (
    otherNames('words', settlementsIn(first), settlementsIn(second)) ??
    (openAlike(first, second)
      ? otherNames('words', placesAtOpening(first), placesAtOpening(second), true)
      : undefined)
  )
}

/** Names that each has and the other has not; `beside` others that both have, where that is allowed. */
function otherNames(
  what: Difference['what'],
  ours: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
  beside = false,
): Difference | undefined {
  const was = Array.from(ours).filter((name) => !theirs.has(name))
  const is = Array.from(theirs).filter((name) => !ours.has(name))
  if (was.length === 0 || is.length === 0) return undefined
  if (!beside && was.length < ours.size) return undefined
  return { what, was: was.join(', '), is: is.join(', ') }
}

function settlementsIn({ signal: { text }, normal: { words } }: ReadSignal): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [index, { word }] of words.entries()) {
    if (!settlementNouns.has(word) && !settlementNouns.has(word.replace(prefixed, ''))) continue
    const next = words[index + 1]
    const name = next !== undefined && linking.has(next.word) ? words[index + 2] : next
    if (name === undefined || !mayBeName(text, name)) continue
    names.add(name.word)
    // "The two towns of X and Y".
    const other = words[index + 2]?.word ?? ''
    if (/^و.{2}/.test(other)) names.add(other.slice(1))
  }
  return names
}

function mayBeName(text: string, { word, from }: Word): boolean {
  if (word.length < 3 || /^\d/.test(word)) return false
  return !latinOrCyrillic.test(word) || text.charAt(from) !== text.charAt(from).toLowerCase()
}

function openAlike(first: ReadSignal, second: ReadSignal): boolean {
  const [ours, theirs] = [first, second].map(({ normal }) => normal.tokens.slice(0, openingWords))
  if (ours === undefined || theirs === undefined) return false
  const shared = theirs.filter((token) => ours.includes(token)).length
  return shared >= formShare * Math.max(ours.length, theirs.length)
}

function placesAtOpening({ normal: { words }, places }: ReadSignal): ReadonlySet<string> {
  const end = words[Math.min(openingWords, words.length) - 1]?.to ?? 0
  return new Set(places.filter(({ from }) => from < end).map(({ name }) => name))
}
