/**
 * Words that say where a post has it from. A `*` at the end of a word stands for any ending. All are
 * folded before use, so they are written as they are spelt.
 */
export interface CitationCues {
  /** Directly before the source, or with fillers between: "according to [the agency] Reuters". */
  before: readonly string[]
  /** Before the source with a colon, dash or nothing between: "Source: @x", "via @x". */
  label: readonly string[]
  /** Before a handle or link only, being too common to stand before a name: "from @x". */
  beforeHandle: readonly string[]
  /** Directly after the source: "Reuters reports". */
  after: readonly string[]
  /** After a source that opens the line: "Interfax has 4 September". */
  afterOpening: readonly string[]
  /** After one source and before another: the first only relays the second. */
  relaying: readonly string[]
  /** What kind of body it is, and words that may stand between cue and source. */
  fillers: readonly string[]
  /** Nouns of news bodies: they tell a name that is an ordinary word too. */
  bodies: readonly string[]
  /** Before a cue or source: the claim of the source is denied, not relayed. */
  denials: readonly string[]
}

/** Phrases parted by semicolons. */
export function phrases(text: string): string[] {
  return text.split(';').map((phrase) => phrase.trim().replace(/\s+/g, ' '))
}
