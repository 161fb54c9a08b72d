import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Delivery, Reading } from '../../src/model/delivery.ts'
import { Pace } from '../../src/lib/pace.ts'
import { PreviewSource } from '../../src/sources/telegram/telegram-preview.ts'
import { readTelegramPreview } from '../../src/sources/telegram/telegram-preview-reader.ts'
import { deadUrl } from '../helpers/http-server.ts'
import { renderPage, startPreviewSite, type PreviewSite } from './preview-site.ts'
import { describeSource } from './source-contract.ts'

const name = 'harbourwatch'
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

interface Limits {
  backfillPosts?: number
  rereadPages?: number
}

const sourceAt = (baseUrl: string, limits: Limits = {}): PreviewSource =>
  new PreviewSource({
    allowPrivate: true,
    channel: 'harbour',
    name,
    pace: new Pace(0),
    preview: { baseUrl, backfillPosts: 100, rereadPages: 2, delaySeconds: 0, ...limits },
  })

describeSource('a preview page', {
  open: async () => {
    const site = await startPreviewSite(name, range(1, 75))
    return {
      source: sourceAt(site.server.url),
      expected: range(1, 75).map((id) => `harbour/${id}`),
      broken: sourceAt(await deadUrl()),
      close: () => site.server.close(),
    }
  },
  reader: readTelegramPreview,
  payload: {
    source: 'preview:harbour',
    kind: 'telegram-preview',
    channel: 'harbour',
    receivedAt: '2026-01-02T00:00:00Z',
    body: renderPage(name, [
      [1, 'one'],
      [2, 'two <b>bold</b>'],
    ]),
    meta: { name, last: '2' },
  },
  garbage: ['', 'not a page', '<html><body>nothing</body></html>', Buffer.of(0xff, 0xfe, 0, 1)],
})

