import { describe, expect, it } from 'vitest'
import type { IntakeContext } from '../../src/intake/ingest.ts'
import { ingest } from '../../src/intake/ingest.ts'
import { recover } from '../../src/intake/recover.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Payload, Reader, Reading } from '../../src/model/delivery.ts'
import { makePost } from '../helpers/make-post.ts'
import { makePayload, tempArchive } from '../helpers/temp-archive.ts'

/** Reads a payload whose body is a reading as JSON. */
const readJson: Reader = ({ body }) => ({
  posts: [],
  rejected: [],
  ignored: 0,
  ...(JSON.parse(body.toString()) as Partial<Reading>),
})

const alpha = {
  id: 'AlphaNews',
  title: 'Alpha News',
  outlet: false,
  aliases: [],
  languages: [],
  reliability: 'F' as const,
  nameable: false,
  telegramId: 123,
}

const makeContext = (): IntakeContext => ({
  readers: {
    'telegram-update': readJson,
    'telegram-preview': readJson,
    feed: readJson,
    jsonl: readJson,
    'telegram-desktop': readJson,
    telethon: readJson,
  },
  channels: new ChannelBook([alpha]),
  members: () => [
    { id: 5, role: 'editor' },
    { id: 6, role: 'chief' },
    { id: 7, role: 'reader' },
  ],
})

const makeReading = (reading: Partial<Reading>, overrides: Partial<Payload> = {}): Payload =>
  makePayload({ body: JSON.stringify(reading), ...overrides })

describe('ingesting a delivery', () => {
  it('stores its posts under the canonical ids of their channels, and moves the cursor', async () => {
    const archive = tempArchive()
    const posts = [
      makePost({ channel: 'tg123', id: 1, forwardedFrom: { channel: 'TG123', id: 4 } }),
      makePost({ channel: '@alphanews', id: 2 }),
      makePost({ channel: 'Beta', id: 3 }),
      makePost({ channel: 'BETA', id: 4 }),
    ]
    const payload = makeReading({ posts })
    const outcome = await ingest(archive, { payload, cursor: '17' }, makeContext())
    expect(outcome.stored.toSorted()).toEqual(['AlphaNews/1', 'AlphaNews/2', 'Beta/3', 'Beta/4'])
    const signal = (await archive.signals.get(['AlphaNews/1'])).get('AlphaNews/1')
    expect(signal?.forwardedFrom).toEqual({ channel: 'AlphaNews', id: 4 })
    expect(await archive.journal.cursor(payload.source)).toBe('17')
    expect(await archive.journal.pending()).toEqual([])
  })

  it('twice stores nothing more', async () => {
    const archive = tempArchive()
    const context = makeContext()
    const payload = makeReading({ posts: [makePost(), makePost({ id: 0 })] })
    await ingest(archive, { payload }, context)
    const again = await ingest(archive, { payload }, context)
    expect(again).toEqual({ stored: [], revised: [], deleted: [], unchanged: 1, rejected: 1 })
    expect((await archive.stats.read()).quarantined).toEqual({ 'bad-id': 1 })
  })

  it('stores what is sound and quarantines what is not, whoever found it', async () => {
    const archive = tempArchive()
    const rejection = { reason: 'malformed', place: 'line 3', detail: 'no JSON', raw: '{' }
    const payload = makeReading({
      posts: [makePost(), makePost({ at: '' })],
      rejected: [rejection],
    })
    const outcome = await ingest(archive, { payload }, makeContext())
    expect(outcome).toMatchObject({ stored: ['alpha/1'], rejected: 2 })
    const reasons = (await archive.stats.quarantined(9)).map(({ reason }) => reason)
    expect(reasons.toSorted()).toEqual(['malformed', 'missing-date'])
  })

  it('takes what editors and chiefs hand in, and nobody else', async () => {
    const archive = tempArchive()
    const posts = [5, 6, 7, 8].map((handedInBy) => makePost({ id: handedInBy, handedInBy }))
    const payload = makeReading({ posts }, { kind: 'telegram-update' })
    const outcome = await ingest(archive, { payload }, makeContext())
    expect(outcome).toMatchObject({ stored: ['alpha/5', 'alpha/6'], rejected: 2 })
    expect((await archive.stats.read()).quarantined).toEqual({ 'not-a-member': 2 })
  })

  it('takes from the bot only what is posted in configured channels', async () => {
    const archive = tempArchive()
    const posts = ['stranger', 'AlphaNews', 'tg123'].map((channel, id) =>
      makePost({ channel, id: id + 1 }),
    )
    const payload = makeReading({ posts }, { kind: 'telegram-update' })
    const outcome = await ingest(archive, { payload }, makeContext())
    expect(outcome).toMatchObject({ stored: ['AlphaNews/2', 'AlphaNews/3'], rejected: 1 })
    const [entry] = await archive.stats.quarantined(1)
    expect(entry).toMatchObject({ reason: 'unknown-channel', place: 'stranger/1' })
    expect(entry?.detail).toContain('add it to channels')
  })

  it('suspects deletions on the page of a channel in any spelling', async () => {
    const archive = tempArchive()
    const context = makeContext()
    await ingest(
      archive,
      { payload: makeReading({ posts: [makePost({ channel: 'AlphaNews' })] }) },
      context,
    )
    const covers = { channel: 'alphanews', from: 1, to: 1, ids: [] }
    const receivedAt = '2026-03-04T04:00:00.123Z'
    const outcome = await ingest(
      archive,
      { payload: makeReading({ covers }, { receivedAt }) },
      context,
    )
    expect(outcome.deleted).toEqual(['AlphaNews/1'])
    const signal = (await archive.signals.get(['AlphaNews/1'])).get('AlphaNews/1')
    expect(signal?.deletedAt).toBe('2026-03-04T04:00:00Z')
  })

  it('quarantines a payload whole when its reader fails, keeps its bytes, and goes on', async () => {
    const archive = tempArchive()
    const payload = makePayload({ body: '{"posts": [', address: 'https://t.me/s/alpha' })
    const outcome = await ingest(archive, { payload, cursor: '18' }, makeContext())
    expect(outcome).toMatchObject({ stored: [], rejected: 1 })
    const [entry] = await archive.stats.quarantined(1)
    expect(entry).toMatchObject({
      reason: 'unreadable',
      place: 'whole payload of https://t.me/s/alpha',
      raw: '{"posts": [',
    })
    expect(await archive.journal.read(entry?.journal ?? 0)).toMatchObject({ body: '{"posts": [' })
    expect(await archive.journal.cursor(payload.source)).toBe('18')
  })

  it('quarantines bytes that are no text', async () => {
    const archive = tempArchive()
    const payload = makePayload({ body: Uint8Array.of(0xff, 0, 0x41) })
    await ingest(archive, { payload }, makeContext())
    expect(await archive.stats.quarantined(1)).toMatchObject([{ raw: '\ufffdA' }])
  })

  it('confirms updates of the bot with the journal, and all else with the posts', async () => {
    const archive = tempArchive()
    const posts = [makePost({ channel: 'AlphaNews', album: 5 as unknown as string })]
    const bot = makeReading({ posts }, { source: 'bot', kind: 'telegram-update' })
    const feed = makeReading({ posts }, { source: 'feed:x', kind: 'feed' })
    await expect(ingest(archive, { payload: bot, cursor: '5' }, makeContext())).rejects.toThrow()
    await expect(ingest(archive, { payload: feed, cursor: '6' }, makeContext())).rejects.toThrow()
    expect(await archive.journal.cursor('bot')).toBe('5')
    expect(await archive.journal.cursor('feed:x')).toBeUndefined()
    expect(await archive.journal.pending()).toHaveLength(2)
  })
})

