import type { Conflict, Origin, Sourcing } from '../../model/story.ts'

export interface Judgement {
  sourcing: Sourcing
  /** The rule and what it counted, in words. */
  reason: string
}

/** A channel that carries the story, and the origins that its own chains end at. */
export interface Account {
  channel: string
  origins: readonly string[]
}

/** Counts origins, not channels; and what one channel alone says of several outlets is its word only. */
export function judgeSourcing(
  origins: readonly Origin[],
  accounts: readonly Account[],
  conflicts: readonly Conflict[],
): Judgement {
  const channels = accounts.length
  const standing = origins.filter(({ withdrawn }) => !withdrawn)
  if (standing.length === 0) {
    const why = origins.map(({ reason }) => reason).join(' ')
    return {
      sourcing: 'withdrawn',
      reason: `Every origin deleted it or took it back. ${why}`.trim(),
    }
  }
  const names = standing.map(({ origin }) => origin).join(', ')
  if (standing.length > 1 && !haveSeparateAccounts(accounts, standing)) {
    const carriers = `${channels} channel${channels === 1 ? '' : 's'}`
    return {
      sourcing: channels > 1 ? 'echoed' : 'single-source',
      reason: `${carriers} name${channels === 1 ? 's' : ''} ${names}, but no two carry it from different ones: this counts as one.`,
    }
  }
  if (standing.length > 1) {
    const count = `At most ${standing.length} independent origins (${names}): no link between them was found`
    const details = conflicts.map(({ detail }) => detail).join(', ')
    return conflicts.length > 0
      ? { sourcing: 'contested', reason: `${count}, and they disagree on: ${details}.` }
      : { sourcing: 'corroborated', reason: `${count}.` }
  }
  return channels > 1
    ? {
        sourcing: 'echoed',
        reason: `${channels} channels carry it, and all chains end at one origin (${names}).`,
      }
    : { sourcing: 'single-source', reason: `One channel carries it, from one origin (${names}).` }
}

/** Two channels whose standing origins have none in common. */
function haveSeparateAccounts(accounts: readonly Account[], standing: readonly Origin[]): boolean {
  const stands = new Set(standing.map(({ origin }) => origin))
  const own = accounts.map(({ origins }) => new Set(origins.filter((origin) => stands.has(origin))))
  return own.some((one, index) =>
    own
      .slice(index + 1)
      .some(
        (other) =>
          one.size > 0 && other.size > 0 && !Array.from(one).some((origin) => other.has(origin)),
      ),
  )
}
