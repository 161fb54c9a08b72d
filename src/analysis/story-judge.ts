import type { DetailKind } from '../model/features.ts'
import type { ReadSignal } from './read-signal.ts'
import { likenessOf, likenessSlack, scorePair, type ScoredPair } from './story-score.ts'
import { strongest, supportFactors, supportOf } from './story-support.ts'
import type { TermWeights } from './term-weights.ts'
import type { Term, TermKind } from './terms.ts'
import { type Difference, templateDifference } from './variant.ts'

/** At this score two signals are one story; between the two scores an editor is asked. */
export const mergeScore = 0.46
export const suggestScore = 0.32

/** Hours after which the same likeness says less, by a factor of e: two reports of one event come soon after each other. */
const fadingHours = 48

/** One thing that a judgement rests on, for people. */
export interface JudgedFeature {
  name: string
  /** What was found: `9.5 h apart`, `Odesa, 14`. */
  value: string
  /** `score`: where it starts; `times` and `plus`: what is done with that; `veto`: it ends at 0. */
  how: 'score' | 'times' | 'plus' | 'veto'
  weight: number
}

export interface StoryJudgement {
  score: number
  verdict: 'merge' | 'suggest' | 'apart'
  reason: string
  /** All that led to the score, in order; worked out only for who asks. */
  features: () => readonly JudgedFeature[]
}

const acrossLanguages: ReadonlySet<TermKind> = new Set(['place', 'figure', 'name', 'concept'])
/** Two reports with fewer telling things in common are alike by chance; in two languages chance does more. */
const leastShared = 3
const leastSharedAcross = 4

/** What two reports of one event may count differently, and two forms filled in would not both count. */
const casualties: ReadonlySet<DetailKind> = new Set([
  'killed',
  'wounded',
  'missing',
  'detained',
  'evacuated',
])

/**
 * Reports that name one outlet, or that come from one owner, may be joined on less likeness: together they
 * are still one origin, so nothing is corroborated by mistake. More so when they share a figure or a town.
 */
const oneVoiceFactor = 1.5
const oneVoiceOnOneThing = 2.2
const leastSharedOfOneVoice = 2
/** Smaller figures are shared by chance. */
const tellingFigure = 100

/** False where nothing can bring the pair to the lower threshold, which spares most pairs a judgement. */
export function mayBeAlike(
  earlier: ReadSignal,
  later: ReadSignal,
  weights: TermWeights,
  oneVoice: boolean,
): boolean {
  const likeness = likenessOf(earlier, later, weights, earlier.lang !== later.lang)
  const most = likeness * strongest * (oneVoice ? oneVoiceOnOneThing : 1)
  return most + likenessSlack >= suggestScore
}

/**
 * Whether two signals tell of one event. `hours` is the widest gap between them; `oneVoice` says that
 * both have it from one outlet or one owner.
 */
export function judgePair(
  earlier: ReadSignal,
  later: ReadSignal,
  weights: TermWeights,
  hours: number,
  oneVoice = false,
): StoryJudgement {
  const veto = vetoOf(earlier, later, hours)
  if (veto !== undefined) {
    const feature: JudgedFeature = { name: 'kept apart', value: veto, how: 'veto', weight: 0 }
    return { score: 0, verdict: 'apart', reason: veto, features: () => [feature] }
  }
  const oneLanguage = earlier.lang === later.lang
  const scored = oneLanguage
    ? scorePair(earlier, later, weights)
    : scorePair(onlyInvariant(earlier), onlyInvariant(later), weights)
  const shared = scored.shared.filter(({ weight }) => weight > 1)
  const gapHours = Math.abs(later.atMs - earlier.atMs) / 3_600_000
  const nearness = Math.exp(-gapHours / fadingHours)
  const voice = oneVoice
    ? voiceFactor(
        shared.map(({ term }) => term),
        earlier,
      )
    : 1
  const least = oneVoice ? leastSharedOfOneVoice : oneLanguage ? leastShared : leastSharedAcross
  const score =
    shared.length < least
      ? 0
      : Math.min(1, scored.score * nearness * supportOf(earlier, later) * voice)
  return {
    score,
    verdict: score >= mergeScore ? 'merge' : score >= suggestScore ? 'suggest' : 'apart',
    reason: reasonOf(score, scored),
    features: () => [
      {
        name: oneLanguage ? 'shared terms' : 'shared terms, of those any language has',
        value: labelsOf(scored),
        how: 'score',
        weight: scored.score,
      },
      { name: 'nearness', value: `${gapHours.toFixed(1)} h apart`, how: 'times', weight: nearness },
      ...supportFeatures(earlier, later),
      ...(oneVoice
        ? [
            {
              name: 'one voice',
              value: 'one outlet or owner',
              how: 'times',
              weight: voice,
            } as const,
          ]
        : []),
      ...(shared.length < least
        ? [
            {
              name: 'too little in common',
              value: `${shared.length} telling of at least ${least}`,
              how: 'veto',
              weight: 0,
            } as const,
          ]
        : []),
    ],
  }
}

