import type { Payload, Reading, Rejection } from '../../model/delivery.ts'
import type { Media, MediaKind, RawPost } from '../../model/signal.ts'
import { parseUrl } from '../../lib/url.ts'
import { decodeBody } from '../decode-body.ts'
import { parseFeedDocument } from './feed-document.ts'
import { feedItemId, type FeedItem } from './feed-item.ts'
import { htmlToText } from '../html-text.ts'
import { reject } from '../rejection.ts'

/** Reads RSS, Atom, RDF and JSON feeds; `meta.contentType` is the header of the answer. */
export function readFeed(payload: Payload): Reading {
  const feed = parseFeedDocument(payload.body, payload.meta?.['contentType'])
  if (!feed) {
    const detail = 'the text is neither RSS, Atom, RDF nor JSON Feed'
    const rejected = [reject('not-a-feed', 'document', detail, decodeBody(payload.body))]
    return { posts: [], rejected, ignored: 0 }
  }
  const posts = new Map<number, RawPost>()
  const rejected: Rejection[] = []
  let ignored = 0
  for (const item of feed.items) {
    const read = readItem(item, payload.channel ?? payload.source, feed.title)
    if ('reason' in read) rejected.push(read)
    else if (!posts.has(read.id)) posts.set(read.id, read)
    else if (posts.get(read.id)?.text === read.text) ignored += 1
    else {
      // Taken as an edit it would change places with the other at every poll.
      const detail = `the guid "${item.guid ?? ''}" stands on an earlier item with other words`
      rejected.push(reject('duplicate-id', item.place, detail, read.text))
    }
  }
  return { posts: [...posts.values()], rejected, ignored }
}

function readItem(item: FeedItem, channel: string, title: string | undefined): RawPost | Rejection {
  const text = composeText(item)
  const refuse = (reason: string, detail: string): Rejection =>
    reject(reason, item.place, detail, JSON.stringify(item))
  if (text === '') return refuse('malformed', 'the item has neither title nor content')
  if (item.guid === undefined) {
    return refuse('malformed', 'the item has neither a guid nor an address to know it by')
  }
  const at = item.publishedAt ?? item.updatedAt
  if (at === undefined) return refuse('missing-date', 'the item has no date that can be read')
  const edited = item.publishedAt !== undefined && (item.updatedAt ?? '') > item.publishedAt
  const url = item.url === undefined ? undefined : parseUrl(item.url)?.href
  const media = item.media.flatMap(readMedia)
  return {
    channel,
    id: feedItemId(item.guid),
    at,
    text,
    ...(title !== undefined && { title }),
    ...(edited && item.updatedAt !== undefined && { editedAt: item.updatedAt }),
    ...(media.length > 0 && { media }),
    ...(url !== undefined && { url }),
    ...(item.outlet !== undefined && item.outlet !== '' && { outlet: item.outlet }),
  }
}

/** Title, a blank line, content; the title once where the content begins with it. */
function composeText({ title = '', content = '' }: FeedItem): string {
  const headline = htmlToText(title).replace(/\s+/g, ' ')
  const body = htmlToText(content)
  if (headline === '' || body === '') return headline || body
  return body.replace(/\s+/g, ' ').startsWith(headline) ? body : `${headline}\n\n${body}`
}

const mediaKinds: Record<string, MediaKind> = { image: 'photo', video: 'video', audio: 'audio' }

function readMedia({ url, type }: FeedItem['media'][number]): Media[] {
  const address = parseUrl(url)
  if (!address || !/^https?:$/.test(address.protocol)) return []
  return [{ kind: mediaKinds[type ?? ''] ?? 'document', url: address.href }]
}
