import { parseInstant } from '../lib/time.ts'
import type { ForwardedFrom, Media, RawPost } from '../model/signal.ts'
import { cleanText } from './clean-text.ts'

const lineLimit = 300
const urlLimit = 2048
const mediaLimit = 100

type SideFacts = Pick<RawPost, 'title' | 'views' | 'media' | 'url' | 'outlet' | 'album'>

/** Facts on which no judgement rests: those that make no sense are left out, the post stays. */
export function checkSideFacts({ title, views, media, url, outlet, album }: RawPost): SideFacts {
  const cleanTitle = checkLine(title)
  const cleanUrl = checkUrl(url)
  const cleanOutlet = checkLine(outlet)
  const cleanAlbum = checkLine(album)
  const cleanMedia = media?.slice(0, mediaLimit).map(checkMedia) ?? []
  return {
    ...(cleanTitle !== undefined && { title: cleanTitle }),
    ...(isCount(views) && { views }),
    ...(cleanMedia.length > 0 && { media: cleanMedia }),
    ...(cleanUrl !== undefined && { url: cleanUrl }),
    ...(cleanOutlet !== undefined && { outlet: cleanOutlet }),
    ...(cleanAlbum !== undefined && { album: cleanAlbum }),
  }
}

/** The origin the platform names, or what is wrong with it in a word. */
export function checkForward(forward: ForwardedFrom): ForwardedFrom | { fault: string } {
  const channel = cleanText(forward.channel).trim().replace(/^@/, '')
  if (!/^(name:.{1,300}|[\w.-]{1,64})$/su.test(channel)) return { fault: 'channel' }
  const at = forward.at === undefined ? undefined : parseInstant(forward.at)
  if (forward.at !== undefined && at === undefined) return { fault: 'at' }
  if (forward.id !== undefined && !isPostId(forward.id)) return { fault: 'id' }
  const title = checkLine(forward.title)
  return {
    channel,
    ...(forward.id !== undefined && { id: forward.id }),
    ...(at !== undefined && { at }),
    ...(title !== undefined && { title }),
  }
}

export const isPostId = (id: number) => Number.isSafeInteger(id) && id > 0

const isCount = (value: number | undefined): value is number =>
  value !== undefined && Number.isSafeInteger(value) && value >= 0

function checkMedia({ kind, url, file, sha256, bytes, width, height }: Media): Media {
  const cleanUrl = checkUrl(url)
  const isHash = sha256 !== undefined && /^[0-9a-f]{64}$/i.test(sha256)
  return {
    kind,
    ...(cleanUrl !== undefined && { url: cleanUrl }),
    ...(file !== undefined && /^[\w-]{1,512}$/.test(file) && { file }),
    ...(isHash && { sha256: sha256.toLowerCase() }),
    ...(isCount(bytes) && { bytes }),
    ...(isCount(width) && { width }),
    ...(isCount(height) && { height }),
  }
}

function checkUrl(url: string | undefined): string | undefined {
  return url !== undefined && url.length <= urlLimit && /^https?:\/\/\S+$/.test(url)
    ? cleanText(url)
    : undefined
}

function checkLine(line: string | undefined): string | undefined {
  const clean = line === undefined ? '' : cleanText(line).replace(/\s+/g, ' ').trim()
  return clean === '' ? undefined : cleanText(clean.slice(0, lineLimit))
}
