import type { Link } from '../model/link.ts'
import type { CopyIndex, CopyMatch } from './copies.ts'
import type { Memory } from './memory.ts'
import type { ReadSignal } from './read-signal.ts'

/** Matches that cover this much less of the signal are not "the same text carried equally". */
const equallyWithin = 0.15

/** What tells the time of the text: a forward stands for the post that was forwarded. */
const textAtMs = ({ document }: CopyMatch) => document.standsFor?.atMs ?? document.atMs

/** How much of the signal the other text explains. */
const coverage = ({ overlap }: CopyMatch) => overlap.ofLater

/**
 * The copy, or else the variant, of an earlier text that the signal is. Of texts that carry the same part
 * equally the earliest is meant. A post that holds several texts is told by the newest of them; the others
 * are background.
 */
export function traceCopy(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  memory: Memory,
): Link | undefined {
  const earlier = matches.filter((match) => isEarlier(match, read) && !repeatsItself(match, read))
  const sources = partsOf(earlier).flatMap((part) => sourceOf(part) ?? [])
  const copies = sources.filter(({ kind }) => kind === 'copy')
  const chosen = (copies.length > 0 ? copies : sources).sort((a, b) => textAtMs(b) - textAtMs(a))[0]
  if (chosen === undefined) return undefined
  return {
    from: read.signal.key,
    to: targetOf(chosen, memory),
    kind: chosen.kind,
    score: round(Math.max(chosen.overlap.ofEarlier, chosen.overlap.ofLater)),
    reason: reasonOf(chosen),
  }
}

/** Matches by the part of the signal that they explain. */
function partsOf(matches: readonly CopyMatch[]): CopyMatch[][] {
  const parts: CopyMatch[][] = []
  for (const match of [...matches].sort((a, b) => coverage(b) - coverage(a))) {
    const part = parts.find(([widest]) => widest !== undefined && overlapMuch(widest, match))
    if (part === undefined) parts.push([match])
    else part.push(match)
  }
  return parts
}

/** Two matches explain one part when they share half of the narrower. */
function overlapMuch(first: CopyMatch, second: CopyMatch): boolean {
  const [a, b] = [first.overlap.later, second.overlap.later]
  const shared = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return shared * 2 >= Math.min(a.to - a.from, b.to - b.from)
}

/** The earliest text that explains a part as well as any; a variant only where it explains more than a copy. */
function sourceOf(part: readonly CopyMatch[]): CopyMatch | undefined {
  const widest = (kind: CopyMatch['kind']) =>
    Math.max(0, ...part.filter((match) => match.kind === kind).map(coverage))
  const kind =
    widest('copy') > 0 && widest('copy') >= widest('variant') - equallyWithin ? 'copy' : 'variant'
  return part
    .filter((match) => match.kind === kind && coverage(match) >= widest(kind) - equallyWithin)
    .sort(
      (a, b) => textAtMs(a) - textAtMs(b) || (a.document.signal < b.document.signal ? -1 : 1),
    )[0]
}

/** When the text of a signal was written: for a forward, when the forwarded post was. */
export const writtenAtMs = ({ versions, atMs }: ReadSignal) => versions[0]?.standsFor?.atMs ?? atMs

/** Later texts that may now have an earlier source: their links are to be traced anew. */
export function laterMatches(read: ReadSignal, matches: readonly CopyMatch[]): CopyMatch[] {
  return matches.filter(
    ({ document }) => document.standsFor === undefined && document.atMs >= writtenAtMs(read),
  )
}

/** All texts like any version of the signal's. */
export function findMatches(read: ReadSignal, index: CopyIndex): CopyMatch[] {
  return read.versions.flatMap((version) => index.find(version))
}

function isEarlier(match: CopyMatch, { atMs, signal }: ReadSignal): boolean {
  const { document } = match
  if (document.standsFor !== undefined) {
    const { channel, id, atMs: forwardedMs } = document.standsFor
    if (channel === signal.channel && id === signal.id) return false
    return forwardedMs < atMs && channel !== signal.channel
  }
  return document.atMs < atMs || (document.atMs === atMs && document.signal < signal.key)
}

/** A channel that sounds the same alert again, or says good morning again, tells of a new day. */
function repeatsItself({ document }: CopyMatch, { signal, event }: ReadSignal): boolean {
  return document.channel === signal.channel && (event.event === 'alert' || event.noise)
}

function targetOf({ document }: CopyMatch, memory: Memory): string {
  if (document.standsFor === undefined) return document.signal
  const { channel, id } = document.standsFor
  const key = `${channel}/${id ?? ''}`
  return memory.signals.has(key) ? key : `ch:${channel}`
}

function reasonOf({ kind, how, overlap, difference, document }: CopyMatch): string {
  const share = (value: number) => `${Math.round(value * 100)} %`
  const via =
    document.standsFor === undefined
      ? ''
      : ` The text is known from ${document.signal}, a forward of it.`
  if (kind === 'variant') {
    return `The same words, but "${difference?.is ?? ''}" where the other has "${difference?.was ?? ''}".${via}`
  }
  const said = {
    whole: 'The same text',
    cut: `A cut of the text: ${share(overlap.ofLater)} of its words stand there in the same order`,
    embedded: `Holds ${share(overlap.ofEarlier)} of the text inside a longer post`,
    near: `Nearly the same text: ${share(overlap.jaccard)} of the three-word runs of both are shared`,
  }[how]
  return `${said}.${via}`
}

const round = (value: number) => Math.round(value * 1000) / 1000
