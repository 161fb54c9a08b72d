import { noWords } from '../../lib/no-words.ts'
import type { ClaimReader } from '../conflicts/claim.ts'
import type { EventKind, Origin, Story } from '../../model/story.ts'
import type { FollowBook } from '../origins/follow-book.ts'
import { habitsBetween } from '../origins/follow-habits.ts'
import { tellCircles } from '../links/circular.ts'
import { relaysIn } from '../links/relays.ts'
import { deskOutlet } from '../citations/outlets.ts'
import { isDigest } from '../copies/digest.ts'
import { findConflicts } from '../conflicts/conflicts.ts'
import { findNotStated } from './not-stated.ts'
import { type OriginSources, traceOrigins, type TracedOrigin } from '../origins/origins.ts'
import type { Memory } from '../memory.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { findReturn } from '../copies/returns.ts'
import { type Account, judgeSourcing } from '../origins/sourcing.ts'
import { isRetraction, withdrawnOrigin } from '../origins/withdrawal.ts'

/** Judges a story from its signals, in time order, and the links that leave them. */
export function assessStory(
  story: number,
  reads: readonly ReadSignal[],
  sources: OriginSources,
  { follows, memory }: { follows: Pick<FollowBook, 'of'>; memory: Memory },
  readClaim: ClaimReader,
): Story {
  const relays = relaysIn(reads)
  const traced = traceOrigins(
    reads.map(({ signal }) => signal.key),
    { ...sources, relayedFrom: (end) => relays.get(end) ?? [] },
  )
  const links = reads.flatMap(({ signal }) => sources.linksFrom(signal.key))
  const origins = traced.map((origin) => toOrigin(origin, reads))
  const event = eventOf(reads)
  const conflicts = findConflicts(claimsOf(reads, origins, readClaim))
  const returned = findReturn(reads, memory)
  const { sourcing, reason } = judgeSourcing(origins, accountsOf(reads, origins), conflicts)
  return {
    story,
    signals: reads.map(({ signal }) => signal.key),
    origins,
    sourcing,
    reason: [reason, ...tellCircles(links, relays), ...habitsBetween(origins, reads, follows)].join(
      ' ',
    ),
    headline: headlineFrom(reads, traced),
    event,
    conflicts: sourcing === 'contested' ? conflicts : [],
    notStated: findNotStated(
      event,
      reads.map(({ signal, needs, details, places }) => ({
        text: signal.text,
        needs,
        details,
        places,
      })),
    ),
    ...(returned === undefined ? {} : { returned }),
    firstAt: reads[0]?.signal.at ?? '',
    lastAt: reads.at(-1)?.signal.at ?? '',
  }
}

function toOrigin({ origin, roots, signals }: TracedOrigin, reads: readonly ReadSignal[]): Origin {
  const withdrawal = withdrawnOrigin(roots, reads)
  if (withdrawal !== undefined)
    return { origin, signals, withdrawn: true, reason: `${withdrawal}.` }
  if (origin === `out:${deskOutlet}`) {
    const reason = "The desk's own news come back: nobody else is known to have it."
    return { origin, signals, withdrawn: false, reason }
  }
  const reason =
    roots[0] === undefined
      ? `${signals.join(', ')} say${signals.length === 1 ? 's' : ''} it comes from there.`
      : `${roots[0]} derives from no other signal that is known.`
  return { origin, signals, withdrawn: false, reason }
}

function accountsOf(reads: readonly ReadSignal[], origins: readonly Origin[]): Account[] {
  const channels = [...new Set(reads.map(({ signal }) => signal.channel))]
  return channels.map((channel) => ({
    channel,
    origins: origins
      .filter(({ signals }) => signals.some((key) => key.startsWith(`${channel}/`)))
      .map(({ origin }) => origin),
  }))
}

function claimsOf(
  reads: readonly ReadSignal[],
  origins: readonly Origin[],
  readClaim: ClaimReader,
) {
  // One origin does not contradict itself, and most stories have no more.
  if (origins.filter(({ withdrawn }) => !withdrawn).length < 2) return []
  return reads
    .filter(({ signal }) => signal.deletedAt === undefined)
    .filter((read) => !isRetraction(read, reads))
    .map(({ signal, lang, details, event, places }) => ({
      lang,
      key: signal.key,
      at: signal.at,
      details: isDigest(signal.text) ? [] : details,
      event,
      places: places.map(({ place, name, kind, from }) => ({ id: place, name, kind, from })),
      claim: readClaim(signal.text),
      origins: origins
        .filter(({ signals, withdrawn }) => !withdrawn && signals.includes(signal.key))
        .map(({ origin }) => origin),
    }))
}

/** The kind most signals tell of; the first signal's where they are as many. An offer tells of nothing that happened. */
function eventOf(reads: readonly ReadSignal[]): EventKind {
  const counts = new Map<EventKind, number>()
  for (const { event } of reads) {
    if (event.event !== 'other' && !event.noise)
      counts.set(event.event, (counts.get(event.event) ?? 0) + 1)
  }
  return Array.from(counts).sort(([, a], [, b]) => b - a)[0]?.[0] ?? 'other'
}

/** In the words of the first signal of the first origin that still stands. */
function headlineFrom(reads: readonly ReadSignal[], traced: readonly TracedOrigin[]): string {
  const roots = new Set(traced.flatMap(({ roots: keys }) => keys))
  const order = [...reads.filter(({ signal }) => roots.has(signal.key)), ...reads]
  return order.find(({ headline }) => headline !== '')?.headline ?? noWords
}
