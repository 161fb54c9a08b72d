import type { Link } from '../model/link.ts'
import type { CopyIndex, CopyMatch } from './copies.ts'
import type { Memory } from './memory.ts'
import type { ReadSignal } from './read-signal.ts'

/** Matches this much weaker than the best are not "the same text carried equally". */
const equallyWithin = 0.15

/** What tells the time of the text: a forward stands for the post that was forwarded. */
const textAtMs = ({ document }: CopyMatch) => document.standsFor?.atMs ?? document.atMs

const quality = ({ overlap }: CopyMatch) => Math.max(overlap.ofEarlier, overlap.ofLater)

/** The copy, or else the variant, of an earlier text that the signal is; the earliest that fits equally. */
export function traceCopy(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  memory: Memory,
): Link | undefined {
  const earlier = matches.filter((match) => isEarlier(match, read) && !repeatsItself(match, read))
  const copies = earlier.filter(({ kind }) => kind === 'copy')
  const pool = copies.length > 0 ? copies : earlier
  const best = Math.max(0, ...pool.map(quality))
  const chosen = pool
    .filter((match) => quality(match) >= best - equallyWithin)
    .sort(
      (a, b) => textAtMs(a) - textAtMs(b) || (a.document.signal < b.document.signal ? -1 : 1),
    )[0]
  if (chosen === undefined) return undefined
  return {
    from: read.signal.key,
    to: targetOf(chosen, memory),
    kind: chosen.kind,
    score: round(quality(chosen)),
    reason: reasonOf(chosen),
  }
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
