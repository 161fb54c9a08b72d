import { beforeEach, describe, expect, it } from 'vitest'
import { checkConfig } from '../../src/config/load.ts'
import { noteAway, noteSilence } from '../../src/jobs/channel-watch.ts'
import { WatchDesk } from '../../src/jobs/watch-desk.ts'
import { MemberBook } from '../../src/desk/review/member-book.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Archive } from '../../src/model/archive.ts'
import { chief, editor, reader } from '../helpers/review-desk.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const hourMs = 3_600_000
const startMs = Date.UTC(2026, 2, 1)
const posts = 24 * 10

let archive: Archive
let nowMs: number
const clock = () => new Date(nowMs)
const channels = new ChannelBook([])
const logger = createLogger({ level: 'info', format: 'lines', secrets: [], write: () => undefined })

/** `alpha` posts every hour for ten days, then no more. */
beforeEach(async () => {
  archive = tempArchive()
  await commitPosts(
    archive,
    Array.from({ length: posts }, (_each, index) => ({
      channel: 'alpha',
      id: index + 1,
      at: new Date(startMs + index * hourMs).toISOString(),
      text: `Post ${index + 1}`,
    })),
  )
  nowMs = startMs + posts * hourMs
})

function watched(source = 'kind: telegram-preview') {
  const { channels: configured } = checkConfig(
    'test.yaml',
    `desk: { name: Desk, byline: Desk, accountability: Answers, timezone: UTC }
channels: [{ id: alpha, title: Alpha, source: { ${source} } }]`,
  )
  return { archive, channels, config: { channels: configured }, clock, logger }
}

const events = () => archive.channelEvents.list({ channel: 'alpha', limit: 10 })

describe('noteSilence', () => {
  it('notes a channel that broke its rhythm, once', async () => {
    const desk = watched()
    await noteSilence(desk)
    expect(await events()).toEqual([])
    nowMs += 12 * hourMs
    await noteSilence(desk)
    await noteSilence(desk)
    expect(await events()).toMatchObject([
      { kind: 'silent', detail: { lastAt: '2026-03-10T23:00:00.000Z', usualMinutes: 60 } },
    ])
  })

  it('says nothing of a channel whose source fails, or is a file', async () => {
    nowMs += 48 * hourMs
    await archive.stats.recordPoll('preview:alpha', clock().toISOString(), 'down')
    await noteSilence(watched())
    await noteSilence(watched('kind: file, address: a.jsonl'))
    expect(await events()).toEqual([])
  })
})

describe('noteAway', () => {
  it('notes that a channel closed, and nothing of one that was never read', async () => {
    const desk = watched()
    await noteAway(desk, 'preview:alpha', 'private')
    await noteAway(desk, 'preview:unread', 'gone')
    expect(await archive.channelEvents.list({ limit: 10 })).toMatchObject([
      { channel: 'alpha', kind: 'private' },
    ])
  })
})

describe('telling', () => {
  const watchDesk = () =>
    new WatchDesk({
      archive,
      members: new MemberBook([editor, chief, reader]),
      timezone: 'UTC',
      digestTimes: [],
      clock,
      onNotices: () => undefined,
    })
  const due = () => archive.watching.due(clock().toISOString(), 20)

  it('reaches editors and chiefs once', async () => {
    await noteAway(watched(), 'preview:alpha', 'gone')
    await watchDesk().tellChannels()
    await watchDesk().tellChannels()
    expect((await due()).map(({ chat, content }) => [chat, content.kind])).toEqual([
      [editor.id, 'channel'],
      [chief.id, 'channel'],
    ])
  })

  it('tells nobody today of what happened days ago, and does not come back to it', async () => {
    await noteAway(watched(), 'preview:alpha', 'gone')
    nowMs += 48 * hourMs
    await watchDesk().tellChannels()
    expect(await due()).toEqual([])
    expect(await archive.channelEvents.untold(10)).toEqual([])
  })
})
