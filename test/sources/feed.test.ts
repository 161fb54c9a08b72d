import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Delivery, Reading } from '../../src/model/delivery.ts'
import { FeedSource } from '../../src/sources/feed/feed.ts'
import { readFeedDate } from '../../src/sources/feed/feed-date.ts'
import { feedItemId } from '../../src/sources/feed/feed-item.ts'
import { readFeed } from '../../src/sources/feed/feed-reader.ts'
import { deadUrl, startServer, type TestServer } from '../helpers/http-server.ts'
import { describeSource } from './source-contract.ts'

const fixture = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../fixtures/feed', name), 'utf8')

const payloadOf = (body: string | Uint8Array, contentType = '') => ({
  source: 'feed:quay',
  kind: 'feed' as const,
  channel: 'quay',
  receivedAt: '2026-03-01T12:00:00Z',
  body,
  meta: { contentType },
})
const read = (body: string | Uint8Array, contentType?: string): Reading =>
  readFeed(payloadOf(body, contentType))

const jsonFeed = (items: unknown[]): string =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Pier JSON', items })

describeSource('a feed', {
  open: async () => {
    const server = await startServer((_, response) => response.end(fixture('atom.xml')))
    return {
      source: new FeedSource('quay', server.url, true),
      expected: ['urn:port:1', 'urn:port:2', 'urn:port:3'].map((id) => `quay/${feedItemId(id)}`),
      broken: new FeedSource('quay', await deadUrl(), true),
      close: () => server.close(),
    }
  },
  single: true,
  reader: readFeed,
  payload: payloadOf(fixture('rss.xml')),
  garbage: ['', 'no feed', '<html><body/></html>', '{"a":1}', '<rss', Buffer.of(0xff, 0xfe, 1)],
})

