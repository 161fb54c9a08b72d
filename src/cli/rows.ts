import type { SearchHit } from '../model/search.ts'
import type { Link } from '../model/link.ts'
import type { Signal } from '../model/signal.ts'
import type { Story } from '../model/story.ts'

/** The rows of `dump`; others read them, so keys are only ever added. */
export const signalRow = (signal: Signal) => ({
  signal: signal.key,
  channel: signal.channel,
  id: signal.id,
  at: signal.at,
  lang: signal.lang,
  confidence: signal.confidence,
  revision: signal.revision,
  deleted: signal.deletedAt !== undefined,
  text: signal.text,
})

export const linkRow = ({ from, to, kind, score, reason }: Link) => ({
  from,
  to,
  kind,
  score,
  reason,
})

export const storyRow = (story: Story) => ({
  story: story.story,
  signals: story.signals,
  origins: story.origins.map(({ origin }) => origin),
  sourcing: story.sourcing,
  headline: story.headline,
})

/** A line of the wire: the row of a story with its times and kind. */
export const wireRow = (story: Story) => ({
  ...storyRow(story),
  channels: new Set(story.signals.map((key) => key.slice(0, key.lastIndexOf('/')))).size,
  event: story.event,
  firstAt: story.firstAt,
  lastAt: story.lastAt,
})

/** A search hit; hits in the excerpt stand between U+0002 and U+0003. */
export const hitRow = ({ signal, story, excerpt }: SearchHit) => ({
  ...signalRow(signal),
  story: story ?? null,
  excerpt,
})

export const jsonLine = (row: unknown) => `${JSON.stringify(row)}\n`
