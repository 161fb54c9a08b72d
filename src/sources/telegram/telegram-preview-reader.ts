import type { SeenIdentity } from '../../model/channel-event.ts'
import type { Payload, Reading, Rejection } from '../../model/delivery.ts'
import type { RawPost } from '../../model/signal.ts'
import { decodeBody } from '../decode-body.ts'
import { reject } from '../rejection.ts'
import { parsePreviewPage, type PreviewPage } from './telegram-preview-page.ts'
import { readPreviewPost } from './telegram-preview-post.ts'

/**
 * Reads a preview page. `meta.name` is the public name; `meta.before` the exclusive bound that was asked
 * for; `meta.last` the newest id seen before, where the newest page was asked for.
 */
export function readTelegramPreview(payload: Payload): Reading {
  const html = decodeBody(payload.body)
  const page = parsePreviewPage(html)
  if (page.state === 'empty') return { posts: [], rejected: [], ignored: 0 }
  if (page.state !== 'posts') {
    const detail = `the page shows no posts of a channel (${page.state})`
    return { posts: [], rejected: [reject(page.state, 'page', detail, html)], ignored: 0 }
  }
  const [firstName = ''] = (page.blocks[0]?.attr('data-post') ?? '').split('/')
  const name = payload.meta?.['name'] ?? firstName
  const channel = payload.channel ?? name
  const posts: RawPost[] = []
  const rejected: Rejection[] = []
  let ignored = 0
  for (const block of page.blocks) {
    if (block.hasClass('service_message')) ignored += 1
    else {
      const read = readPreviewPost(page.$, block, { channel, name, title: page.title })
      if ('reason' in read) rejected.push(read)
      else posts.push(read)
    }
  }
  const covers = readCover(page, channel, payload.meta ?? {})
  return {
    posts,
    rejected,
    ignored,
    ...(covers && { covers }),
    identity: readIdentity(page, { channel, name, posts, isNewest: !payload.meta?.['before'] }),
  }
}

/** The last post tells something of the channel only where the newest page was asked for. */
function readIdentity(
  { title, telegramId }: PreviewPage,
  {
    channel,
    name,
    posts,
    isNewest,
  }: { channel: string; name: string; posts: readonly RawPost[]; isNewest: boolean },
): SeenIdentity {
  const last = isNewest ? posts.at(-1) : undefined
  return {
    channel,
    name,
    ...(title !== undefined && { title }),
    ...(telegramId !== undefined && { telegramId }),
    ...(last && { newest: { id: last.id, at: last.at } }),
  }
}

/**
 * Pages show posts without gaps, so an id in between that is not shown is gone; so are ids up to the
 * bound that was asked for. A page that was cut off says nothing about what is missing.
 */
function readCover(page: PreviewPage, channel: string, meta: Record<string, string>) {
  const [from] = page.ids
  const newest = page.ids.at(-1)
  if (!page.whole || from === undefined || newest === undefined) return undefined
  const before = Number(meta['before'] ?? 0)
  const to = Math.max(newest, before > 0 ? before - 1 : Number(meta['last'] ?? 0))
  return { channel, from, to, ids: page.ids }
}
