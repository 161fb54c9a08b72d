import type { Word } from '../../lib/text.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { alignedChanges, type Change, type Difference } from '../copies/variant.ts'

/** Longer posts are not made from a template whole. */
const templateWords = 16
/** Share of words that two posts of one template have in common; alerts may list many places. */
const templateShare = 0.6
const alertShare = 0.25
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
  if (longer > templateWords) return undefined
  const shared = saidAgain.filter((token) => said.includes(token)).length
  if (shared < (alerts ? alertShare : templateShare) * longer) return undefined
  const changes = alignedChanges(first.normal.words, second.normal.words)
  const figures = changes.find(({ was, is }) => hasDigit(was) && hasDigit(is))
  if (figures !== undefined) return worded('figures', figures)
  const names = changes.find((change) => alerts || fillsASlot(change, first, second))
  return names === undefined ? undefined : worded('words', names)
}

/** One name in the place of another; a word in the place of another may only say it otherwise. */
function fillsASlot({ was, is }: Change, first: ReadSignal, second: ReadSignal): boolean {
  if (was.length > slotWords || is.length > slotWords) return false
  return (
    is.some((word) => isName(second, word)) &&
    was.some((word) => isName(first, word)) &&
    !meanOnePlace(was, is, first, second)
  )
}

/** One country has many names. */
function meanOnePlace(
  was: readonly Word[],
  is: readonly Word[],
  first: ReadSignal,
  second: ReadSignal,
): boolean {
  const ours = placesIn(first, was)
  return placesIn(second, is).some((place) => ours.includes(place))
}

const placesIn = ({ places }: ReadSignal, run: readonly Word[]) =>
  places
    .filter(({ from, to }) => run.some((word) => from < word.to && word.from < to))
    .map(({ place }) => place)

/** A place of the gazetteer, or a capital inside a sentence. */
function isName({ signal, places }: ReadSignal, { from, to }: Word): boolean {
  if (places.some((place) => place.from < to && from < place.to)) return true
  return (
    /\p{Lu}/u.test(signal.text.charAt(from)) &&
    /[\p{L}\p{N},;](?:\s*[«"“„])?\s*$/u.test(signal.text.slice(0, from))
  )
}

const hasDigit = (run: readonly Word[]) => run.some(({ word }) => /\d/.test(word))

const worded = (what: Difference['what'], { was, is }: Change): Difference => ({
  what,
  was: was.map(({ word }) => word).join(' '),
  is: is.map(({ word }) => word).join(' '),
})
