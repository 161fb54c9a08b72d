import type { Word } from '../../lib/text.ts'
import type { EventReading } from '../../model/features.ts'
import type { EventKind } from '../../model/story.ts'
import { type EventLabel, eventWords } from './event-words.ts'
import { Lexicon, type LexiconHit } from '../text/lexicon.ts'
import { readWords } from '../text/read-words.ts'
import { type StanceLabel, stanceWords } from '../conflicts/stance-words.ts'

const eventLexicon = new Lexicon<EventLabel>(eventWords)
const stanceLexicon = new Lexicon<StanceLabel>(stanceWords)

/** Words looked at; what a post is about is said before them. */
const longestReading = 400
/** The first words say what a post is about. */
const headWords = 14
/** What comes later in a long post is background. */
const bodyWords = 60
/** A denial or an update is announced, not mentioned in passing. */
const stanceReach = 45
/** One hint is not enough; a verb of saying in the first words is. */
const leastScore = 1.6
const leastStatement = 1.4
/** A post that opens with somebody calling for or condemning something is about those words. */
const openingWords = 6
const openingWeight = 6
/** Words after "after" and its like that tell of what went before, not of the event. */
const backgroundWords = 5
/** An offer speaks of itself at least once in so many words. */
const wordsOfAnOffer = 15

/** In the order in which equal evidence decides. */
const kinds = [
  'strike',
  'accident',
  'arrest',
  'protest',
  'sanctions',
  'alert',
  'talks',
  'statement',
] as const satisfies readonly EventKind[]

/** What a text says it is, in six languages. */
export function readEvent(text: string): EventReading {
  const found = readWords(text).slice(0, longestReading)
  const eventHits = eventLexicon.find(found)
  const event = kindOf(eventHits)
  const stances = stanceLexicon.find(found)
  const has = (label: StanceLabel) =>
    stances.some((hit) => hit.label === label && hit.first < stanceReach)
  const retracts = takesBack(has, event)
  return {
    event,
    denies: !retracts && has('denies'),
    retracts,
    updates: has('updates'),
    remembers: has('remembers'),
    noise: isNoise(stances, event, found),
  }
}

function kindOf(hits: readonly LexiconHit<EventLabel>[]): EventKind {
  const scores = new Map<EventKind, number>()
  const counted = new Map<EventLabel, number>()
  let background = -1
  for (const { label, first, last } of hits) {
    if (label === 'after') {
      background = last + backgroundWords
      continue
    }
    const times = (counted.get(label) ?? 0) + 1
    counted.set(label, times)
    // Saying a word again adds little.
    if (times > 3) continue
    const weak = label.endsWith('?')
    const kind = (weak ? label.slice(0, -1) : label) as EventKind
    const weight =
      (weak ? 1 : 2) *
      (first < headWords ? 1.5 : first < bodyWords ? 1 : 0.5) *
      (first <= background ? 0.3 : 1)
    const opens = label === 'statement' && first < openingWords && first > background
    scores.set(kind, (scores.get(kind) ?? 0) + (opens ? openingWeight : weight / times))
  }
  let best: EventKind = 'other'
  let bestScore = 0
  for (const kind of kinds) {
    const score = scores.get(kind) ?? 0
    if (score > bestScore && score >= (kind === 'statement' ? leastStatement : leastScore)) {
      best = kind
      bestScore = score
    }
  }
  return best
}

/** One sign may be said of others' words; a withdrawal, or a mistake and an apology, are said of one's own. */
function takesBack(has: (label: StanceLabel) => boolean, event: EventKind): boolean {
  if (has('withdraws')) return true
  // "We were wrong" may set a figure right: the claim is taken back where it is denied too.
  if (has('ours') && (has('denies') || has('unconfirmed'))) return true
  if (!has('apology')) return false
  // Who is told to deny and to be sorry may be an official in a report of what was said.
  return has('mistake') || has('unconfirmed') || (has('denies') && event !== 'statement')
}

/** A report that ends in an offer to subscribe stays a report: an offer must fill the post. */
function isNoise(
  stances: readonly LexiconHit<StanceLabel>[],
  event: EventKind,
  found: readonly Word[],
): boolean {
  const count = (label: StanceLabel) => stances.filter((hit) => hit.label === label).length
  const offer = count('advert') * 2 + count('advert?')
  // A long article with a few such words is no offer.
  const fills = offer * wordsOfAnOffer >= found.length
  if (fills && offer >= 3 && (event === 'other' || offer >= 4)) return true
  if (event !== 'other') return false
  return count('greeting') > 0 && found.length <= 40
}
