import type { Link } from '../model/link.ts'
import type { Taken } from './follow-book.ts'
import type { Memory } from './memory.ts'
import type { ReadSignal } from './read-signal.ts'

/** Copies less sure than this may rest on the habit itself, and must not confirm it. */
const leastScore = 0.7

/** The channels that a post was surely copied from, and how long after. */
export function takenBy(
  { signal, atMs }: Pick<ReadSignal, 'signal' | 'atMs'>,
  links: readonly Link[],
  memory: { signals: Pick<Memory['signals'], 'get'> },
): Taken[] {
  return links
    .filter(({ kind, score }) => kind === 'copy' && score >= leastScore)
    .map(({ to }) => {
      const from = memory.signals.get(to)
      return {
        channel: to.startsWith('ch:') ? to.slice(3) : to.slice(0, to.lastIndexOf('/')),
        gapMs: from === undefined ? undefined : atMs - from.atMs,
      }
    })
    .filter(({ channel }) => channel !== signal.channel)
}
