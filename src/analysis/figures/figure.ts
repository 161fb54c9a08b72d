import type { Word } from '../../lib/text.ts'
import type { NumberMention } from '../../model/features.ts'

/** A number as it stands among the words of a text. */
export interface Figure {
  value: number
  /** The upper end of a range. */
  high?: number
  when?: NonNullable<NumberMention['when']>
  /** `MM-DD`, `HH:MM`; set with `when`. */
  at?: string
  /** Tells a thing from others (no. 9, 7-й, F-16): counts nothing. */
  identifies: boolean
  /** Written as a word. */
  spelled: boolean
  /** The words it takes, inclusive. */
  first: number
  last: number
}

/** What stands between a word and the next. */
export const gapAfter = (text: string, found: readonly Word[], index: number) =>
  text.slice(found[index]?.to ?? 0, found[index + 1]?.from ?? text.length)

/** What stands between a word and the one before. */
export const gapBefore = (text: string, found: readonly Word[], index: number) =>
  text.slice(found[index - 1]?.to ?? 0, found[index]?.from ?? 0)

/** A word by its place; empty beyond the text. */
export const wordAt = (found: readonly Word[], index: number) => found[index]?.word ?? ''
