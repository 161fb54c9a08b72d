import type { ReadSignal } from '../readings/read-signal.ts'
import { reasons } from '../reasons.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { joinByCoincidence } from './by-coincidence.ts'
import { coincidenceOf } from './coincidence.ts'
import {
  apart,
  type JudgedFeature,
  type Judging,
  littleAlike,
  type StoryJudgement,
} from './judgement.ts'
import { labelsOf, type Likeness, likenessOfTexts, type Rarity } from './likeness.ts'
import { type Meeting, meet, shareOf } from './meeting.ts'
import { oneVoiceOnOneThing, voiceFactor } from './one-voice.ts'
import { strongest, supportFactors, supportOf } from './story-support.ts'
import { joinScore, mergeAcross, mergeLikeness, suggestScore } from './thresholds.ts'
import { vetoOf } from './veto.ts'

/** Hours after which the same likeness says less, by a factor of e: two reports of one event come soon after each other. */
const fadingHours = 48

/** Later than this what was said may have come to pass, or passed: no contradiction. */
const currentHours = 1

/** Two reports with fewer telling things in common are alike by chance; in two languages chance does more. */
const leastShared = 3
const leastSharedAcross = 4
/** With fewer in one language, the likeness counts for this much. */
const littleShared = 0.75
/** Of one voice, fewer will do. */
const leastSharedOfOneVoice = 2

/** Of two posts in two languages that share less than this against chance, most were of two events in the streams read … */
const leastAcrossNats = 5
/** … and more is asked where neither a name nor a rare figure is among it: a country and its ministers are in many. */
const leastAcrossUnnamed = 7

/** Texts with less than this of their terms in common are not looked at further. */
const hopeless = 0.05

/** False where two signals share too little to be judged, which spares most pairs a judgement. */
export const mayBeAlike = (earlier: ReadSignal, later: ReadSignal, meeting: Meeting): boolean =>
  shareOf(meeting, earlier.lang !== later.lang) >= hopeless

/** What the caller of `judgePair` may know of two signals. */
export interface PairHints {
  /** Both have it from one outlet or one owner. */
  oneVoice?: boolean
  meeting?: Meeting
  /** Scores below this are of no use to the caller, and need not be told from 0. */
  least?: number
}

/** Whether two signals tell of one event. `hours` is the widest gap between them. */
export function judgePair(
  earlier: ReadSignal,
  later: ReadSignal,
  judging: Judging,
  hours: number,
  hints: PairHints = {},
): StoryJudgement {
  const contradicting = mayContradict(earlier, later)
  const meeting = hints.meeting ?? meet(earlier, later, judging.weights)
  const alone = judgeAlone(earlier, later, judging, hours, {
    oneVoice: hints.oneVoice ?? false,
    meeting,
    least: contradicting ? 0 : (hints.least ?? 0),
  })
  const bounded = hints.oneVoice === true ? alone : orByChance(alone, earlier, later, judging)
  const judged =
    meeting.tellingAcross === 0 ? bounded : orByCoincidence(bounded, earlier, later, judging, hours)
  if (judged.verdict === 'suggest' || !contradicting) return judged
  const contradiction = judging.contradict(earlier, later)
  if (contradiction === undefined) return judged
  const reason = reasons.say('contradiction', { said: contradiction })
  return {
    ...judged,
    score: Math.max(judged.score, suggestScore),
    verdict: 'suggest',
    reason,
    features: () => [
      ...judged.features(),
      { name: 'contradiction', value: reason, how: 'score', weight: suggestScore },
    ],
  }
}

/** One claim told two ways is for an editor to see, however the rest is worded; it merges nothing. */
function mayContradict(earlier: ReadSignal, later: ReadSignal): boolean {
  return (
    earlier.lang === later.lang &&
    earlier.signal.channel !== later.signal.channel &&
    Math.abs(later.atMs - earlier.atMs) <= currentHours * 3_600_000 &&
    !isAside(earlier) &&
    !isAside(later)
  )
}

/** Alerts, memories and offers claim nothing that another could contradict. */
const isAside = ({ event }: ReadSignal) => event.noise || event.remembers || event.event === 'alert'

