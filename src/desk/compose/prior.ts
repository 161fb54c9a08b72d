import type { DeskConfig } from '../../config/schema.ts'
import type { Signal } from '../../model/signal.ts'
import type { Story } from '../../model/story.ts'
import type { Dispatch, PriorRef, PriorRelation } from '../../model/stub.ts'
import { proseLanguage } from './languages.ts'
import { type TellingWord, tellingWords } from './prior-words.ts'
import { splitSentences } from './sentences.ts'
import { localTime } from './window.ts'

/** A name tells more of what a text is about than any other word. */
const nameWeight = 3
const leastNames = 1
const leastWords = 4
/**
 * Share of a dispatch's headline, by weight, that the story holds, and of its headline and TL;DR. Set by hand
 * on the desk's own archive of the sample, on the side of missing one: a wrong "as we have reported" is worse.
 */
const leastOfHeadline = 0.5
const leastOfWhole = 0.3
/** Older coverage is background; a changed figure or a denial concerns what was said lately. */
const currentHours = 96
const mostPrior = 5
const hourMs = 3_600_000

const denial =
  /\b(?:den(?:y|ies|ied|ial)|refut(?:e[sd]?|ation)|false|untrue|fake|did not happen|no truth|retract(?:s|ed|ion)?|debunk(?:s|ed)?)\b/i
const countedWord = /(?<!\d|\d,)(\d[\d,]*)\s+(?:\p{L}+\s+){0,1}?(\p{L}{4,})/gu

/** Earlier dispatches on what the story tells, oldest first. Compares the words of its signals in the desk's prose. */
export function findPrior(
  story: Story,
  signals: readonly Signal[],
  dispatches: readonly Dispatch[],
  desk: DeskConfig,
): PriorRef[] {
  const text = proseOf(story, signals)
  if (text === '') return []
  const told = tellingWords(text)
  return dispatches
    .filter(({ killed }) => killed !== true)
    .filter(({ at }) => at < story.firstAt)
    .map((dispatch) => ({ dispatch, score: scorePrior(told, dispatch) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.dispatch.at < b.dispatch.at ? 1 : -1))
    .slice(0, mostPrior)
    .map(({ dispatch }) => toReference(dispatch, relate(story, text, dispatch), desk.timezone))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

function proseOf(story: Story, signals: readonly Signal[]): string {
  return signals
    .filter(({ key, lang }) => lang === proseLanguage && story.signals.includes(key))
    .flatMap(({ text }) => splitSentences(text))
    .map(({ text }) => text)
    .join('\n')
}

/** Share of the dispatch's headline and TL;DR that the story holds, by weight; 0 where that is too little. */
export function scorePrior(told: ReadonlyMap<string, TellingWord>, dispatch: Dispatch): number {
  const headline = tellingWords(dispatch.headline)
  const whole = tellingWords(`${dispatch.headline}\n${dispatch.tldr}`)
  const names = new Set(
    [...tellingWords(`${dispatch.tldr}\n${dispatch.text}`).values(), ...told.values()]
      .filter(({ name }) => name)
      .map(({ stem }) => stem),
  )
  const weigh = (stems: Iterable<string>) =>
    Array.from(stems).reduce((total, stem) => total + (names.has(stem) ? nameWeight : 1), 0)
  const shared = Array.from(whole.keys()).filter((stem) => told.has(stem))
  const sharedNames = shared.filter((stem) => names.has(stem))
  if (shared.length < leastWords || sharedNames.length < leastNames) return 0
  // Names alone place two texts in one country, not in one story.
  if (shared.length - sharedNames.length < 2) return 0
  const ofHeadline =
    weigh(shared.filter((stem) => headline.has(stem))) / Math.max(1, weigh(headline.keys()))
  const ofWhole = weigh(shared) / Math.max(1, weigh(whole.keys()))
  return ofHeadline >= leastOfHeadline && ofWhole >= leastOfWhole ? (ofHeadline + ofWhole) / 2 : 0
}

function relate(story: Story, text: string, { at, headline, tldr }: Dispatch): PriorRelation {
  const hours = (Date.parse(story.firstAt) - Date.parse(at)) / hourMs
  if (hours > currentHours) return 'repeats'
  const earlier = `${headline}\n${tldr}`
  if (story.sourcing === 'withdrawn' || denial.test(text) !== denial.test(earlier)) {
    return 'contradicts'
  }
  return countsChanged(earlier, text) ? 'updates' : 'repeats'
}

/** The same things are counted in both, and none of their counts is the same. */
function countsChanged(earlier: string, later: string): boolean {
  const before = countsOf(earlier)
  const after = countsOf(later)
  const both = Array.from(after.keys()).filter((what) => before.has(what))
  return both.length > 0 && both.every((what) => before.get(what) !== after.get(what))
}

const countsOf = (text: string) =>
  new Map(
    Array.from(text.toLowerCase().matchAll(countedWord), ([, count = '', what = '']) => [
      what.replace(/s$/, ''),
      count.replaceAll(',', ''),
    ]),
  )

function toReference(
  { dispatch, at, headline, url }: Dispatch,
  relation: PriorRelation,
  timezone: string,
): PriorRef {
  const { date } = localTime(at, timezone)
  return { dispatch, date, headline, relation, ...(url === undefined ? {} : { url }) }
}
