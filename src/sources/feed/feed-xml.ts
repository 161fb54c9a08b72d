import { parseFeed } from '@rowanmanning/feed-parser'
import { parseUrl } from '../../lib/url.ts'
import { readFeedDate } from './feed-date.ts'
import type { FeedDocument, FeedItem } from './feed-item.ts'

type Item = ReturnType<typeof parseFeed>['items'][number]
type Element = Item['element']

/** Reads RSS, Atom or RDF; undefined where the text is none of them. */
export function parseXmlFeed(xml: string): FeedDocument | undefined {
  // Entities that a document declares itself can grow without bound; no feed needs them.
  const plain = xml.replace(/<!ENTITY[^<>]*>/gi, '')
  if (/<!ENTITY/i.test(plain)) return undefined
  try {
    const feed = parseFeed(plain)
    const base = feed.url ?? undefined
    return {
      ...(feed.title !== null && { title: feed.title }),
      items: feed.items.map((item, index) => readItem(item, index, base)),
    }
  } catch {
    return undefined
  }
}

function readItem(item: Item, index: number, base: string | undefined): FeedItem {
  const dateOf = (...names: string[]): string | undefined =>
    names
      .map((name) => readFeedDate(item.element.findElementWithName(name)?.textContent ?? ''))
      .find((at) => at !== undefined)
  const publishedAt = dateOf('pubdate', 'published', 'issued', 'date')
  const updatedAt = dateOf('updated', 'modified')
  const outlet = item.element.findElementWithName('source')
  const outletName = outlet?.findElementWithName('title') ?? outlet
  const url = readUrl(item.element, base)
  const guid = item.id ?? url
  const content = item.content ?? item.description
  return {
    ...(guid !== undefined && { guid }),
    ...(item.title !== null && { title: item.title }),
    ...(content !== null && { content }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(updatedAt !== undefined && { updatedAt }),
    ...(url !== undefined && { url }),
    ...(outletName && { outlet: outletName.textContentNormalized }),
    media: item.media.map(({ url, type }) => ({ url, ...(type !== null && { type }) })),
    place: `item ${index + 1}`,
  }
}

// Not the parser's own `url`: it reads the whole feed again for each item.
function readUrl(element: Element, base: string | undefined): string | undefined {
  const links = element.findElementsWithName('link')
  const hrefs = ['alternate', null].map((rel) =>
    links.find((link) => link.getAttribute('rel') === rel)?.getAttributeAsUrl('href'),
  )
  const shown = links.map((link) => link.textContent.trim()).find((text) => text !== '')
  const address = [shown, ...hrefs].find((found) => typeof found === 'string')
  return address === undefined ? undefined : (parseUrl(address, base)?.href ?? address)
}
