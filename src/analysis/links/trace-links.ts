import type { Link } from '../../model/link.ts'
import type { CopyMatch } from '../copies/match-texts.ts'
import type { ReadSignal } from '../readings/read-signal.ts'
import { traceCitations } from './trace-cite.ts'
import { traceCopy } from './trace-copy.ts'
import { traceDispatch } from './trace-dispatch.ts'
import { traceForward } from './trace-forward.ts'
import { traceRewording } from './trace-rewording.ts'
import { traceTranslation } from './trace-translation.ts'
import type { Workspace } from '../workspace.ts'

/**
 * All links from a signal to what it derives from. A forward has no other: what its text cites was cited
 * by somebody else. A text that names the channel it has its news from is not also its translation.
 */
export function traceLinks(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  workspace: Workspace,
): Link[] {
  const { memory, weights } = workspace
  const forward = traceForward(read.signal, memory)
  if (forward !== undefined) return [forward]
  const links = traceCitations(read, memory, weights)
  const copy = traceCopy(read, matches, memory)
  const dispatch = copy === undefined ? traceDispatch(read, workspace.dispatches) : undefined
  if (dispatch !== undefined) return [...links, dispatch]
  if (copy !== undefined) links.push(copy)
  if (
    copy?.kind === 'copy' ||
    links.some(({ kind, to }) => kind === 'cite' && !to.startsWith('out:'))
  ) {
    return links
  }
  const rewording = copy === undefined ? traceRewording(read, workspace) : undefined
  const derived = rewording ?? traceTranslation(read, workspace)
  return derived === undefined ? links : [...links, derived]
}
