import type { DetailKind } from '../../model/features.ts'
import type { Signal } from '../../model/signal.ts'
import type { PriorRelation } from '../../model/stub.ts'
import { words } from '../../lib/text.ts'
import { rangeOf, valuesAgree } from '../conflicts/conflict-values.ts'
import { readDetails } from '../conflicts/details.ts'
import { readEvent } from './events.ts'
import { languagesOfWord } from '../language/language-words.ts'
import { rootOf } from '../origins/root.ts'

/**
 * The opening tells the event. On many nights one town is struck as another was, in the same words but for its
 * name; so all that the lesser opening tells must stand in the other.
 */
const openingWords = 40
const fewestShared = 5
const shortestTelling = 3

/** Tolls only rise: a later figure that is lower can't be true beside the earlier one. */
const tolls: readonly DetailKind[] = ['killed', 'wounded', 'missing', 'detained']

/** How a post stands to an earlier one; undefined where they may be of two things, or in two languages. */
export function relateToEarlier(now: Signal, earlier: Signal): PriorRelation | undefined {
  if (now.lang !== earlier.lang) return undefined
  const [event, before] = [readEvent(now.text), readEvent(earlier.text)]
  // Alerts are worded alike every night.
  if ([event, before].some(({ event: kind, noise }) => noise || kind === 'alert')) return undefined
  if (!isOfOneThing(now.text, earlier.text)) return undefined
  if (event.retracts || event.denies !== before.denies) return 'contradicts'
  return comparedTolls(now.text, earlier.text)
}

function isOfOneThing(now: string, earlier: string): boolean {
  const [told, before] = [rootsOf(now), rootsOf(earlier)]
  const shared = Array.from(told).filter((root) => before.has(root)).length
  return shared >= fewestShared && shared === Math.min(told.size, before.size)
}

const rootsOf = (text: string) =>
  new Set(
    words(text)
      .slice(0, openingWords)
      .flatMap(({ word }) =>
        word.length < shortestTelling || /^\d/.test(word) || languagesOfWord.has(word)
          ? []
          : [rootOf(word)],
      ),
  )

/** Both give one toll, and it differs: risen, or no longer what was said. */
function comparedTolls(now: string, earlier: string): PriorRelation {
  const [after, before] = [tollsOf(now), tollsOf(earlier)]
  const changed = Array.from(after).flatMap(([detail, value]) => {
    const was = before.get(detail)
    return was === undefined || valuesAgree(value, was) ? [] : [{ was, value }]
  })
  if (changed.length === 0) return 'repeats'
  const fell = changed.some(({ was, value }) => lowest(value) < lowest(was))
  return fell ? 'contradicts' : 'updates'
}

const lowest = (value: string) => rangeOf(value)?.low ?? 0

/** Tolls that the text gives one value; with more it lists several things. */
function tollsOf(text: string): Map<DetailKind, string> {
  const details = readDetails(text)
  return new Map(
    tolls.flatMap((toll) => {
      const values = new Set(
        details.filter(({ detail }) => detail === toll).map(({ value }) => value),
      )
      const [value] = values
      return values.size === 1 && value !== undefined ? [[toll, value] as const] : []
    }),
  )
}
