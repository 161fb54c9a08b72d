import type { Config, DeskConfig } from '../../config/schema.ts'
import type { Channel } from '../../model/channel.ts'
import type { EventKind } from '../../model/story.ts'
import type { Stub } from '../../model/stub.ts'

const topics: Readonly<Record<EventKind, string | undefined>> = {
  strike: 'Military',
  alert: 'Security',
  statement: 'Political',
  arrest: 'Justice',
  talks: 'Diplomacy',
  sanctions: 'Sanctions',
  accident: 'Incident',
  protest: 'Protest',
  other: undefined,
}

/** Every beat, topic and form that composing may give; editors may write others. */
export function deskTerms({ desk, channels }: Pick<Config, 'desk' | 'channels'>) {
  const distinct = (words: readonly (string | undefined)[]) =>
    Array.from(new Set(words.filter((word) => word !== undefined)))
  return {
    beats: distinct([desk.beat, ...channels.map(({ beat }) => beat)]),
    topics: distinct([desk.topic, ...channels.map(({ topic }) => topic), ...Object.values(topics)]),
    forms: [desk.form],
  }
}

/** Beat and topic as the channels are configured, the lead's first; then by the event; then the desk's own. */
export function composeKicker(
  event: EventKind,
  channels: readonly Channel[],
  desk: DeskConfig,
): Stub['kicker'] {
  const beat = channels.find((channel) => channel.beat !== undefined)?.beat
  const topic = channels.find((channel) => channel.topic !== undefined)?.topic
  return {
    beat: beat ?? desk.beat,
    form: desk.form,
    topic: topic ?? topics[event] ?? desk.topic,
  }
}