function judgeAlone(
  earlier: ReadSignal,
  later: ReadSignal,
  rarity: Rarity,
  hours: number,
  { oneVoice, meeting, least }: Required<PairHints>,
): StoryJudgement {
  const gapHours = Math.abs(later.atMs - earlier.atMs) / 3_600_000
  const nearness = Math.exp(-gapHours / fadingHours)
  const most = nearness * strongest * (oneVoice ? oneVoiceOnOneThing : 1)
  const texts = likenessOfTexts(earlier, later, meeting, rarity, least / most)
  if (texts === undefined) return littleAlike
  const voice = oneVoice ? voiceFactor(texts, earlier, rarity.weights) : 1
  const enough = enoughShared(texts.telling, earlier.lang === later.lang, oneVoice)
  const likeness = texts.value * enough.factor
  const score = Math.min(1, likeness * nearness * supportOf(earlier, later) * voice)
  if (score < least) return littleAlike
  const veto = vetoOf(earlier, later, hours)
  if (veto !== undefined) return apart(veto)
  return {
    likeness,
    score,
    verdict: verdictOf(likeness, earlier.lang === later.lang),
    get reason() {
      return reasonOf(score, texts, rarity.weights, [earlier, later])
    },
    features: () => [
      ...texts.parts(),
      { name: 'likeness of the texts', value: '', how: 'score', weight: texts.value },
      ...(enough.factor === 1
        ? []
        : [
            {
              name: 'little in common',
              value: reasons.say('fewTelling', { found: texts.telling, least: enough.least }),
              how: 'times',
              weight: enough.factor,
            } as const,
          ]),
      {
        name: 'nearness',
        value: reasons.say('hoursBetween', { hours: gapHours.toFixed(1) }),
        how: 'times',
        weight: nearness,
      },
      ...supportFeatures(earlier, later),
      ...(oneVoice
        ? [
            {
              name: 'one voice',
              value: reasons.say('oneVoice'),
              how: 'times',
              weight: voice,
            } as const,
          ]
        : []),
    ],
  }
}

/**
 * In two languages there is little to compare: two posts may be alike because both are short and of one country.
 * Where chance brings what they share, an editor is asked.
 */
function orByChance(
  judged: StoryJudgement,
  earlier: ReadSignal,
  later: ReadSignal,
  judging: Judging,
): StoryJudgement {
  if (judged.score < joinScore) return judged
  if (earlier.lang === later.lang || earlier.signal.channel === later.signal.channel) return judged
  const { nats, shared } = coincidenceOf(earlier, later, judging)
  const isNamed = shared.some(({ kind, tellsWhich }) => tellsWhich && kind !== 'place')
  if (nats >= (isNamed ? leastAcrossNats : leastAcrossUnnamed)) return judged
  return {
    ...judged,
    score: suggestScore,
    get reason() {
      return judged.reason
    },
    features: () => [
      ...judged.features(),
      { name: 'may be chance', value: nats.toFixed(1), how: 'score', weight: suggestScore },
    ],
  }
}

/** Two channels that share too much for chance tell of one event in words of their own. */
function orByCoincidence(
  judged: StoryJudgement,
  earlier: ReadSignal,
  later: ReadSignal,
  judging: Judging,
  hours: number,
): StoryJudgement {
  const found = joinByCoincidence(earlier, later, judging)
  if (found === undefined || found.score <= judged.score) return judged
  if (vetoOf(earlier, later, hours) !== undefined) return judged
  const { score } = found
  return {
    ...judged,
    score,
    byCoincidence: true,
    get reason() {
      return reasons.say('alike', { score: score.toFixed(2), terms: found.shared() })
    },
    features: () => [...judged.features(), ...found.features()],
  }
}

function verdictOf(likeness: number, oneLanguage: boolean): StoryJudgement['verdict'] {
  if (likeness >= (oneLanguage ? mergeLikeness : mergeAcross)) return 'merge'
  return likeness >= joinScore ? 'suggest' : 'apart'
}

function enoughShared(shared: number, oneLanguage: boolean, oneVoice: boolean) {
  const least = oneVoice ? leastSharedOfOneVoice : oneLanguage ? leastShared : leastSharedAcross
  return { least, factor: shared >= least ? 1 : oneLanguage ? littleShared : 0 }
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

const reasonOf = (
  score: number,
  { shared }: Likeness,
  weights: TermWeights,
  texts: readonly ReadSignal[],
) => reasons.say('alike', { score: score.toFixed(2), terms: labelsOf(shared(), weights, texts) })
