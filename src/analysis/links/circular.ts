import type { Link } from '../../model/link.ts'
import { findLoops } from './loops.ts'
import { deskOutlet } from '../citations/outlets.ts'
import { relayCircles, type Relays } from './relays.ts'

/** What in a story goes round in a circle, one sentence each: citation loops, and the desk's own news come back. */
export function tellCircles(links: readonly Link[], relays: Relays): string[] {
  const own = links.filter(({ to }) => to === `out:${deskOutlet}`).map(({ from }) => from)
  const keys = [...new Set(own)]
  return [
    ...findLoops(links).map(
      ({ channels, signals }) =>
        `${channels.join(' and ')} cite each other (${signals.join(', ')}): circular reporting, which confirms nothing.`,
    ),
    ...relayCircles(relays).map(
      (outlets) =>
        `${outlets.join(' and ')} are each said to have it from the other: circular reporting, counted once.`,
    ),
    ...(keys.length === 0
      ? []
      : [
          `${keys.join(', ')} ${keys.length === 1 ? 'has' : 'have'} it from the desk's own dispatch: its own news come back, and no origin.`,
        ]),
  ]
}
