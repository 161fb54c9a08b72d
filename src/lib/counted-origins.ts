import type { Story } from '../model/story.ts'

/**
 * How many origins a story is told to have: those that stand, or all where none does. Several count as one where no two
 * channels have it from different ones, as where a channel both copies and adds its own.
 */
export function countedOrigins({ origins, sourcing }: Pick<Story, 'origins' | 'sourcing'>): number {
  const standing = origins.filter(({ withdrawn }) => !withdrawn).length
  if (standing === 0) return origins.length
  return sourcing === 'single-source' || sourcing === 'echoed' ? 1 : standing
}
