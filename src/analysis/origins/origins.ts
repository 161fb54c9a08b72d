import { derivingKinds, type Link } from '../../model/link.ts'
import type { SignalKey } from '../../model/signal.ts'

import { deskOutlet } from '../citations/outlets.ts'

/** What tracing needs to know of the world outside the story. */
export interface OriginSources {
  linksFrom(key: SignalKey): readonly Link[]
  /** The owner of a channel that has one. */
  ownerOf(channel: string): string | undefined
  /** Milliseconds since 1970 of a signal; undefined for one that is no longer at hand. */
  atMsOf(key: SignalKey): number | undefined
  /** Ends that an end outside is said to have it from: `out:reuters` of `out:tass`, where TASS cites Reuters. */
  relayedFrom?: (end: string) => readonly string[]
}

/** An end of derivation: `ch:`, `out:` or `own:`, with the signals that rest on it. */
export interface TracedOrigin {
  origin: string
  /** Signals of the story that are this origin's own words, or first hold them. */
  roots: readonly SignalKey[]
  /** All signals of the story whose chains end here. */
  signals: readonly SignalKey[]
}

/**
 * Where the chains of a story's signals end. Signals that carry one text (forward, copy, translation)
 * are one node; a node that cites others rests on them; nodes that cite in a circle are one. What
 * rests on nothing is an origin. An upper bound on independence: a link that was not found adds one.
 */
export function traceOrigins(
  signals: readonly SignalKey[],
  sources: OriginSources,
): TracedOrigin[] {
  const origins = new Map<string, { roots: Set<SignalKey>; signals: Set<SignalKey> }>()
  for (const key of signals) {
    for (const end of endsOf(key, sources)) {
      const origin = nameOf(end, sources)
      const entry = origins.get(origin) ?? { roots: new Set(), signals: new Set() }
      origins.set(origin, entry)
      entry.signals.add(key)
      if (!isOutside(end)) entry.roots.add(end)
    }
  }
  const borrowed = attributedElsewhere(signals, sources)
  return (
    Array.from(origins)
      .filter(([origin]) => !borrowed.has(origin) || origins.size === 1)
      // What comes back from the desk itself adds nothing; alone it is told as what it is.
      .filter(([origin]) => origin !== ownNews || origins.size === 1)
      .map(([origin, entry]) => ({
        origin,
        roots: Array.from(entry.roots),
        signals: signals.filter((key) => entry.signals.has(key)),
      }))
  )
}

const ownNews = `out:${deskOutlet}`

const isOutside = (end: string) => end.startsWith('ch:') || end.startsWith('out:')

/** The ends of all chains from one signal; of a circle of citations its earliest signal is the end. */
function endsOf(start: SignalKey, sources: OriginSources): Set<string> {
  const ends = new Set<string>()
  const visited = new Set<SignalKey>()
  const walk = (key: SignalKey, path: readonly SignalKey[]): void => {
    if (path.includes(key)) {
      ends.add(earliest(path.slice(path.indexOf(key)), sources))
      return
    }
    if (visited.has(key)) return
    visited.add(key)
    const targets = sources.linksFrom(key).filter(({ kind }) => derivingKinds.has(kind))
    if (targets.length === 0) ends.add(key)
    for (const { to } of targets) {
      if (isOutside(to)) for (const end of relayEnds(to, sources)) ends.add(end)
      else walk(to, [...path, key])
    }
  }
  walk(start, [])
  return ends
}

/** Where relaying ends; of outlets that only cite each other the first by name stands for all. */
function relayEnds(start: string, { relayedFrom }: OriginSources): string[] {
  if (relayedFrom === undefined) return [start]
  const reached = new Set([start])
  for (const end of reached) for (const next of relayedFrom(end)) reached.add(next)
  const last = Array.from(reached).filter((end) => relayedFrom(end).length === 0)
  return last.length > 0 ? last : Array.from(reached).sort().slice(0, 1)
}

function earliest(keys: readonly SignalKey[], sources: OriginSources): SignalKey {
  return keys.reduce((first, key) =>
    (sources.atMsOf(key) ?? Infinity) < (sources.atMsOf(first) ?? Infinity) ? key : first,
  )
}

/**
 * A channel's own words that another carries with the name of where they come from are that other's
 * words: the first to post them had them from there too. Answers the origins that fall away so.
 */
function attributedElsewhere(signals: readonly SignalKey[], sources: OriginSources): Set<string> {
  const fallen = new Set<string>()
  for (const key of signals) {
    const links = sources.linksFrom(key)
    const outlets = links.filter(({ kind, to }) => kind === 'cite' && to.startsWith('out:'))
    const copied = links.filter(({ kind, to }) => kind === 'copy' && !isOutside(to))
    if (outlets.length === 0) continue
    for (const { to } of copied) {
      const ends = Array.from(endsOf(to, sources))
      if (ends.every((end) => !isOutside(end)))
        ends.forEach((end) => fallen.add(nameOf(end, sources)))
    }
  }
  return fallen
}

function nameOf(end: string, sources: OriginSources): string {
  if (end.startsWith('out:')) return end
  const channel = end.startsWith('ch:') ? end.slice(3) : end.slice(0, end.lastIndexOf('/'))
  const owner = sources.ownerOf(channel)
  return owner === undefined ? `ch:${channel}` : `own:${owner}`
}
