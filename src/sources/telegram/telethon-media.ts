import { z } from 'zod'
import type { Media, MediaKind } from '../../model/signal.ts'

const mediaSchema = z.object({
  _: z.string(),
  document: z
    .object({
      attributes: z.array(
        z.object({
          _: z.string(),
          voice: z.boolean().nullish(),
          round_message: z.boolean().nullish(),
        }),
      ),
    })
    .nullish()
    .catch(undefined),
})

const kinds: Record<string, MediaKind> = {
  MessageMediaPhoto: 'photo',
  MessageMediaDocument: 'document',
  MessageMediaPoll: 'poll',
  MessageMediaGeo: 'location',
  MessageMediaGeoLive: 'location',
  MessageMediaVenue: 'location',
}

/** The kind of a row's media; link previews and what Telegram may add later are none. */
export function readTelethonMedia(value: unknown): Media | undefined {
  const { data: media } = mediaSchema.safeParse(value)
  const kind = kinds[media?._ ?? '']
  if (!media || !kind) return undefined
  if (kind !== 'document') return { kind }
  const attributes = media.document?.attributes ?? []
  const of = (name: string) => attributes.find(({ _ }) => _ === `DocumentAttribute${name}`)
  const audio = of('Audio')
  const video = of('Video')
  if (of('Sticker')) return { kind: 'sticker' }
  if (video) return { kind: video.round_message ? 'round-video' : 'video' }
  if (audio) return { kind: audio.voice ? 'voice' : 'audio' }
  return { kind: 'document' }
}