function supportFeatures(earlier: ReadSignal, later: ReadSignal): JudgedFeature[] {
  const factors = supportFactors(earlier, later)
  const product = factors.reduce((total, { by }) => total * by, 1)
  const total = supportOf(earlier, later)
  return [
    ...factors.map(({ name, by }) => ({ name, value: '', how: 'times' as const, weight: by })),
    ...(product > total
      ? [{ name: 'support is bounded', value: '', how: 'times' as const, weight: total / product }]
      : []),
  ]
}

function voiceFactor(shared: readonly Term[], { places }: ReadSignal): number {
  const towns = new Set(places.filter(({ kind }) => kind === 'city').map(({ name }) => name))
  const oneThing = shared.some(
    ({ kind, label }) =>
      (kind === 'figure' && Number(label) >= tellingFigure) ||
      (kind === 'place' && towns.has(label)),
  )
  return oneThing ? oneVoiceOnOneThing : oneVoiceFactor
}

const onlyInvariant = ({ terms }: ReadSignal): { terms: readonly Term[] } => ({
  terms: terms.filter(({ kind }) => acrossLanguages.has(kind)),
})

function vetoOf(earlier: ReadSignal, later: ReadSignal, hours: number): string | undefined {
  if (Math.abs(later.atMs - earlier.atMs) > hours * 3_600_000)
    return `More than ${hours} hours apart.`
  if (earlier.event.noise || later.event.noise) return 'One of them is no report.'
  if (earlier.event.remembers !== later.event.remembers)
    return 'One of them remembers something past.'
  const alerts = earlier.event.event === 'alert' && later.event.event === 'alert'
  if (alerts && earlier.signal.channel === later.signal.channel) {
    return 'An alert that its channel sounds again is another alert.'
  }
  const template = templateDifference(worded(earlier), worded(later), alerts)
  if (template !== undefined && !disagree(earlier, later, template)) {
    return `One template: "${template.is}" where the other has "${template.was}".`
  }
  return undefined
}

/** Other figures in like words: of two channels that both count the dead, a disagreement and not a form. */
function disagree(earlier: ReadSignal, later: ReadSignal, difference: Difference): boolean {
  if (difference.what !== 'figures' || earlier.event.event === 'alert') return false
  if (earlier.signal.channel === later.signal.channel) return false
  return earlier.details.some(({ detail, value }) => {
    if (!casualties.has(detail)) return false
    const others = later.details.filter((other) => other.detail === detail)
    return others.length > 0 && others.every((other) => other.value !== value)
  })
}

const worded = ({ signal, normal }: ReadSignal) => ({ text: signal.text, words: normal.words })

const labelsOf = ({ shared }: ScoredPair) =>
  shared
    .slice(0, 6)
    .map(({ term }) => term.label)
    .join(', ') || 'nothing telling'

const reasonOf = (score: number, scored: ScoredPair) =>
  `Likeness ${score.toFixed(2)}; in common: ${labelsOf(scored)}.`
