import type { Link } from '../../model/link.ts'
import type { SignalKey } from '../../model/signal.ts'
import type { Taken } from './follow-book.ts'

/** Copies less sure than this may rest on the habit itself, and must not confirm it. */
const leastScore = 0.7

/** The channels that a post was surely copied from, and how long after. */
export function takenBy(
  { channel: own, atMs }: { channel: string; atMs: number },
  links: readonly Link[],
  signals: { get: (key: SignalKey) => { atMs: number } | undefined },
): Taken[] {
  return links
    .filter(({ kind, score }) => kind === 'copy' && score >= leastScore)
    .map(({ to }) => {
      const from = signals.get(to)
      return {
        channel: to.startsWith('ch:') ? to.slice(3) : to.slice(0, to.lastIndexOf('/')),
        gapMs: from === undefined ? undefined : atMs - from.atMs,
      }
    })
    .filter(({ channel }) => channel !== own)
}
