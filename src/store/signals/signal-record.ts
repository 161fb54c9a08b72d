import type { ForwardedFrom, Media, Revision, Signal } from '../../model/signal.ts'
import { signalKey } from '../../model/signal.ts'

/** A row of `signals` with its channel's name. */
export interface SignalRecord {
  row: number
  channel: number
  name: string
  id: number
  at: string
  text: string
  revision: number
  text_at: string
  forward_channel: string | null
  forward_id: number | null
  forward_at: string | null
  forward_title: string | null
  reply_to: number | null
  deleted_at: string | null
  deletion: 'declared' | 'suspected' | null
  views: number | null
  media: string | null
  url: string | null
  outlet: string | null
  handed_in_by: number | null
  lang: string
  confidence: number
}

export const signalColumns = `s.row, s.channel, c.name, s.id, s.at, s.text, s.revision, s.text_at,
  s.forward_channel, s.forward_id, s.forward_at, s.forward_title, s.reply_to, s.deleted_at,
  s.deletion, s.views, s.media, s.url, s.outlet, s.handed_in_by, s.lang, s.confidence`

export function toSignal(record: SignalRecord, revisions: readonly Revision[]): Signal {
  const forwardedFrom = forwardOf(record)
  return {
    key: signalKey(record.name, record.id),
    channel: record.name,
    id: record.id,
    at: record.at,
    text: record.text,
    revision: record.revision,
    revisions,
    ...(forwardedFrom && { forwardedFrom }),
    ...(record.reply_to !== null && { replyTo: record.reply_to }),
    ...(record.deleted_at !== null && { deletedAt: record.deleted_at }),
    ...(record.deletion !== null && { deletion: record.deletion }),
    ...(record.views !== null && { views: record.views }),
    media: readMedia(record.media),
    ...(record.url !== null && { url: record.url }),
    ...(record.outlet !== null && { outlet: record.outlet }),
    ...(record.handed_in_by !== null && { handedInBy: record.handed_in_by }),
    lang: record.lang,
    confidence: record.confidence,
  }
}

export function readMedia(json: string | null): readonly Media[] {
  return json === null ? [] : (JSON.parse(json) as Media[])
}

export function writeMedia(media: readonly Media[] | undefined): string | null {
  return media && media.length > 0 ? JSON.stringify(media) : null
}

function forwardOf(record: SignalRecord): ForwardedFrom | undefined {
  if (record.forward_channel === null) return undefined
  return {
    channel: record.forward_channel,
    ...(record.forward_id !== null && { id: record.forward_id }),
    ...(record.forward_at !== null && { at: record.forward_at }),
    ...(record.forward_title !== null && { title: record.forward_title }),
  }
}
