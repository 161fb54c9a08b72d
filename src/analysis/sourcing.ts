import type { Conflict, Origin, Sourcing } from '../model/story.ts'

export interface Judgement {
  sourcing: Sourcing
  /** The rule and what it counted, in words. */
  reason: string
}

/** Counts origins, not channels. `channels` are those that carry the story. */
export function judgeSourcing(
  origins: readonly Origin[],
  channels: readonly string[],
  conflicts: readonly Conflict[],
): Judgement {
  const standing = origins.filter(({ withdrawn }) => !withdrawn)
  if (standing.length === 0) {
    const why = origins.map(({ reason }) => reason).join(' ')
    return {
      sourcing: 'withdrawn',
      reason: `Every origin deleted it or took it back. ${why}`.trim(),
    }
  }
  const names = standing.map(({ origin }) => origin).join(', ')
  if (standing.length > 1) {
    const count = `At most ${standing.length} independent origins (${names}): no link between them was found`
    const details = conflicts.map(({ detail }) => detail).join(', ')
    return conflicts.length > 0
      ? { sourcing: 'contested', reason: `${count}, and they disagree on: ${details}.` }
      : { sourcing: 'corroborated', reason: `${count}.` }
  }
  return channels.length > 1
    ? {
        sourcing: 'echoed',
        reason: `${channels.length} channels carry it, and all chains end at one origin (${names}).`,
      }
    : { sourcing: 'single-source', reason: `One channel carries it, from one origin (${names}).` }
}
