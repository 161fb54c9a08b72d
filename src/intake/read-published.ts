import { z } from 'zod'
import { parseInstant } from '../lib/time.ts'
import { parseUrl } from '../lib/url.ts'
import type { Dispatch } from '../model/stub.ts'
import { htmlToText } from '../sources/html-text.ts'

/** What was read of an archive, and where it goes on. */
export interface Published {
  dispatches: readonly Dispatch[]
  /** Entries that could not be read, each with what is wrong with it. */
  problems: readonly string[]
  /** Drafts, pages and what else was never published as an article. */
  skipped: number
  /** The next page's address, or its number. */
  next?: string | number
}

const words = z.string().optional().catch(undefined)
const id = z.union([z.string(), z.number()]).transform(String)
const rendered = z.object({ rendered: z.string() }).optional().catch(undefined)

const wordpress = z.object({
  id,
  date_gmt: words,
  date: words,
  link: words,
  slug: words,
  status: words,
  type: words,
  title: rendered,
  excerpt: rendered,
  content: rendered,
})
const ghost = z.object({
  id,
  title: words,
  slug: words,
  html: words,
  plaintext: words,
  custom_excerpt: words,
  excerpt: words,
  url: words,
  status: words,
  type: words,
  page: z.boolean().optional().catch(undefined),
  published_at: words,
})
const jsonFeed = z.object({
  id,
  title: words,
  url: words,
  content_html: words,
  content_text: words,
  summary: words,
  date_published: words,
})

type Entry = Omit<Dispatch, 'dispatch' | 'at' | 'url'> & {
  id: string
  at: string | undefined
  slug?: string | undefined
  url: string | undefined
  published: boolean
}

/**
 * Reads an archive as WordPress (REST posts), Ghost (content API or JSON export) and JSON Feed write it;
 * undefined where the text is none of them.
 */
export function readPublished(text: string): Published | undefined {
  const data = parse(text)
  if (Array.isArray(data)) return gather(data, fromWordPress)
  const body = z.record(z.string(), z.unknown()).safeParse(data).data
  if (body === undefined) return undefined
  if (Array.isArray(body['posts']))
    return { ...gather(body['posts'], fromGhost), ...nextOfGhost(body) }
  const exported = z
    .object({ db: z.array(z.object({ data: z.object({ posts: z.array(z.unknown()) }) })) })
    .safeParse(body).data
  if (exported !== undefined)
    return gather(
      exported.db.flatMap(({ data: { posts } }) => posts),
      fromGhost,
    )
  if (typeof body['version'] !== 'string' || !Array.isArray(body['items'])) return undefined
  const next = z.string().safeParse(body['next_url']).data
  return { ...gather(body['items'], fromJsonFeed), ...(next === undefined ? {} : { next }) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function nextOfGhost(body: Record<string, unknown>): { next?: number } {
  const shape = z.object({ pagination: z.object({ next: z.int().nullable() }) })
  const next = shape.safeParse(body['meta']).data?.pagination.next
  return next === undefined || next === null ? {} : { next }
}

function gather(
  entries: readonly unknown[],
  read: (entry: unknown) => Entry | undefined,
): Published {
  const dispatches: Dispatch[] = []
  const problems: string[] = []
  let skipped = 0
  entries.forEach((raw, index) => {
    const entry = read(raw)
    const place = `entry ${index + 1}`
    if (entry === undefined) problems.push(`${place}: is no article of a known shape`)
    else if (!entry.published) skipped += 1
    else {
      const dispatch = toDispatch(entry)
      if (typeof dispatch === 'string') problems.push(`${place}: ${dispatch}`)
      else dispatches.push(dispatch)
    }
  })
  return { dispatches, problems, skipped }
}

/** What this desk exported is known by the id in its slug, and is not taken in twice. */
const ownId = /wire-[0-9a-f]{16}/

function toDispatch({ id: number, at, slug, url, headline, tldr, text }: Entry): Dispatch | string {
  const instant = at === undefined ? undefined : parseInstant(at)
  if (instant === undefined) return 'has no date that can be read'
  if (headline === '') return 'has no title'
  const address = url === undefined ? undefined : parseUrl(url)
  const web = address !== undefined && /^https?:$/.test(address.protocol) ? address : undefined
  const own = ownId.exec(`${slug ?? ''} ${number} ${web?.pathname ?? ''}`)?.[0]
  return {
    dispatch: own ?? `${web?.hostname ?? 'archive'}/${number}`.slice(0, 200),
    at: instant,
    headline,
    tldr,
    text,
    ...(web === undefined ? {} : { url: web.href }),
  }
}

const plain = (html: string | undefined): string => htmlToText(html ?? '').trim()
const oneLine = (html: string | undefined): string => plain(html).replace(/\s+/g, ' ')

function fromWordPress(raw: unknown): Entry | undefined {
  const { data } = wordpress.safeParse(raw)
  if (data?.title === undefined) return undefined
  const { date_gmt: utc, date, link, slug, status = 'publish', type = 'post' } = data
  return {
    id: data.id,
    // `date_gmt` has no zone; where only `date` is there, its zone is the site's, and UTC is the nearest guess.
    at: utc === undefined ? date && `${date}Z` : `${utc}Z`,
    slug,
    url: link,
    headline: oneLine(data.title.rendered),
    tldr: oneLine(data.excerpt?.rendered),
    text: plain(data.content?.rendered),
    published: status === 'publish' && type === 'post',
  }
}

function fromGhost(raw: unknown): Entry | undefined {
  const { data } = ghost.safeParse(raw)
  if (data?.title === undefined) return undefined
  const { html, plaintext, slug, url, status = 'published', type = 'post', page = false } = data
  return {
    id: data.id,
    at: data.published_at?.replace(/^(\d{4}-\d{2}-\d{2}) ([\d:.]+)$/, '$1T$2Z'),
    slug,
    // An export holds no address of the site.
    url: url?.includes('__GHOST_URL__') === true ? undefined : url,
    headline: oneLine(data.title),
    tldr: oneLine(data.custom_excerpt ?? data.excerpt),
    text: html === undefined ? (plaintext ?? '').trim() : plain(html),
    published: status === 'published' && type === 'post' && !page,
  }
}

function fromJsonFeed(raw: unknown): Entry | undefined {
  const { data } = jsonFeed.safeParse(raw)
  if (data === undefined) return undefined
  const { title, content_html: html, content_text: text, summary, url } = data
  return {
    id: data.id,
    at: data.date_published,
    url,
    headline: oneLine(title),
    tldr: oneLine(summary),
    text: html === undefined ? (text ?? '').trim() : plain(html),
    published: true,
  }
}