describe('PreviewSource', () => {
  let site: PreviewSite
  beforeEach(async () => {
    site = await startPreviewSite(name, range(1, 75))
  })
  afterEach(() => site.server.close())

  const poll = async (cursor?: string, limits?: Limits): Promise<Delivery[]> => {
    site.server.asked.length = 0
    const source = sourceAt(site.server.url, limits)
    const { signal } = new AbortController()
    const deliveries: Delivery[] = []
    for await (const delivery of source.poll({ cursor, signal })) deliveries.push(delivery)
    return deliveries
  }
  const readings = (deliveries: Delivery[]): Reading[] =>
    deliveries.map(({ payload }) => readTelegramPreview(payload))
  const idsOf = (deliveries: Delivery[]): number[] =>
    [...new Set(readings(deliveries).flatMap(({ posts }) => posts.map(({ id }) => id)))].sort(
      (a, b) => a - b,
    )

  it('reads as far back as configured at first, and only the last pages after that', async () => {
    const first = await poll(undefined, { backfillPosts: 50 })
    expect(idsOf(first)).toEqual(range(16, 75))
    const second = await poll(first.at(-1)?.cursor)
    expect(site.server.asked).toEqual([`/s/${name}`, `/s/${name}?before=56`])
    expect(idsOf(second)).toEqual(range(36, 75))
  })

  it('reads one page where no backfill is wanted', async () => {
    expect(idsOf(await poll(undefined, { backfillPosts: 0 }))).toEqual(range(56, 75))
  })

  it('stops at the first post, however deep the backfill', async () => {
    expect(idsOf(await poll(undefined, { backfillPosts: 100_000 }))).toEqual(range(1, 75))
    expect(site.server.asked).toHaveLength(4)
  })

  it('closes the gap when more was posted than one page holds', async () => {
    const first = await poll(undefined, { backfillPosts: 0 })
    for (const id of range(76, 170)) site.posts.set(id, `late ${id}`)
    const second = await poll(first.at(-1)?.cursor)
    expect(idsOf(second)).toEqual(expect.arrayContaining(range(76, 170)))
    await poll(second.at(-1)?.cursor)
    expect(site.server.asked).toHaveLength(2)
  })

  it('closes a gap on the next poll when this one is abandoned, even behind a newer gap', async () => {
    const first = await poll(undefined, { backfillPosts: 0 })
    for (const id of range(76, 130)) site.posts.set(id, `late ${id}`)
    const abandoned = (await poll(first.at(-1)?.cursor))[0]
    for (const id of range(131, 180)) site.posts.set(id, `later ${id}`)
    const next = await poll(abandoned?.cursor)
    const seen = [...(abandoned ? idsOf([abandoned]) : []), ...idsOf(next)]
    expect(seen).toEqual(expect.arrayContaining(range(76, 180)))
  })

  it('reads an older page again that was cut off, and loses none of it', async () => {
    const first = await poll(undefined, { backfillPosts: 0 })
    for (const id of range(76, 130)) site.posts.set(id, `late ${id}`)
    site.cutsOlder = true
    const seen: Delivery[] = []
    const { signal } = new AbortController()
    const cut = async () => {
      const { cursor } = first.at(-1) ?? {}
      for await (const each of sourceAt(site.server.url).poll({ cursor, signal })) seen.push(each)
    }
    await expect(cut()).rejects.toMatchObject({ fault: 'unreachable' })
    site.cutsOlder = false
    seen.push(...(await poll(seen.at(-1)?.cursor)))
    expect(idsOf(seen)).toEqual(expect.arrayContaining(range(76, 130)))
  })

  it('shows an edit again, and covers the id of a post that is gone, also of the newest', async () => {
    const first = await poll(undefined, { backfillPosts: 0 })
    site.posts.set(60, 'changed')
    site.posts.delete(70)
    site.posts.delete(75)
    const [newest] = readings(await poll(first.at(-1)?.cursor))
    expect(newest?.posts.find(({ id }) => id === 60)?.text).toBe('changed')
    expect(newest?.covers).toMatchObject({ channel: 'harbour', to: 75 })
    expect(newest?.covers?.ids).not.toContain(70)
    expect(newest?.covers?.ids).not.toContain(75)
  })

  it('does not move the cursor back when the newest posts are gone', async () => {
    const first = await poll(undefined, { backfillPosts: 0 })
    site.posts.delete(75)
    const second = await poll(first.at(-1)?.cursor)
    expect(second.at(-1)?.cursor).toContain('"last":75')
  })

  it('takes a page without posts for a success that brings nothing', async () => {
    site.posts.clear()
    expect(await poll()).toEqual([])
  })

  it('reads everything again when its cursor cannot be read', async () => {
    expect(idsOf(await poll('{"last":"x"}'))).toEqual(range(1, 75))
    expect(idsOf(await poll('not json'))).toEqual(range(1, 75))
  })

  it.each([
    ['redirected', { status: 302, headers: { location: 'https://t.me/harbourwatch' }, body: '' }],
    ['redirected', { status: 200, body: '<div class="tgme_page"><b>Contact</b></div></html>' }],
    ['challenged', { status: 403, body: '<title>Just a moment...</title>' }],
    ['challenged', { status: 200, body: '<form id="captcha-form"></form>' }],
    ['broken-markup', { status: 200, body: '<html><body><p>We moved</p></body></html>' }],
    ['broken-markup', { status: 200, body: '<div class="js-widget_message">?</div>' }],
    ['broken-markup', { status: 200, body: '' }],
    ['throttled', { status: 429, headers: { 'retry-after': '9' }, body: 'slow down' }],
    ['unreachable', { status: 502, body: 'bad gateway' }],
    ['refused', { status: 404, body: 'no such page' }],
  ])('tells %s apart (%j)', async (fault, answer) => {
    site.instead = answer
    await expect(poll()).rejects.toMatchObject({
      fault,
      message: expect.stringMatching(/^preview:harbour: http[^\n]+$/) as unknown,
      retryAfterSeconds: fault === 'throttled' ? 9 : undefined,
    })
  })

  it('waits between two requests', async () => {
    const source = new PreviewSource({
      allowPrivate: true,
      channel: 'harbour',
      name,
      pace: new Pace(60),
      preview: {
        baseUrl: site.server.url,
        backfillPosts: 75,
        rereadPages: 1,
        delaySeconds: 0.06,
      },
    })
    const startedMs = performance.now()
    const { signal } = new AbortController()
    for await (const delivery of source.poll({ cursor: undefined, signal })) {
      expect(delivery.payload.address).toContain(name)
    }
    expect(site.server.asked).toHaveLength(4)
    expect(performance.now() - startedMs).toBeGreaterThan(175)
  })
})
