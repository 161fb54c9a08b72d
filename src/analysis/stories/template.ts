import type { Word } from '../../lib/text.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { alignedChanges, type Change, type Difference } from '../copies/variant.ts'
import type { PlaceMention } from '../../model/features.ts'
import { stemOf } from '../text/stem.ts'

/** Longer posts are not made from a template whole. */
const templateWords = 16
/** A title in quotes is sure to be a name: it tells forms apart in posts twice as long. */
const titledWords = 2 * templateWords
/** Share of words that two posts of one template have in common; alerts may list many places. */
const templateShare = 0.6
const alertShare = 0.25
/** Rates and records are told anew in words that vary more, one figure in the place of another. */
const readingShare = 0.35
/** Shorter words are alike by chance. */
const shortestName = 4
/** What fills a slot is short. */
const slotWords = 3

/** What differs between two short posts that are one form filled in twice, such as alerts for two places. */
export function templateDifference(
  first: ReadSignal,
  second: ReadSignal,
  alerts: boolean,
): Difference | undefined {
  // Words are read anew for whoever asks: most pairs are told apart by the hashes of theirs.
  const [said, saidAgain] = [first.normal.tokens, second.normal.tokens]
  const longer = Math.max(said.length, saidAgain.length)
  if (longer > titledWords) return undefined
  const shared = saidAgain.filter((token) => said.includes(token)).length
  const isTemplate = shared >= (alerts ? alertShare : templateShare) * longer
  const mayBeReadings = tellNoEvent(first, second) && shared >= readingShare * longer
  if (!isTemplate && !mayBeReadings) return undefined
  const changes = alignedChanges(first.normal.words, second.normal.words)
  if (longer > templateWords) {
    const titles = changes.find((change) => isTitleForTitle(change, first, second))
    return titles === undefined || !isTemplate ? undefined : worded('words', titles)
  }
  const figures = changes.find((change) => tellOtherFigures(change, alerts))
  if (figures !== undefined) return worded('figures', figures)
  if (!isTemplate) return undefined
  const names = changes.find((change) => alerts || fillsASlot(change, first, second))
  return names === undefined ? undefined : worded('words', names)
}

const tellNoEvent = (...reads: readonly ReadSignal[]) =>
  reads.every(({ event }) => event.event === 'other')

/** One name in the place of another; a word in the place of another may only say it otherwise. */
function fillsASlot({ was, is }: Change, first: ReadSignal, second: ReadSignal): boolean {
  if (was.length > slotWords || is.length > slotWords) return false
  return (
    (isTitle(second, is) || is.some((word) => isName(second, word))) &&
    (isTitle(first, was) || was.some((word) => isName(first, word))) &&
    !sayOneName(was, is) &&
    !meanOnePlace(was, is, first, second)
  )
}

/** A contest, a ship, a film: by another title in quotes it is another. */
function isTitleForTitle({ was, is }: Change, first: ReadSignal, second: ReadSignal): boolean {
  if (was.length > slotWords || is.length > slotWords) return false
  return isTitle(first, was) && isTitle(second, is) && !sayOneName(was, is)
}

const openQuote = /[«“„"]\s*$/u
const closeQuote = /^\s*[»”“"]/u

/** All of what stands in quotes; where letters have capitals, it begins with one. */
function isTitle({ signal: { text } }: ReadSignal, run: readonly Word[]): boolean {
  const [start, end] = [run[0], run.at(-1)]
  if (start === undefined || end === undefined || /\p{Ll}/u.test(text.charAt(start.from)))
    return false
  return openQuote.test(text.slice(0, start.from)) && closeQuote.test(text.slice(end.to))
}

/** A name in another case, or with its first letter alone. */
const sayOneName = (was: readonly Word[], is: readonly Word[]) =>
  was.some(({ word }) =>
    is.some((other) => isShort(word, other.word) || sayAlike(word, other.word)),
  )

const isShort = (word: string, other: string) =>
  word.length !== other.length &&
  Math.min(word.length, other.length) === 1 &&
  word.charAt(0) === other.charAt(0)

const sayAlike = (word: string, other: string) =>
  Math.min(word.length, other.length) >= shortestName && stemOf(word) === stemOf(other)

/** One country has many names; a form has town for town, and no town for its country. */
function meanOnePlace(
  was: readonly Word[],
  is: readonly Word[],
  first: ReadSignal,
  second: ReadSignal,
): boolean {
  const ours = placesIn(first, was)
  const theirs = placesIn(second, is)
  if (theirs.some(({ place }) => ours.some((other) => other.place === place))) return true
  const [one, other] = [ours[0], theirs[0]]
  return one !== undefined && other !== undefined && isCountry(one) !== isCountry(other)
}

const isCountry = ({ kind }: PlaceMention) => kind === 'country'

const placesIn = ({ places }: ReadSignal, run: readonly Word[]) =>
  places.filter(({ from, to }) => run.some((word) => from < word.to && word.from < to))

/** A place of the gazetteer, or a capital inside a sentence. */
function isName({ signal, places }: ReadSignal, { from, to }: Word): boolean {
  if (places.some((place) => place.from < to && from < place.to)) return true
  return (
    /\p{Lu}/u.test(signal.text.charAt(from)) &&
    /[\p{L}\p{N},;](?:\s*[«"“„])?\s*$/u.test(signal.text.slice(0, from))
  )
}

/** In the place of a figure stands another; a figure and what it is rounded to are one, but in an alert. */
function tellOtherFigures({ was, is }: Change, alerts: boolean): boolean {
  const [one, other] = [figureIn(was), figureIn(is)]
  if (one === undefined || other === undefined) return false
  return alerts || !(isRounded(one, other) || isRounded(other, one))
}

const figureIn = (run: readonly Word[]) => run.find(({ word }) => /\d/.test(word))?.word

/** True where the first is the second with fewer digits that say something: 16 of 15.7, 50 of 54. */
function isRounded(rounded: string, exact: string): boolean {
  const [value, of] = [Number(rounded), Number(exact)]
  if (!(value > 0 && of > 0)) return false
  const [mantissa = ''] = value.toExponential().split('e')
  return value === Number(of.toPrecision(mantissa.replace('.', '').length))
}

const worded = (what: Difference['what'], { was, is }: Change): Difference => ({
  what,
  was: was.map(({ word }) => word).join(' '),
  is: is.map(({ word }) => word).join(' '),
})
