import type { Link } from '../../model/link.ts'
import type { Dispatch } from '../../model/stub.ts'
import { CopyIndex } from '../copies/copies.ts'
import { normalise } from '../text/normalise.ts'
import { deskOutlet } from '../citations/outlets.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { reasons } from '../reasons.ts'

/** The desk's dispatches, to find posts that carry their words. */
export function indexDispatches(dispatches: readonly Dispatch[]): CopyIndex {
  const index = new CopyIndex()
  for (const { dispatch, at, headline, tldr, text } of dispatches) {
    const whole = [headline, tldr, text].filter((part) => part !== '').join('\n')
    const document = { signal: dispatch, channel: '', atMs: Date.parse(at), text: whole }
    index.add({ ...document, normal: normalise(whole) })
  }
  return index
}

/** The link of a post that carries the words of an earlier dispatch of the desk, if it does. */
export function traceDispatch({ versions, atMs, signal }: ReadSignal, dispatches: CopyIndex) {
  const [best] = versions
    .flatMap((version) => dispatches.find(version))
    .filter(({ document, kind }) => kind === 'copy' && document.atMs < atMs)
    .sort((a, b) => b.overlap.ofLater - a.overlap.ofLater)
  if (best === undefined) return undefined
  const { document, overlap } = best
  const date = new Date(document.atMs).toISOString().slice(0, 10)
  const link: Link = {
    from: signal.key,
    to: `out:${deskOutlet}`,
    kind: 'copy',
    score: Math.round(Math.max(overlap.ofEarlier, overlap.ofLater) * 1000) / 1000,
    reason: reasons.say('ownDispatch', {
      dispatch: document.signal,
      date,
      percent: Math.round(overlap.ofLater * 100),
    }),
  }
  return link
}
