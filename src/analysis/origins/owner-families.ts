import { mutualCopying, type PairEvidence, weighPair } from './owner-evidence.ts'
import type { ChannelProfiles } from './owner-profile.ts'

/** What is suggested is more likely so than not. */
const leastConfidence = 0.5

/** Channels that seem to have one owner, with what says so of each pair. */
export interface OwnerFamily {
  channels: readonly string[]
  /** Of the weakest pair that the family hangs together by. */
  confidence: number
  pairs: readonly PairEvidence[]
}

/** Finds families of one owner in how channels sign, copy and call themselves; the surest first. */
export function findOwnerFamilies(profiles: ChannelProfiles): OwnerFamily[] {
  const ids = profiles.channels.map(({ id }) => id).filter((id) => profiles.posts(id) > 0)
  const couples = ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const))
  const shares = couples.map(([a, b]) => mutualCopying(a, b, profiles))
  const total = shares.reduce((sum, share) => sum + share, 0)
  const pairs = couples
    .map((couple, index) => {
      const others = Math.max(1, couples.length - 1)
      return weighPair(couple, profiles, (total - (shares[index] ?? 0)) / others)
    })
    .filter(({ confidence }) => confidence >= leastConfidence)
    .sort((a, b) => b.confidence - a.confidence)
  return group(pairs).sort((a, b) => b.confidence - a.confidence)
}

/** Joins pairs, the surest first, so that the pair that completes a family is its weakest that matters. */
function group(pairs: readonly PairEvidence[]): OwnerFamily[] {
  let families: { channels: Set<string>; confidence: number; pairs: PairEvidence[] }[] = []
  for (const pair of pairs) {
    const met = families.filter(({ channels }) => pair.channels.some((id) => channels.has(id)))
    const isInside = met.length === 1 && pair.channels.every((id) => met[0]?.channels.has(id))
    const joined = {
      channels: new Set([...met.flatMap(({ channels }) => [...channels]), ...pair.channels]),
      confidence: isInside ? (met[0]?.confidence ?? 1) : pair.confidence,
      pairs: [...met.flatMap((family) => family.pairs), pair],
    }
    families = [...families.filter((family) => !met.includes(family)), joined]
  }
  return families.map(({ channels, ...family }) => ({ ...family, channels: [...channels].sort() }))
}
