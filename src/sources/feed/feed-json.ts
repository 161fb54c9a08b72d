import { z } from 'zod'
import type { FeedDocument, FeedItem } from './feed-item.ts'
import { readIsoInstant } from '../instant.ts'

// Feeds are often a little wrong: an optional field of another type counts as absent.
const words = z.string().min(1).optional().catch(undefined)
const attachment = z.object({ url: z.string().min(1), mime_type: words })
const item = z.object({
  id: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .optional()
    .catch(undefined),
  url: words,
  title: words,
  content_html: words,
  content_text: words,
  summary: words,
  date_published: words,
  date_modified: words,
  attachments: z.array(attachment).catch([]),
})
const feed = z.object({
  version: z.string().regex(/^https?:\/\/(www\.)?jsonfeed\.org\/version\/1/),
  title: words,
  items: z.array(z.unknown()),
})

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
const asHtml = (text: string): string => text.replace(/[&<>\n]/g, (char) => escapes[char] ?? char)

/** Reads JSON Feed 1.0 and 1.1; undefined where the text is neither. */
export function parseJsonFeed(json: string): FeedDocument | undefined {
  try {
    const { title, items } = feed.parse(JSON.parse(json))
    return { ...(title !== undefined && { title }), items: items.map(readItem) }
  } catch {
    return undefined
  }
}

function readItem(raw: unknown, index: number): FeedItem {
  const place = `item ${index + 1}`
  const { data } = item.safeParse(raw)
  if (!data) return { media: [], place }
  const text = data.content_text ?? data.summary
  const content = data.content_html ?? (text === undefined ? undefined : asHtml(text))
  const publishedAt = readIsoInstant(data.date_published ?? '')
  const updatedAt = readIsoInstant(data.date_modified ?? '')
  const guid = data.id ?? data.url
  return {
    ...(guid !== undefined && { guid }),
    ...(data.title !== undefined && { title: data.title }),
    ...(content !== undefined && { content }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(data.url !== undefined && { url: data.url }),
    media: data.attachments.map(({ url, mime_type: type }) => ({
      url,
      ...(type !== undefined && { type: type.split('/')[0] ?? type }),
    })),
    place,
  }
}
