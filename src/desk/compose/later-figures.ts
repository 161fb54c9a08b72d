import { rangeOf } from '../../analysis/conflicts/conflict-values.ts'
import { readDetails } from '../../analysis/conflicts/details.ts'
import type { DetailClaim, DetailKind } from '../../model/features.ts'
import type { Story } from '../../model/story.ts'
import type { Sentence } from '../../model/stub.ts'
import { whoIs } from './attribution.ts'
import { detailName } from './disputes.ts'
import type { Telling } from './telling.ts'
import { capitalise, listed } from './wording.ts'

/** Counts of people, which rise as an event becomes known. */
const tolls: readonly DetailKind[] = ['killed', 'wounded', 'missing', 'detained', 'evacuated']

/** A post that gives another toll than the lead did before it. */
interface LaterFigures {
  telling: Telling
  claims: readonly DetailClaim[]
}

/**
 * What later posts count otherwise than the lead: a toll that rose, or that its own channel mended. What origins
 * disagree on is told as a conflict.
 */
export function describeLaterFigures(
  story: Story,
  tellings: readonly Telling[],
  lead: Telling,
  when: (at: string) => string,
): Sentence[] {
  const disputed = new Set(story.conflicts.map(({ detail }) => detail))
  const told = tolls.filter((detail) => !disputed.has(detail))
  const first = told.flatMap((detail) => figureOf(lead, detail) ?? boundOf(lead, detail) ?? [])
  const latest = new Map<DetailKind, { telling: Telling; claim: DetailClaim }>()
  for (const telling of tellings) {
    if (telling.signal.at <= lead.signal.at || telling.signal.deletedAt !== undefined) continue
    for (const before of first) {
      const claim = figureOf(telling, before.detail)
      if (claim !== undefined && claim.value !== before.value)
        latest.set(claim.detail, { telling, claim })
    }
  }
  return byTelling(latest.values()).map((figures) => describe(figures, lead, when))
}

/** The one figure that a post gives for a toll; a post with several tells of several places or days. */
const figureOf = (telling: Telling, detail: DetailKind) =>
  onlyOf(claimsOn(telling, detail).filter(({ value }) => !isOpen(value)))

/** The one bound that a post gives for a toll: "more than ten". */
const boundOf = (telling: Telling, detail: DetailKind) =>
  onlyOf(claimsOn(telling, detail).filter(({ value }) => isOpen(value)))

const claimsOn = ({ signal }: Telling, detail: DetailKind) =>
  readDetails(signal.text).filter((claim) => claim.detail === detail)

const isOpen = (value: string) => rangeOf(value)?.high === Infinity

function onlyOf(claims: readonly DetailClaim[]): DetailClaim | undefined {
  const [only] = claims
  return claims.every(({ value }) => value === only?.value) ? only : undefined
}

function byTelling(
  latest: Iterable<{ telling: Telling; claim: DetailClaim }>,
): readonly LaterFigures[] {
  const figures = new Map<Telling, DetailClaim[]>()
  for (const { telling, claim } of latest)
    figures.set(telling, [...(figures.get(telling) ?? []), claim])
  return Array.from(figures, ([telling, claims]) => ({ telling, claims })).sort((a, b) =>
    a.telling.signal.at < b.telling.signal.at ? -1 : 1,
  )
}

function describe(
  { telling, claims }: LaterFigures,
  lead: Telling,
  when: (at: string) => string,
): Sentence {
  const who =
    telling.channel.id === lead.channel.id ? 'the channel' : whoIs(telling.channel, 'another')
  const figures = claims.map(({ detail, value }) => `${detailName(detail)} at ${worded(value)}`)
  return {
    text: `${capitalise(who)} later put ${listed(figures)}, ${when(telling.signal.at)}.`,
    spans: claims.map(({ from, to }) => ({ signal: telling.signal.key, from, to })),
  }
}

/** `~300` is `about 300`, `≤40` is `at most 40`. */
const worded = (value: string): string => value.replace('~', 'about ').replace('≤', 'at most ')
