import type { Link } from '../../model/link.ts'
import type { SignalKey } from '../../model/signal.ts'

/** Channels that have one story from each other, and the signals that say so. */
export interface CitationLoop {
  channels: readonly string[]
  signals: readonly SignalKey[]
}

/**
 * Circular reporting in one story: channels each of which cites another and is cited by it in turn, at once
 * or over others. `links` are those that leave the story's signals.
 */
export function findLoops(links: readonly Link[]): CitationLoop[] {
  const steps = links
    .filter(({ kind, to }) => kind === 'cite' && !to.startsWith('out:'))
    .map(({ from, to }) => ({ signal: from, from: channelOf(from), to: channelOf(to) }))
    .filter(({ from, to }) => from !== to)
  const reach = new Map(steps.map(({ from }) => [from, reachedFrom(from, steps)]))
  const inLoops = Array.from(reach.keys()).filter((channel) => reach.get(channel)?.has(channel))
  const loops = new Map<string, string[]>()
  for (const channel of inLoops) {
    const others = inLoops.filter(
      (other) => reach.get(channel)?.has(other) && reach.get(other)?.has(channel),
    )
    loops.set(others.sort().join(' '), others)
  }
  return Array.from(loops.values(), (channels) => ({
    channels,
    signals: steps
      .filter(({ from, to }) => channels.includes(from) && channels.includes(to))
      .map(({ signal }) => signal),
  }))
}

function reachedFrom(
  start: string,
  steps: readonly { from: string; to: string }[],
): ReadonlySet<string> {
  const reached = new Set<string>()
  const add = (at: string) => {
    for (const { from, to } of steps) if (from === at) reached.add(to)
  }
  add(start)
  for (const next of reached) add(next)
  return reached
}

const channelOf = (target: string) =>
  target.startsWith('ch:') ? target.slice(3) : target.slice(0, target.lastIndexOf('/'))
