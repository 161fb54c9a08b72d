import { describe, expect, it } from 'vitest'
import { ingest } from '../../src/intake/ingest.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import { readers } from '../../src/sources/readers.ts'
import { renderPage } from '../sources/preview-site.ts'
import { tempArchive } from '../helpers/temp-archive.ts'

const makeChannels = (telegramId?: number) =>
  new ChannelBook([
    {
      id: 'alpha',
      title: 'Alpha',
      outlet: false,
      aliases: [],
      languages: [],
      reliability: 'F',
      nameable: false,
      telegramId,
    },
  ])

const view = (telegramId: number) =>
  Buffer.from(JSON.stringify({ c: -telegramId, p: 1 })).toString('base64url')

interface Page {
  name?: string
  telegramId?: number
  title?: string
  /** Minutes by which the posts are later than their ids tell. */
  later?: number
  last?: number
}

/** Takes in a page of the channel with these posts. */
function takePage(
  archive: Archive,
  channels: ChannelBook,
  ids: readonly number[],
  page: Page = {},
) {
  const { name = 'alpha', telegramId, title = 'Alpha', later = 0, last } = page
  const html = renderPage(
    name,
    ids.map((id) => [id, `Post ${id} of ${title}`] as const),
  )
    .replace('<html>', `<html><head><meta property="og:title" content="${title}"></head>`)
    .replaceAll(
      'data-post=',
      telegramId === undefined ? 'data-post=' : `data-view="${view(telegramId)}" data-post=`,
    )
    .replace(/datetime="([^"]+)"/g, (_whole, at: string) => {
      const moved = new Date(Date.parse(at) + later * 60_000).toISOString()
      return `datetime="${moved}"`
    })
  return ingest(
    archive,
    {
      payload: {
        source: 'preview:alpha',
        kind: 'telegram-preview',
        channel: 'alpha',
        receivedAt: '2026-01-20T00:00:00Z',
        body: html,
        meta: { name, ...(last !== undefined && { last: String(last) }) },
      },
    },
    { readers, channels, members: () => [] },
  )
}

let updates = 0

/** Takes in a post of a channel as the bot is given it. */
function takeUpdate(
  archive: Archive,
  channels: ChannelBook,
  post: { id: number; telegramId: number; username?: string; title?: string },
) {
  const { id, telegramId, username, title = 'Alpha' } = post
  const body = JSON.stringify({
    update_id: (updates += 1),
    channel_post: {
      message_id: id,
      date: 1_767_225_600 + id,
      chat: { id: -1_000_000_000_000 - telegramId, type: 'channel', title, username },
      text: `Post ${id} of ${title}`,
    },
  })
  return ingest(
    archive,
    {
      payload: {
        source: 'telegram-bot',
        kind: 'telegram-update',
        receivedAt: '2026-01-20T00:00:00Z',
        body,
      },
    },
    { readers, channels, members: () => [] },
  )
}

const events = async (archive: Archive) =>
  (await archive.channelEvents.list({ limit: 9 })).map(({ channel, kind, detail }) => ({
    channel,
    kind,
    ...detail,
  }))