describe('recovering', () => {
  it('stores what a crash left between the journal and the commit, once', async () => {
    const archive = tempArchive()
    await archive.journal.append(makeReading({ posts: [makePost()] }))
    await archive.journal.append(makePayload({ body: 'garbage' }))
    const { outcomes, failed } = await recover(archive, makeContext())
    expect(outcomes).toMatchObject([{ stored: ['alpha/1'] }, { stored: [], rejected: 1 }])
    expect(failed).toEqual([])
    expect((await recover(archive, makeContext())).outcomes).toEqual([])
    expect(await archive.signals.count()).toBe(1)
  })

  it('dates edits by when the payload was received, not by now', async () => {
    const archive = tempArchive()
    const context = makeContext()
    await ingest(archive, { payload: makeReading({ posts: [makePost()] }) }, context)
    const edited = makeReading(
      { posts: [makePost({ text: 'Edited' })] },
      { receivedAt: '2026-03-04T03:30:00Z' },
    )
    await archive.journal.append(edited)
    await recover(archive, context)
    const signal = (await archive.signals.get(['alpha/1'])).get('alpha/1')
    expect(signal?.revisions.at(-1)).toMatchObject({ at: '2026-03-04T03:30:00Z', text: 'Edited' })
  })

  it('goes on past a payload that can not be stored, and leaves that one pending', async () => {
    const archive = tempArchive()
    const poison = makePost({ id: 2, album: 5 as unknown as string })
    const journal = await archive.journal.append(makeReading({ posts: [poison] }))
    await archive.journal.append(makeReading({ posts: [makePost()] }))
    const { outcomes, failed } = await recover(archive, makeContext())
    expect(outcomes).toMatchObject([{ stored: ['alpha/1'] }])
    expect(failed).toMatchObject([{ journal, source: 'preview:alpha' }])
    expect((await archive.journal.pending()).map((entry) => entry.journal)).toEqual([journal])
  })
})
