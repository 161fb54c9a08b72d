import { z } from 'zod'
import { compact } from '../compact.ts'
import type { Media, MediaKind } from '../../model/signal.ts'

const count = z.int().nonnegative().optional().catch(undefined)

const attribute = z.object({
  _: z.string(),
  voice: z.boolean().nullish(),
  round_message: z.boolean().nullish(),
  w: count,
  h: count,
})
type Attribute = z.infer<typeof attribute>

const mediaSchema = z.object({
  _: z.string(),
  document: z
    .object({ size: count, attributes: z.array(attribute) })
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

/** A row's media, as far as the row tells; link previews and what Telegram may add later are none. */
export function readTelethonMedia(value: unknown): Media | undefined {
  const { data: media } = mediaSchema.safeParse(value)
  const kind = kinds[media?._ ?? '']
  if (!media || !kind) return undefined
  return kind === 'document' ? readDocument(media.document) : { kind }
}

type Document = z.infer<typeof mediaSchema>['document']

function readDocument(document: Document): Media {
  const attributes = document?.attributes ?? []
  const of = (name: string) => attributes.find(({ _ }) => _ === `DocumentAttribute${name}`)
  const { w: width, h: height } = of('Video') ?? of('ImageSize') ?? {}
  return { kind: kindOf(of), ...compact({ bytes: document?.size, width, height }) }
}

function kindOf(of: (attribute: string) => Attribute | undefined): MediaKind {
  const video = of('Video')
  const audio = of('Audio')
  if (of('Sticker')) return 'sticker'
  if (video) return video.round_message ? 'round-video' : 'video'
  if (audio) return audio.voice ? 'voice' : 'audio'
  return 'document'
}