describe('a channel that the bot is in', () => {
  it('is still collected under its id when it takes another name', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    await takeUpdate(archive, channels, { id: 1, telegramId: 5, username: 'alpha' })
    const { stored } = await takeUpdate(archive, channels, {
      id: 2,
      telegramId: 5,
      username: 'alpha_new',
    })
    expect(stored).toEqual(['alpha/2'])
    await takeUpdate(archive, channels, { id: 3, telegramId: 5, username: 'alpha_new' })
    expect(await events(archive)).toEqual([
      { channel: 'alpha', kind: 'moved', now: 'alpha_new', was: 'alpha' },
    ])
  })

  it('is kept apart from another that takes its name', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    await takeUpdate(archive, channels, { id: 7, telegramId: 5, username: 'alpha' })
    const { stored, rejected } = await takeUpdate(archive, channels, {
      id: 7,
      telegramId: 6,
      username: 'alpha',
      title: 'Impostor',
    })
    expect({ stored, rejected }).toEqual({ stored: ['tg6/7'], rejected: 0 })
    expect((await archive.signals.get(['alpha/7'])).get('alpha/7')?.revision).toBe(0)
    expect(await events(archive)).toMatchObject([
      { channel: 'alpha', kind: 'replaced', idNow: 6, idWas: 5, successor: 'tg6' },
    ])
    await takeUpdate(archive, channels, { id: 8, telegramId: 6, username: 'alpha' })
    expect(await events(archive)).toHaveLength(1)
  })

  it('that nobody configured stays refused, whatever it is called', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    await takeUpdate(archive, channels, { id: 1, telegramId: 8, username: 'other' })
    const { rejected } = await takeUpdate(archive, channels, {
      id: 2,
      telegramId: 8,
      username: 'other2',
    })
    expect(rejected).toBe(1)
    expect(await events(archive)).toEqual([])
  })
})

describe('a channel that is read from its preview page', () => {
  it('that was replaced loses none of its posts, and has none of the other', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    await takePage(archive, channels, [900, 901, 902], { telegramId: 5 })
    const outcome = await takePage(archive, channels, [1, 2, 3], {
      telegramId: 6,
      later: 9000,
      last: 902,
    })
    expect(outcome).toMatchObject({ stored: ['tg6/1', 'tg6/2', 'tg6/3'], revised: [], deleted: [] })
    expect(await archive.gaps.list({ limit: 9 })).toEqual([])
    await takePage(archive, channels, [900, 901, 902, 903], { telegramId: 5 })
    expect((await archive.signals.get(['alpha/903'])).size).toBe(1)
  })

  it('is told to be another by ids that fall while time rises, where no id is given', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    await takePage(archive, channels, [900, 901, 902])
    // The newest posts were deleted: lower ids, and not younger.
    await takePage(archive, channels, [899, 900], { last: 902 })
    expect(await events(archive)).toEqual([])
    const outcome = await takePage(archive, channels, [1, 2], { later: 9000, last: 902 })
    expect(outcome.stored).toEqual(['alpha.2/1', 'alpha.2/2'])
    await takePage(archive, channels, [1, 2, 3], { later: 9000, last: 902 })
    expect(await events(archive)).toMatchObject([{ kind: 'replaced', successor: 'alpha.2' }])
  })

  it('is another than the one whose id is configured', async () => {
    const [archive, channels] = [tempArchive(), makeChannels(5)]
    const { stored } = await takePage(archive, channels, [1], { telegramId: 6 })
    expect(stored).toEqual(['tg6/1'])
  })

  it('has its new title told once', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    await takePage(archive, channels, [1], { telegramId: 5 })
    for (const id of [2, 3])
      await takePage(archive, channels, [id], { telegramId: 5, title: 'Beta' })
    expect(await events(archive)).toEqual([
      { channel: 'alpha', kind: 'retitled', now: 'Beta', was: 'Alpha' },
    ])
  })

  it('is away until it is read again, and silent until it posts', async () => {
    const [archive, channels] = [tempArchive(), makeChannels()]
    const note = (kind: 'gone' | 'private' | 'silent', at = '2026-01-21T00:00:00Z') =>
      archive.channelEvents.note({ channel: 'alpha', at, kind, detail: {} })
    await takePage(archive, channels, [1, 2])
    expect([await note('private'), await note('private'), await note('silent')]).toEqual([
      true,
      false,
      false,
    ])
    await takePage(archive, channels, [1, 2], { last: 2 })
    expect(await note('silent', '2026-01-01T00:30:00Z')).toBe(true)
    await takePage(archive, channels, [1, 2, 3], { last: 2 })
    await takePage(archive, channels, [40], { last: 3 })
    expect((await events(archive)).map(({ kind }) => kind)).toEqual([
      'back',
      'silent',
      'back',
      'private',
    ])
  })
})
