import { createHash } from 'node:crypto'

/** One item of a feed, whatever the dialect, before it becomes a post. */
export interface FeedItem {
  /** What names the item for good: its guid, else its address. */
  guid?: string
  title?: string
  /** HTML. */
  content?: string
  /** ISO 8601 UTC. */
  publishedAt?: string
  updatedAt?: string
  url?: string
  /** The outlet that RSS `<source>` names. */
  outlet?: string
  media: readonly { url: string; type?: string }[]
  /** How the item is named in a rejection: `item 3`. */
  place: string
}

export interface FeedDocument {
  title?: string
  items: readonly FeedItem[]
}

/** A positive integer that stays the same for a guid: the first 48 bits of its SHA-256. */
export function feedItemId(guid: string): number {
  const id = createHash('sha256').update(guid).digest().readUIntBE(0, 6)
  return id === 0 ? 1 : id
}
