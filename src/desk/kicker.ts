import type { DeskConfig } from '../config/schema.ts'
import type { Channel } from '../model/channel.ts'
import type { EventKind } from '../model/story.ts'
import type { Stub } from '../model/stub.ts'

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
