import { rememberTexts } from '../../lib/remember.ts'
import { fold } from '../../lib/text.ts'
import type { EventKind } from '../../model/story.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { skeletonOf } from '../text/skeleton.ts'
import type { TermWeights } from '../text/term-weights.ts'

/** From here two posts are of one event: natural logarithm of the odds against chance. */
export const joinNats = 8.5

type Group = keyof typeof falling

/** A term that both have, and what it says against chance. */
interface SharedPart {
  term: number
  nats: number
  /** It is a place, a name or a figure rare enough to tell one event from another of its kind. */
  tellsWhich: boolean
  kind: Group
}

/** What else speaks against chance (above 0) or for it. */
interface OtherPart {
  name: 'long texts' | 'kinds of event' | 'other towns' | 'posts in between'
  nats: number
}

/** Terms of one kind stand together more often than chance has it: each after the first says less. */
const falling = {
  place: [1, 0.5],
  name: [0.8, 0.5],
  figure: [1, 0.5],
  concept: [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5],
} as const

/** What posts of two events in one place differ by, and those of one event seldom. */
const sameKind = 0.7
const otherKind = -1.5
const otherTowns = -3
/** What a witness hears may be any of these. */
const bangs: ReadonlySet<EventKind> = new Set(['strike', 'accident', 'alert'])
/**
 * By so much a round figure is less rare than another (1.3 nats in a Russian stream, 1.8 in one of Iran), and one
 * that may be an hour, a day of a month or an age (1.5, and .9).
 */
const commonNats = 1.5
/** Which day a post names is no rare thing on that day and before. */
const dateNats = 4
/** A text of more terms than this shares some of them with any other. */
const usualTerms = 15

/** What one post of twelve names, as its own country or the desk's own town, tells no event from another. */
export const whichNats = 2.5
/** Where in a place something is, that somebody said it, when, how much, that it goes on: reports of anything say so. */
const saysNothing = new Set(
  `say statement confirm source north south east west direction
  village city district region centre suburb capital location
  night morning evening midnight noon today yesterday tomorrow hour minute day week weekend month year
  summer winter monday tuesday wednesday thursday friday saturday sunday
  half dozens hundreds thousands percent kilometre metre tonne new last first
  begin continue finish reason unknown`.split(/\s+/),
)

/** Hours after which posts of one event have become rarer by a factor of e. */
const fadingHours = 8
/** Shorter ones are how too much else sounds. */
const shortestSkeleton = 2

/** Where more of the words than this have a capital, it tells no name. */
const titleCase = 0.5

interface Shared extends SharedPart {
  label: string
  /** Which of the words of the earlier text it is. */
  at: number
  /** The label is how the name sounds already. */
  isSound: boolean
}

/** What two posts share, against chance. */
export interface Coincidence {
  /** Natural logarithm of the odds against it; 0 is what chance brings. */
  nats: number
  shared: readonly SharedPart[]
  others: readonly OtherPart[]
}

/**
 * How unlikely it is that two posts of different events share so much of what any language has (places,
 * names, figures, concepts) so close in time: the chance of each by what is known of the world and what the
 * desk has seen, times the posts that came between. A few words tell an event where they are rare enough.
 */
export function coincidenceOf(
  earlier: ReadSignal,
  later: ReadSignal,
  { weights, postsPerHour }: { weights: TermWeights; postsPerHour: number },
): Coincidence {
  const { things, terms } = sharedThings(earlier, later, weights)
  const shared = (Object.keys(falling) as Group[]).flatMap((group) => weigh(group, things[group]))
  const long = Math.sqrt(terms[0] * terms[1]) / usualTerms
  const gapHours = Math.abs(later.atMs - earlier.atMs) / 3_600_000
  const all: readonly OtherPart[] = [
    { name: 'long texts', nats: long > 1 ? -shared.length * Math.log(long) : 0 },
    { name: 'kinds of event', nats: kindsOf(earlier, later) },
    { name: 'other towns', nats: nameOtherTowns(earlier, later) ? otherTowns : 0 },
    {
      name: 'posts in between',
      nats: -Math.log(1 + postsPerHour * gapHours) - gapHours / fadingHours,
    },
  ]
  const others = all.filter(({ nats }) => nats !== 0)
  const nats = [...shared, ...others].reduce((total, part) => total + part.nats, 0)
  return { nats, shared, others }
}

function sharedThings(earlier: ReadSignal, later: ReadSignal, weights: TermWeights) {
  const things: Record<Group, Shared[]> = { place: [], name: [], figure: [], concept: [] }
  const terms: [number, number] = [0, 0]
  let at = 0
  weights.hold(later.terms)
  for (const id of later.terms) if (!weights.isStem(id)) terms[1]++
  for (const id of earlier.terms) {
    const kind = weights.kindOf(id)
    if (kind === 'stem') at++
    else terms[0]++
    if (!weights.isHeld(id)) continue
    if (kind === 'stem' && !isNameIn(earlier, id) && !isNameIn(later, id)) continue
    const label = weights.labelOf(id)
    if (kind === 'figure' && isYear(label)) continue
    if (kind === 'concept' && saysNothing.has(label)) continue
    const nats = natsOf(id, kind === 'figure' ? label : undefined, weights)
    const tellsWhich = kind !== 'concept' && nats >= whichNats
    const group = kind === 'stem' ? 'name' : kind
    const isSound = kind === 'name'
    things[group].push({ term: id, label, nats, tellsWhich, kind: group, at, isSound })
  }
  return { things: eachOnce(things, () => wordsOfOthers(things.place, [earlier, later])), terms }
}

