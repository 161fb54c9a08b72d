import type { Link } from '../../model/link.ts'
import type { CopyIndex } from '../copies/copies.ts'
import type { CopyMatch } from '../copies/match-texts.ts'
import type { Memory } from '../memory.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { reasons } from '../reasons.ts'

/** Matches that share this much fewer of the words are not "the same text carried equally". */
const equallyWithin = 0.03
/** A variant must explain so much more of the signal than any copy does. */
const variantBeyond = 0.15

/** What tells the time of the text: a forward stands for the post that was forwarded. */
const textAtMs = ({ document }: CopyMatch) => document.standsFor?.atMs ?? document.atMs

/** How much of the signal the other text explains. */
const coverage = ({ overlap }: CopyMatch) => overlap.ofLater

/**
 * The copy, or else the variant, of an earlier text that the signal is. Of texts that carry the same part
 * equally the earliest is meant.
 */
export function traceCopy(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  memory: Memory,
): Link | undefined {
  const earlier = matches.filter((match) => isEarlier(match, read) && !repeatsItself(match, read))
  const sources = partsOf(earlier).flatMap((part) => sourceOf(part, memory) ?? [])
  const copies = sources.filter(({ kind }) => kind === 'copy')
  const chosen = toldBy(copies.length > 0 ? copies : sources, read.atMs)
  if (chosen === undefined) return undefined
  return {
    from: read.signal.key,
    to: targetOf(chosen, memory),
    kind: chosen.kind,
    score: round(Math.max(chosen.overlap.ofEarlier, chosen.overlap.ofLater)),
    reason: reasonOf(chosen),
  }
}

/** A text of which less than this stands in the post is quoted there, not told. */
const heldWhole = 0.9

/** Texts older than the newest by more than this share of its age are background. */
const aboutAsOld = 0.25

/**
 * Of several texts that a post holds, the one it is about: the newest, as the others are its background; of
 * those about as old, a whole text before part of one, and the one that fills most of the post.
 */
function toldBy(sources: readonly CopyMatch[], atMs: number): CopyMatch | undefined {
  const ageMs = (match: CopyMatch) => atMs - textAtMs(match)
  const newestMs = Math.min(...sources.map(ageMs))
  const isWhole = ({ overlap }: CopyMatch) => Number(overlap.ofEarlier >= heldWhole)
  return sources
    .filter((match) => ageMs(match) <= newestMs * (1 + aboutAsOld))
    .sort((a, b) => isWhole(b) - isWhole(a) || coverage(b) - coverage(a))[0]
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

/** The text that explains a part best, the earliest of equals; a variant only where it explains more than a copy. */
function sourceOf(part: readonly CopyMatch[], memory: Memory): CopyMatch | undefined {
  const variants = new Set(
    part.filter(({ kind }) => kind === 'variant').map(({ document }) => document.signal),
  )
  // A variant of a text is no copy of that text's copies.
  const apart = part.filter(
    ({ kind, document }) =>
      kind === 'variant' ||
      !memory
        .linksFrom(document.signal)
        .some((link) => link.kind === 'copy' && variants.has(link.to)),
  )
  const widest = (kind: CopyMatch['kind']) =>
    Math.max(0, ...apart.filter((match) => match.kind === kind).map(coverage))
  const kind =
    widest('copy') > 0 && widest('copy') >= widest('variant') * (1 - variantBeyond)
      ? 'copy'
      : 'variant'
  const equals = apart.filter(
    (match) => match.kind === kind && isNear(coverage(match), widest(kind)),
  )
  return equals.every(({ how }) => how === 'begun') ? latestOf(equals, memory) : closestOf(equals)
}

const isNear = (share: number, most: number) => share >= most * (1 - equallyWithin)

/**
 * Those whose signature was taken along, or else all; of them the earliest that has least beside what is shared:
 * a copy of an excerpt is none of the whole speech.
 */
function closestOf(matches: readonly CopyMatch[]): CopyMatch | undefined {
  const signed = matches.filter(({ signed }) => signed)
  const likely = signed.length > 0 ? signed : matches
  const most = Math.max(0, ...likely.map(({ overlap }) => overlap.jaccard))
  return likely.filter(({ overlap }) => isNear(overlap.jaccard, most)).sort(byTime)[0]
}

/** Posts often begin alike: the one just read is the one that was cut, or what it was taken from. */
function latestOf(matches: readonly CopyMatch[], memory: Memory): CopyMatch | undefined {
  const inTime = [...matches].sort(byTime)
  return inTime.reduceRight<CopyMatch | undefined>((later, match) => {
    if (later === undefined) return match
    const links = memory.linksFrom(later.document.signal)
    return links.some(({ to }) => to === match.document.signal) ? match : later
  }, undefined)
}

const byTime = (a: CopyMatch, b: CopyMatch) =>
  textAtMs(a) - textAtMs(b) || (a.document.signal < b.document.signal ? -1 : 1)

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

const isShort = (how: CopyMatch['how']) => ['reworded', 'begun', 'quoted'].includes(how)

/** A channel that sounds the same alert again, or says good morning again, tells of a new day; alerts are a form. */
function repeatsItself({ document, how }: CopyMatch, { signal, event }: ReadSignal): boolean {
  if (event.event === 'alert' && isShort(how)) return true
  return document.channel === signal.channel && (event.event === 'alert' || event.noise)
}

function targetOf({ document }: CopyMatch, memory: Memory): string {
  if (document.standsFor === undefined) return document.signal
  const { channel, id } = document.standsFor
  const key = `${channel}/${id ?? ''}`
  return memory.signals.has(key) ? key : `ch:${channel}`
}

function reasonOf({ kind, how, overlap, difference, document }: CopyMatch): string {
  const share = (value: number) => ({ percent: Math.round(value * 100) })
  const via =
    document.standsFor === undefined
      ? ''
      : ` ${reasons.say('knownFromForward', { post: document.signal })}`
  if (kind === 'variant') {
    const { is = '', was = '' } = difference ?? {}
    return `${reasons.say('variant', { is, was })}${via}`
  }
  const said = {
    whole: reasons.say('sameText'),
    cut: reasons.say('cutText', share(overlap.ofLater)),
    embedded: reasons.say('embeddedText', share(overlap.ofEarlier)),
    near: reasons.say('nearText', share(overlap.jaccard)),
    reworded: reasons.say('rewordedText', share(overlap.ofLater)),
    quoted: reasons.say('quotedText'),
    begun: reasons.say('begunText'),
  }[how]
  return `${said}${via}`
}

const round = (value: number) => Math.round(value * 1000) / 1000
