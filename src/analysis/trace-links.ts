import type { Link } from '../model/link.ts'
import type { CopyMatch } from './copies.ts'
import type { ReadSignal } from './read-signal.ts'
import { traceCitations } from './trace-cite.ts'
import { traceCopy } from './trace-copy.ts'
import { traceForward } from './trace-forward.ts'
import { traceTranslation } from './trace-translation.ts'
import type { Workspace } from './workspace.ts'

/**
 * All links from a signal to what it derives from. A forward has no other: what its text cites was cited
 * by somebody else. A text that names the channel it has its news from is not also its translation.
 */
export function traceLinks(
  read: ReadSignal,
  matches: readonly CopyMatch[],
  { memory, weights, candidates, options }: Workspace,
): Link[] {
  const forward = traceForward(read.signal, memory)
  if (forward !== undefined) return [forward]
  const citations = traceCitations(read, memory, weights)
  const copy = traceCopy(read, matches, memory)
  const links = copy === undefined ? citations : [...citations, copy]
  const explained = copy?.kind === 'copy' || citations.some(({ to }) => !to.startsWith('out:'))
  if (explained) return links
  const translation = traceTranslation(read, memory, candidates, weights, options.storyHours)
  return translation === undefined ? links : [...links, translation]
}
