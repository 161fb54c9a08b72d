import { countedOrigins } from '../../lib/counted-origins.ts'
import type { Sourcing, Story } from '../../model/story.ts'
import type { Paint, Style } from '../terminal/paint.ts'

/** A sign and a colour for each sourcing; the word always stands beside them. */
const looks: Record<Sourcing, { sign: string; style: Style }> = {
  'single-source': { sign: '○', style: 'dim' },
  echoed: { sign: '◌', style: 'yellow' },
  corroborated: { sign: '●', style: 'green' },
  contested: { sign: '≠', style: 'magenta' },
  withdrawn: { sign: '×', style: 'red' },
}

export const sourcings = Object.keys(looks) as readonly Sourcing[]

/** Columns that `paintSourcing` takes. */
export const sourcingColumns = 2 + 'single-source'.length

/** The sourcing with its sign, padded so that what follows stands in a column. */
export function paintSourcing(sourcing: Sourcing, paint: Paint): string {
  const { sign, style } = looks[sourcing]
  return paint(style, `${sign} ${sourcing.padEnd(sourcingColumns - 2)}`)
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** Channels that carry a story. */
export function channelCount(story: Pick<Story, 'signals'>): number {
  return new Set(story.signals.map((key) => key.slice(0, key.lastIndexOf('/')))).size
}

/** `1 origin · 4 channels`: what is counted elsewhere against what counts here. */
export function originsAgainstChannels(
  story: Pick<Story, 'origins' | 'signals' | 'sourcing'>,
): string {
  return `${counted(countedOrigins(story), 'origin')} · ${counted(channelCount(story), 'channel')}`
}
