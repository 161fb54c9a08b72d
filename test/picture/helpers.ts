import type { Link } from '../../src/model/link.ts'
import type { Signal } from '../../src/model/signal.ts'
import type { Story } from '../../src/model/story.ts'
import { englishLabels } from '../../src/picture/labels.ts'
import type { TreeInput } from '../../src/picture/tree-input.ts'
import { openTypeface } from '../../src/picture/typeface.ts'
import { makeStory } from '../helpers/make-story.ts'

export const face = openTypeface()

/** What a picture of the signals is drawn from; titles are the channels' ids unless given. */
export function makeInput(
  signals: readonly Signal[],
  {
    links = [],
    titles = {},
    story = {},
    ...rest
  }: {
    links?: readonly Link[]
    titles?: Readonly<Record<string, string>>
    story?: Partial<Story>
  } & Partial<Pick<TreeInput, 'labels' | 'timezone'>> = {},
): TreeInput {
  return {
    story: makeStory(signals, story),
    signals: new Map(signals.map((signal) => [signal.key, signal])),
    links,
    titleOf: (channel) => titles[channel] ?? channel,
    outletName: (outlet) => outlet,
    timezone: 'Asia/Jerusalem',
    labels: englishLabels,
    ...rest,
  }
}

/** An instant so many minutes after 17:46 UTC on 10 July 2026. */
export const minutesOn = (minutes: number): string =>
  new Date(Date.parse('2026-07-10T17:46:00Z') + minutes * 60_000).toISOString()
