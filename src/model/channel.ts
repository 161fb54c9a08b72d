/** Admiralty reliability of a source: A (completely reliable) to F (cannot be judged). */
export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** A monitored channel or feed as the desk configured it, or as it was met in an import. */
export interface Channel {
  id: string
  title: string
  /** Channels of one owner are one origin. */
  owner?: string
  /** The channel is itself a news outlet. */
  outlet: boolean
  /** Other names by which posts cite it. */
  aliases: readonly string[]
  /** ISO 639-1, the usual one first. */
  languages: readonly string[]
  reliability: Reliability
  beat?: string
  topic?: string
  /** The desk may name it in public without a naming record. */
  nameable: boolean
  /** Numeric id of a Telegram channel, without the `-100` prefix. */
  telegramId?: number
}
