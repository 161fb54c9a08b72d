import { decodeBody } from '../decode-body.ts'
import type { FeedDocument } from './feed-item.ts'
import { parseJsonFeed } from './feed-json.ts'
import { parseXmlFeed } from './feed-xml.ts'

/** Parses a feed of any dialect; undefined where the bytes are no feed. */
export function parseFeedDocument(
  body: string | Uint8Array,
  contentType: string | undefined,
): FeedDocument | undefined {
  const text = decodeBody(body, charsetOf(body, contentType)).replace(/^\uFEFF/, '')
  return /^\s*\{/.test(text) ? parseJsonFeed(text) : parseXmlFeed(text)
}

/** The `Content-Type` header decides, then the XML declaration, as RFC 7303 has it. */
function charsetOf(body: string | Uint8Array, contentType = ''): string {
  const named = /charset=["']?([\w-]+)/i.exec(contentType)?.[1]
  if (named !== undefined || typeof body === 'string') return named ?? 'utf-8'
  const head = Buffer.from(body.subarray(0, 200)).toString('latin1')
  if (head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff')) {
    return head.startsWith('\xff') ? 'utf-16le' : 'utf-16be'
  }
  return /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)/.exec(head)?.[1] ?? 'utf-8'
}
