import { fold } from '../../lib/text.ts'
import type { EventKind } from '../../model/story.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { skeletonOf } from '../text/skeleton.ts'
import type { TermWeights } from '../text/term-weights.ts'

/** From here two posts are of one event: natural logarithm of the odds against chance. */
export const joinNats = 8.5

/** A term that both have, and what it says against chance. */
interface SharedPart {
  term: number
  nats: number
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
/** By so much a round figure is less rare than another: 1.3 nats in a Russian stream, 1.8 in one of Iran. */
const roundNats = 1.5
/** A text of more terms than this shares some of them with any other. */
const usualTerms = 15

/** Hours after which posts of one event have become rarer by a factor of e. */
const fadingHours = 8
/** Where more of the words than this have a capital, it tells no name. */
const titleCase = 0.5

interface Shared extends SharedPart {
  label: string
}
type Group = keyof typeof falling

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
  weights.hold(later.terms)
  for (const id of later.terms) if (!weights.isStem(id)) terms[1]++
  for (const id of earlier.terms) {
    const kind = weights.kindOf(id)
    if (kind !== 'stem') terms[0]++
    if (!weights.isHeld(id)) continue
    if (kind === 'stem' && !isNameIn(earlier, id) && !isNameIn(later, id)) continue
    const label = weights.labelOf(id)
    if (kind === 'figure' && isYear(label)) continue
    const common = kind === 'figure' && isRound(label) ? roundNats : 0
    const nats = -Math.log(weights.chanceOf(id)) - common
    things[kind === 'stem' ? 'name' : kind].push({ term: id, label, nats })
  }
  return { things: eachOnce(things), terms }
}

/** One digit and zeros: what people round to. */
const isRound = (label: string) => /^[1-9]0*$/.test(label)

const isYear = (label: string) => /^(?:19|20)\d\d$/.test(label)

const isNameIn = (read: ReadSignal, id: number) =>
  read.named.includes(id) && !isTitleCase(read.signal.text)

function isTitleCase(text: string): boolean {
  const letters = Array.from(text.slice(0, 250).matchAll(/(?<!\p{L})\p{L}(?=\p{L}{2})/gu), String)
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase())
  return capitals.length > titleCase * letters.length
}

const weigh = (group: Group, shared: readonly Shared[]): SharedPart[] =>
  shared.flatMap(({ term, nats }, index) => {
    const factor = falling[group][index]
    return factor === undefined ? [] : [{ term, nats: nats * factor }]
  })

/** One word may be a place, a name, and a concept: what sounds alike counts once, as the first of these. */
function eachOnce(shared: Record<Group, Shared[]>): Record<Group, Shared[]> {
  const known: string[] = []
  for (const group of ['place', 'name', 'concept'] as const) {
    shared[group] = shared[group]
      .sort((a, b) => b.nats - a.nats)
      .filter(({ label }) => {
        const skeleton = skeletonOf(fold(label))
        if (group === 'name' && skeleton.length < 2) return false
        if (skeleton.length >= 2 && known.some((other) => other.startsWith(skeleton.slice(0, 3))))
          return false
        known.push(skeleton)
        return true
      })
  }
  shared.figure.sort((a, b) => b.nats - a.nats)
  return shared
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
