import { type Coincidence, coincidenceOf, joinNats } from './coincidence.ts'
import type { JudgedFeature, Judging } from './judgement.ts'
import { joinScore, suggestScore } from './thresholds.ts'
import type { EventKind } from '../../model/story.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { wordsOf } from '../text/term-words.ts'
import { reasons } from '../reasons.ts'

/** Beyond this score what is no chance says no more. */
const mostByCoincidence = 0.6
/**
 * In one language two reports of one event have some of their wording in common too, by `LetterWeights.likeness`:
 * of pairs read in a Russian stream those below were chance, nearly all, and those above were not.
 */
const leastLetters = 0.2
/** But for witnesses of an event, who write of what they see at once, each in words of their own. */
const witnessHours = 1
/** What somebody said, decided or agreed is told in the words that were given out. */
const witnessed: ReadonlySet<EventKind> = new Set([
  'strike',
  'accident',
  'alert',
  'protest',
  'arrest',
])
/** In one language more words are compared, and the same people say and decide many things a day: chance brings more. */
const saidNats = 1
/** What adds less is not named as a reason. */
const namedNats = 1

/** That two posts of different channels share too much for chance, in words of their own. */
export interface ByCoincidence {
  /** Comparable with that of likeness. */
  score: number
  /** What they share, for people. */
  shared: () => string
  features: () => readonly JudgedFeature[]
}

/** Undefined where chance may bring what two posts share, or where only likeness can tell. */
export function joinByCoincidence(
  earlier: ReadSignal,
  later: ReadSignal,
  judging: Judging,
): ByCoincidence | undefined {
  if (earlier.signal.channel === later.signal.channel) return undefined
  // Alerts are forms: what they share is what all of them say.
  if (earlier.event.event === 'alert' && later.event.event === 'alert') return undefined
  const mayBeWitnesses = isOfOneHour(earlier, later) && (isWitnessed(earlier) || isWitnessed(later))
  // The letters of two texts are sooner held against each other than what they share is against chance.
  if (!mayBeWitnesses && isOtherwiseWorded(earlier, later, judging)) return undefined
  const coincidence = coincidenceOf(earlier, later, judging)
  const { weights } = judging
  // What happened may happen in two places at once: which it was is told by a place, a name or a figure.
  const telling = coincidence.shared.filter(({ tellsWhich }) => tellsWhich)
  if (telling.length === 0) return undefined
  // A figure alone says little of a post beside one by a witness.
  const isNamed = telling.some(({ kind }) => kind !== 'figure')
  if (!isNamed && !areWitnesses(earlier, later) && isOtherwiseWorded(earlier, later, judging))
    return undefined
  const score = Math.min(
    mostByCoincidence,
    (joinScore * coincidence.nats) / neededNats(earlier, later),
  )
  if (score < suggestScore) return undefined
  const told = (terms: readonly number[]) =>
    wordsOf(terms, weights, [earlier, later]).join(', ') || reasons.say('nothingTelling')
  return {
    score,
    shared: () =>
      told(coincidence.shared.filter(({ nats }) => nats > namedNats).map(({ term }) => term)),
    features: () => featuresOf(coincidence, score, told),
  }
}

/** What two posts must share against chance to be joined. */
function neededNats(earlier: ReadSignal, later: ReadSignal): number {
  if (earlier.lang !== later.lang || isWitnessed(earlier) || isWitnessed(later)) return joinNats
  return joinNats + saidNats
}

/** True where the wording of two posts of one language says that they are of two events. */
function isOtherwiseWorded(earlier: ReadSignal, later: ReadSignal, { letters }: Judging): boolean {
  if (earlier.lang !== later.lang) return false
  return letters.likeness(earlier.letters, later.letters) < leastLetters
}

const isOfOneHour = (earlier: ReadSignal, later: ReadSignal) =>
  Math.abs(later.atMs - earlier.atMs) <= witnessHours * 3_600_000

const areWitnesses = (earlier: ReadSignal, later: ReadSignal) =>
  isOfOneHour(earlier, later) && isWitnessed(earlier) && isWitnessed(later)

const isWitnessed = ({ event }: ReadSignal) => witnessed.has(event.event)

function featuresOf(
  { shared, others }: Coincidence,
  score: number,
  told: (terms: readonly number[]) => string,
): JudgedFeature[] {
  return [
    {
      name: 'what both name',
      value: told(shared.map(({ term }) => term)),
      how: 'plus',
      weight: shared.reduce((sum, { nats }) => sum + nats, 0),
    },
    ...others.map(({ name, nats }) => ({ name, value: '', how: 'plus' as const, weight: nats })),
    { name: 'more than chance', value: '', how: 'score', weight: score },
  ]
}