describe('the feed reader', () => {
  it('reads an RSS item: title and text, time in UTC, address, outlet and media', () => {
    const { posts } = read(fixture('rss.xml'))
    expect(posts[0]).toEqual({
      channel: 'quay',
      id: feedItemId('quay-1'),
      at: '2026-03-01T08:30:00Z',
      title: 'Quay Gazette',
      text: 'Ferry service resumes & pier reopens\n\nThe pier reopened.\n\nBoats sail.',
      url: 'https://quay.example/1',
      outlet: 'Harbour Agency',
      media: [{ kind: 'photo', url: 'https://quay.example/1.jpg' }],
    })
  })

  it('writes the title once where the content begins with it', () => {
    expect(read(fixture('rss.xml')).posts[1]).toMatchObject({
      id: feedItemId('https://quay.example/2'),
      text: 'Storm warning for the coast until noon.\nStay in port.',
    })
  })

  it('rejects an item without a date, and one that nothing names', () => {
    expect(read(fixture('rss.xml')).rejected).toMatchObject([
      { reason: 'missing-date', place: 'item 3' },
      { reason: 'malformed', place: 'item 4' },
    ])
  })

  it('reads Atom, with an edit only where it was updated after it was published', () => {
    const { posts } = read(fixture('atom.xml'))
    expect(posts).toMatchObject([
      { at: '2026-03-01T08:00:00Z', url: 'https://port.example/news/1', title: 'نشرة الميناء' },
      { at: '2026-03-01T12:00:00Z', text: 'Only updated, says the entry.' },
      { at: '2026-03-01T08:00:00Z', editedAt: '2026-03-01T13:00:00Z' },
    ])
    expect(posts[0]).not.toHaveProperty('editedAt')
  })

  it('reads JSON Feed, plain text as it stands, and rejects what is no item', () => {
    const date_published = '2026-03-01T08:00:00+02:00'
    const { posts, rejected } = read(
      jsonFeed([
        { id: 7, date_published, content_text: 'a < b\nsecond line', title: 'Seven' },
        { id: 'h', date_published, content_html: '<p>html</p>', url: 'https://pier.example/h' },
        'nonsense',
      ]),
    )
    expect(posts).toMatchObject([
      { id: feedItemId('7'), text: 'Seven\n\na < b\nsecond line', at: '2026-03-01T06:00:00Z' },
      { text: 'html', url: 'https://pier.example/h', title: 'Pier JSON' },
    ])
    expect(rejected).toMatchObject([{ place: 'item 3' }])
  })

  it('reads RDF', () => {
    const { posts } = read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<channel><title>Old</title></channel><item rdf:about="https://old.example/1"><title>News</title>
<link>https://old.example/1</link><dc:date>2026-03-01T08:00:00Z</dc:date></item></rdf:RDF>`)
    expect(posts).toMatchObject([{ text: 'News', at: '2026-03-01T08:00:00Z' }])
  })

  it('gives an item that changed the same id and the other text', () => {
    const [before] = read(fixture('atom.xml')).posts
    const [after] = read(fixture('atom.xml').replace('الشمالي', 'الجنوبي')).posts
    expect(after?.id).toBe(before?.id)
    expect(after?.text).not.toBe(before?.text)
  })

  it('keeps the first of two items with one guid and rejects the other', () => {
    const at = '2026-03-01T08:00:00Z'
    const { posts, rejected, ignored } = read(
      jsonFeed([
        { id: 'a', date_published: at, content_text: 'one' },
        { id: 'a', date_published: at, content_text: 'two' },
        { id: 'a', date_published: at, content_text: 'one' },
      ]),
    )
    expect(posts.map(({ text }) => text)).toEqual(['one'])
    expect(rejected).toMatchObject([{ reason: 'duplicate-id', place: 'item 2' }])
    expect(ignored).toBe(1)
  })

  it.each([
    ['the header', 'text/xml; charset=windows-1251', ''],
    ['the XML declaration', '', '<?xml version="1.0" encoding="windows-1251"?>'],
  ])('takes the encoding from %s', (_, contentType, declaration) => {
    const item =
      '<item><guid>1</guid><title>?</title><pubDate>1 Mar 2026 08:00 GMT</pubDate></item>'
    const [head = '', tail = ''] = `${declaration}<rss><channel>${item}</channel></rss>`.split(
      '?</ti',
    )
    const body = Buffer.concat([
      Buffer.from(head),
      Buffer.of(0xcf, 0xee, 0xf0, 0xf2),
      Buffer.from(`</ti${tail}`),
    ])
    expect(read(body, contentType).posts[0]?.text).toBe('Порт')
  })

  it('reads a feed with a byte order mark, bare ampersands and a cut-off end', () => {
    const feed = fixture('rss.xml').replace('&amp;', '&')
    const { posts } = read(`\uFEFF${feed.slice(0, feed.indexOf('<item>\n<guid>quay-3'))}`)
    expect(posts.map(({ text }) => text.split('\n')[0])).toEqual([
      'Ferry service resumes & pier reopens',
      'Storm warning for the coast until noon.',
    ])
  })

  it('does not expand entities that a document declares', () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`
    const { posts } = read(bomb + fixture('rss.xml').slice(38).replace('Storm warning<', '&c;<'))
    expect(JSON.stringify(posts)).not.toContain('aaaaaaaaaa')
  })

  it('reads a feed of five thousand items in good time', () => {
    const item =
      '<item><guid>N</guid><link>/N</link><pubDate>1 Mar 2026</pubDate><title>N</title></item>'
    const items = Array.from({ length: 5_000 }, (_, index) => item.replaceAll('N', `${index}`))
    const startedMs = performance.now()
    expect(read(`<rss><channel>${items.join('')}</channel></rss>`).posts).toHaveLength(5_000)
    expect(performance.now() - startedMs).toBeLessThan(10_000)
  })
})

describe('feedItemId', () => {
  it('is a positive safe integer that depends on the guid alone', () => {
    fc.assert(
      fc.property(fc.string(), (guid) => {
        const id = feedItemId(guid)
        expect(Number.isSafeInteger(id) && id > 0 && id === feedItemId(guid)).toBe(true)
      }),
    )
    expect(feedItemId('quay-1')).not.toBe(feedItemId('quay-2'))
  })
})

describe('readFeedDate', () => {
  it.each([
    ['Sun, 01 Mar 2026 10:30:00 +0200', '2026-03-01T08:30:00Z'],
    ['Sun, 01 Mar 2026 10:30:00 EST', '2026-03-01T15:30:00Z'],
    ['01 Mar 2026 10:30', '2026-03-01T10:30:00Z'],
    ['2026-03-01T10:30:00', '2026-03-01T10:30:00Z'],
    ['2026-03-01 10:30:00 +02:00', '2026-03-01T08:30:00Z'],
    ['2026-03-01', '2026-03-01T00:00:00Z'],
    ['03/01/2026', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads %j as %j in any time zone of the machine', (text, at) => {
    expect(readFeedDate(text)).toBe(at)
  })
})

describe('FeedSource', () => {
  let server: TestServer | undefined
  afterEach(async () => {
    await server?.close()
  })
  const poll = async (source: FeedSource, cursor?: string): Promise<Delivery[]> => {
    const { signal } = new AbortController()
    const deliveries: Delivery[] = []
    for await (const delivery of source.poll({ cursor, signal })) deliveries.push(delivery)
    return deliveries
  }

  it('asks conditionally and takes a 304 for a success that brings nothing', async () => {
    const conditions: unknown[] = []
    server = await startServer(({ headers }, response) => {
      conditions.push([headers['if-none-match'], headers['if-modified-since']])
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else {
        const modified = 'Sun, 01 Mar 2026 08:00:00 GMT'
        response.writeHead(200, { etag: '"v1"', 'last-modified': modified })
        response.end(fixture('rss.xml'))
      }
    })
    const source = new FeedSource('quay', server.url, true)
    const [first] = await poll(source)
    expect(await poll(source, first?.cursor)).toEqual([])
    expect(conditions).toEqual([
      [undefined, undefined],
      ['"v1"', 'Sun, 01 Mar 2026 08:00:00 GMT'],
    ])
  })

  it('asks for the whole of a feed that was cut off, whatever mark it came with', async () => {
    let whole = false
    server = await startServer(({ headers }, response) => {
      if (headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else
        response
          .writeHead(200, { etag: '"v1"' })
          .end(whole ? fixture('rss.xml') : fixture('rss.xml').slice(0, -40))
      whole = true
    })
    const source = new FeedSource('quay', server.url, true)
    const [cut] = await poll(source)
    const [rest] = await poll(source, cut?.cursor)
    expect(await poll(source, rest?.cursor)).toEqual([])
    expect(Buffer.from(rest?.payload.body ?? '').toString()).toBe(fixture('rss.xml'))
  })

  it('brings nothing when the same bytes come again without a mark', async () => {
    server = await startServer((_, response) => response.end(fixture('rss.xml')))
    const source = new FeedSource('quay', server.url, true)
    const [first] = await poll(source)
    expect(await poll(source, first?.cursor)).toEqual([])
  })

  it('follows redirects, and keeps the query of its address to itself', async () => {
    server = await startServer(({ url }, response) => {
      if (url?.startsWith('/moved')) response.end(fixture('rss.xml'))
      else response.writeHead(301, { location: '/moved' }).end()
    })
    const [delivery] = await poll(new FeedSource('quay', `${server.url}/feed?key=secret`, true))
    expect(delivery?.payload.address).toBe(`${server.url}/feed?…`)
  })

  it.each([
    ['not-a-feed', 200, '<html><body>Hello</body></html>'],
    ['not-a-feed', 200, ''],
    ['refused', 404, 'gone'],
    ['unauthorised', 401, 'who?'],
    ['throttled', 429, 'slow'],
    ['unreachable', 500, 'oops'],
  ])('tells %s (status %i) apart', async (fault, status, body) => {
    server = await startServer((_, response) => response.writeHead(status).end(body))
    await expect(poll(new FeedSource('quay', server.url, true))).rejects.toMatchObject({ fault })
  })
})
