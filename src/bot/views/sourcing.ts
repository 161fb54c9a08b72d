import { countedOrigins } from '../../lib/counted-origins.ts'
import type { Sourcing, Story } from '../../model/story.ts'
import { bold, rich, type Rich } from '../rich.ts'
import type { Words } from '../words/words.ts'

/** Signs that tell the sourcings apart at a glance; none of them looks like "verified". */
const signs: Readonly<Record<Sourcing, string>> = {
  'single-source': '1️⃣',
  echoed: '🔁',
  corroborated: '👥',
  contested: '⚖️',
  withdrawn: '🚫',
}

export const signOf = (sourcing: Sourcing): string => signs[sourcing]

export interface Counts {
  sourcing: Sourcing
  origins: number
  channels: number
}

export const countsOf = (story: Story): Counts => ({
  sourcing: story.sourcing,
  origins: countedOrigins(story),
  channels: new Set(story.signals.map((key) => key.slice(0, key.lastIndexOf('/')))).size,
})

/** `👥 corroborated · at most 2 independent origins · 3 channels`. */
export function sourcingLine({ sourcing, origins, channels }: Counts, words: Words): Rich {
  return rich`${signOf(sourcing)} ${bold(words.sourcing[sourcing])} · ${words.origins(origins)} · ${words.channelsCount(channels)}`
}
