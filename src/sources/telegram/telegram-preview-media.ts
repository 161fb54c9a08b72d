import type { CheerioAPI } from 'cheerio/slim'
import type { Media, MediaKind } from '../../model/signal.ts'
import { parseUrl } from '../../lib/url.ts'
import type { Selection } from '../html-text.ts'

const kinds: readonly (readonly [string, MediaKind])[] = [
  ['.tgme_widget_message_photo_wrap', 'photo'],
  ['.tgme_widget_message_video_player', 'video'],
  ['.tgme_widget_message_roundvideo_player', 'round-video'],
  ['.tgme_widget_message_voice_player', 'voice'],
  ['.tgme_widget_message_document_wrap', 'document'],
  ['.tgme_widget_message_sticker_wrap', 'sticker'],
  ['.tgme_widget_message_tgsticker_wrap', 'sticker'],
  ['.tgme_widget_message_videosticker_wrap', 'sticker'],
  ['.tgme_widget_message_videosticker', 'sticker'],
  ['.tgme_widget_message_tgsticker', 'sticker'],
  ['.tgme_widget_message_poll', 'poll'],
  ['.tgme_widget_message_location_wrap', 'location'],
]
const anyMedia = kinds.map(([selector]) => selector).join(', ')

/**
 * The media of a post, all parts of an album, in the order shown. `url` is the file where the page has
 * it, else the link that opens it.
 */
export function readPreviewMedia($: CheerioAPI, bubble: Selection): Media[] {
  return bubble
    .find(anyMedia)
    .get()
    .map((element) => $(element))
    .filter((part) => part.parents(anyMedia).length === 0 && part.parents(replyOf).length === 0)
    .map((part) => {
      const kind = kindOf(part)
      const url = fileOf(part) ?? webAddress(part.attr('href'))
      return { kind, ...(url !== undefined && { url }) }
    })
}

const replyOf = '.tgme_widget_message_reply'

function kindOf(part: Selection): MediaKind {
  const kind = kinds.find(([selector]) => part.is(selector))?.[1] ?? 'document'
  const audio = part.find('.tgme_widget_message_document_icon.audio').length > 0
  return kind === 'document' && audio ? 'audio' : kind
}

function fileOf(part: Selection): string | undefined {
  const source = part.find('video[src], audio[src]').first().attr('src')
  const sticker = part.find('[data-webp]').first().attr('data-webp')
  const background = part.is('.tgme_widget_message_photo_wrap') ? part.attr('style') : undefined
  const image = /background-image:\s*url\(\s*['"]?([^'")]+)/.exec(background ?? '')?.[1]
  return webAddress(source ?? sticker ?? image)
}

/** An absolute http or https address, or undefined; data and script addresses are none. */
function webAddress(address: string | undefined): string | undefined {
  const url = address === undefined ? undefined : parseUrl(address, 'https://t.me')
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}
