import type { Link } from '../model/link.ts'
import type { Signal, SignalKey } from '../model/signal.ts'
import type { Story } from '../model/story.ts'
import type { PictureLabels } from './labels.ts'

/** What the picture of a story is drawn from. */
export interface TreeInput {
  story: Pick<Story, 'story' | 'headline' | 'sourcing' | 'origins' | 'signals'>
  /** Those of the story, and those outside it that its links lead to as far as they are stored. */
  signals: ReadonlyMap<SignalKey, Signal>
  /** Links from its signals. */
  links: readonly Link[]
  titleOf: (channel: string) => string
  /** Name of what stands behind `out:`. */
  outletName: (outlet: string) => string
  /** The desk's, as IANA names it. */
  timezone: string
  labels: PictureLabels
}