function natsOf(id: number, figure: string | undefined, weights: TermWeights): number {
  const nats = -Math.log(weights.chanceOf(id))
  if (figure === undefined) return nats
  if (!isNumber(figure)) return Math.min(nats, dateNats)
  return isRound(figure) || isSmall(figure) ? nats - commonNats : nats
}

/** Not a day or an hour. */
const isNumber = (label: string) => /^[\d.]+$/.test(label)

/** One digit and zeros: what people round to. */
const isRound = (label: string) => /^[1-9]0*$/.test(label)

/** A year of the common calendar, or of this age in the Persian and the Islamic one. */
const isYear = (label: string) => /^(?:19|20)\d\d$|^14[0-4]\d$/.test(label)

const isSmall = (label: string) => /^(?:[12]\d|3[01])$/.test(label)

const isNameIn = (read: ReadSignal, id: number) =>
  read.named.includes(id) && !isTitleCase(read.signal.text)

function isTitleCase(text: string): boolean {
  const letters = Array.from(text.slice(0, 250).matchAll(/(?<!\p{L})\p{L}(?=\p{L}{2})/gu), String)
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase())
  return capitals.length > titleCase * letters.length
}

const weigh = (group: Group, shared: readonly Shared[]): SharedPart[] =>
  shared.flatMap(({ term, nats, tellsWhich }, index) => {
    const factor = falling[group][index]
    return factor === undefined ? [] : [{ term, nats: nats * factor, tellsWhich, kind: group }]
  })

/** One word may be a place, a name, and a concept: what sounds alike counts once, as the first of these. */
function eachOnce(
  shared: Record<Group, Shared[]>,
  saidElsewhere: () => readonly string[],
): Record<Group, Shared[]> {
  const known: string[] = []
  for (const group of ['place', 'name', 'concept'] as const) {
    if (group === 'name' && shared.name.length > 0) known.push(...saidElsewhere())
    const names: Shared[] = []
    shared[group] = shared[group]
      .sort((a, b) => b.nats - a.nats)
      .filter((one) => {
        const skeletons = one.isSound ? [one.label] : one.label.split(' ').map(soundOf)
        const skeleton = skeletons.join('')
        if (group === 'name') {
          if (skeleton.length < shortestSkeleton) return false
          // First name and surname are one name.
          if (names.some(({ at }) => at !== one.at && Math.abs(at - one.at) <= 1)) return false
        }
        if (skeleton.length >= shortestSkeleton && known.some((one) => soundsLike(skeleton, one)))
          return false
        known.push(skeleton, ...skeletons)
        names.push(one)
        return true
      })
  }
  shared.figure.sort((a, b) => b.nats - a.nats)
  return shared
}

/** Both begin alike, or the known one has an article or preposition before the same in one word. */
const soundsLike = (skeleton: string, known: string): boolean =>
  known.startsWith(skeleton.slice(0, 3)) || (skeleton.length > 3 && known.endsWith(skeleton))

/** Many pairs share the same few words. */
const heard = rememberTexts((word) => ({ skeleton: skeletonOf(fold(word)) }), 4096)
const soundOf = (word: string) => heard(word).skeleton

/** How the words sound that name the places, or who a post has it from: none is a name beside. */
function wordsOfOthers(shared: readonly Shared[], reads: readonly ReadSignal[]): readonly string[] {
  const named = new Set(shared.map(({ label }) => label))
  return reads
    .flatMap(({ signal, places, citations }) => [
      ...places.flatMap(({ name, from, to }) =>
        named.has(name) ? signal.text.slice(from, to) : [],
      ),
      ...citations.map(({ words }) => words),
    ])
    .flatMap((said) => said.split(/[\s-]+/).map(soundOf))
    .filter((sound) => sound.length >= shortestSkeleton)
}

function kindsOf({ event: { event: one } }: ReadSignal, { event: { event: other } }: ReadSignal) {
  if (one === 'other' || other === 'other') return 0
  if (one === other) return sameKind
  return bangs.has(one) && bangs.has(other) ? 0 : otherKind
}

function nameOtherTowns(earlier: ReadSignal, later: ReadSignal): boolean {
  const [ours, theirs] = [earlier, later].map(
    ({ places }) => new Set(places.flatMap(({ kind, place }) => (kind === 'city' ? [place] : []))),
  )
  if (ours === undefined || theirs === undefined || ours.size === 0 || theirs.size === 0)
    return false
  return !Array.from(ours).some((town) => theirs.has(town))
}
