import type { Return } from '../../model/story.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Memory } from '../memory.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { compareShingles } from './similarity.ts'
import { writtenAtMs } from '../links/trace-copy.ts'

/** News lives for days: a text posted again after more than a week is an old one. */
const returnMs = 7 * 86_400_000
/** A post of which an old text is less than this tells something else, with the old text as its background. */
const leastOfPost = 0.5
/** Fewer words are said again by chance. */
const leastWords = 6

/** The last signal of a story that brings back a text first posted more than a week before, if any does. */
export function findReturn(reads: readonly ReadSignal[], memory: Sources): Return | undefined {
  for (const read of [...reads].reverse()) {
    const first = firstPosted(read, memory)
    if (read.atMs - first.atMs <= returnMs) continue
    return {
      signal: read.signal.key,
      at: read.signal.at,
      firstAt: new Date(first.atMs).toISOString(),
      ...(first.key === read.signal.key ? {} : { first: first.key }),
    }
  }
  return undefined
}

/** True for a signal that brings back an old text. */
export const isReturn = (read: ReadSignal, memory: Sources): boolean =>
  read.atMs - firstPosted(read, memory).atMs > returnMs

type Sources = Pick<Memory, 'linksFrom' | 'signals'>

/** When the text of a signal was first posted, along forwards and copies. */
function firstPosted(read: ReadSignal, memory: Sources): { key: SignalKey; atMs: number } {
  let first = { key: read.signal.key, atMs: writtenAtMs(read) }
  const seen = new Set([read.signal.key])
  for (const key of seen) {
    for (const { to, kind } of memory.linksFrom(key)) {
      const source = memory.signals.get(to)
      if (
        source === undefined ||
        !(kind === 'forward' || (kind === 'copy' && isMost(read, source)))
      )
        continue
      seen.add(to)
      if (writtenAtMs(source) < first.atMs) first = { key: to, atMs: writtenAtMs(source) }
    }
  }
  return first
}

/** True where the source's text is most of the post. */
function isMost(read: ReadSignal, source: ReadSignal): boolean {
  if (read.normal.tokens.length < leastWords) return false
  return source.versions.some(
    ({ normal }) => compareShingles(normal.tokens, read.normal.tokens).ofLater >= leastOfPost,
  )
}
