import type { CitationMention } from '../../model/features.ts'
import type { ReadSignal } from '../readings/read-signal.ts'

/** Of each outlet or channel, by its origin, those that it is said in these signals to have the story from. */
export type Relays = ReadonlyMap<string, readonly string[]>

/** Who relays whom in one story: "TASS, citing Reuters" in any signal holds for what all cite of TASS. */
export function relaysIn(reads: readonly Pick<ReadSignal, 'citations'>[]): Relays {
  const relays = new Map<string, string[]>()
  for (const { to, via } of reads.flatMap(({ citations }) => citations)) {
    if (via === undefined) continue
    const [from, source] = [originOf(via), originOf(to)]
    const known = relays.get(from) ?? []
    if (from !== source && !known.includes(source)) relays.set(from, [...known, source])
  }
  return relays
}

const originOf = (target: CitationMention['to']) =>
  target.kind === 'outlet' ? `out:${target.outlet}` : `ch:${target.channel}`

/** Outlets that are said to have it from each other: neither is where it comes from. */
export function relayCircles(relays: Relays): string[][] {
  const pairs: string[][] = []
  for (const [from, sources] of relays) {
    for (const source of sources) {
      if (from < source && relays.get(source)?.includes(from)) pairs.push([from, source])
    }
  }
  return pairs
}
