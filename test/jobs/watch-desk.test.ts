import { beforeEach, expect, it } from 'vitest'
import { MemberBook } from '../../src/desk/review/member-book.ts'
import { WatchDesk } from '../../src/jobs/watch-desk.ts'
import type { Notice, WatchSubject } from '../../src/model/watch.ts'
import { makeOrigin } from '../helpers/make-story.ts'
import { chief, type DeskAtWork, deskAtWork, editor, reader } from '../helpers/review-desk.ts'

let work: DeskAtWork
let watchDesk: WatchDesk
let members: MemberBook
const now = '2026-03-04T04:00:00.000Z'

beforeEach(async () => {
  work = await deskAtWork()
  members = new MemberBook([editor, chief, reader])
  watchDesk = new WatchDesk({
    archive: work.archive,
    members,
    timezone: 'UTC',
    digestTimes: ['04:00', '16:00'],
    clock: () => new Date(now),
    onNotices: () => undefined,
  })
  await watchDesk.tellStories()
})

const watch = (subject: WatchSubject, member = editor.id) =>
  work.archive.watching.watch({ member, chat: member, subject, since: now })

const due = (at = now): Promise<readonly Notice[]> => work.archive.watching.due(at, 20)

const oneOrigin = {
  sourcing: 'single-source',
  origins: [makeOrigin('ch:alpha', ['alpha/1', 'beta/1'])],
  conflicts: [],
} as const

it('tells of a story whose posts hold the watched words, once', async () => {
  await watch({ kind: 'words', words: 'sumy' })
  await watch({ kind: 'words', words: 'kharkiv' }, chief.id)
  await work.judge({ headline: 'A strike on Sumy' })
  await watchDesk.tellStories()
  expect(await due()).toMatchObject([
    { chat: editor.id, topic: 'story:12', content: { facts: { headline: 'A strike on Sumy' } } },
  ])
  await watchDesk.tellStories()
  expect(await due()).toHaveLength(1)
})

it('follows a story in one message, and tells of nothing when nothing counts', async () => {
  await watch({ kind: 'story', story: 12 })
  await work.judge({ ...oneOrigin, headline: 'First' })
  await watchDesk.tellStories()
  const [first] = await due()
  if (first === undefined) throw new Error('Nothing is due')
  await work.archive.watching.begin(first)
  await work.archive.watching.sent(first, 77)
  await work.judge({ ...oneOrigin, headline: 'Only the headline' })
  await watchDesk.tellStories()
  expect(await due()).toEqual([])
  await work.judge({ headline: 'Two origins', sourcing: 'corroborated', conflicts: [] })
  await watchDesk.tellStories()
  const later = await due()
  expect(later.map(({ topic, message }) => [topic.split(':')[0], message])).toEqual([
    ['story', 77],
    ['turn', undefined],
  ])
})

it('tells of the first independent origin, and has done its work then', async () => {
  await work.judge(oneOrigin)
  await watch({ kind: 'corroboration', story: 12 })
  await watchDesk.tellStories()
  expect(await due()).toEqual([])
  await work.judge({ sourcing: 'corroborated', conflicts: [] })
  await watchDesk.tellStories()
  expect((await due()).map(({ content }) => content.kind)).toContain('turn')
  expect(await work.archive.watching.watches()).toEqual([])
})

it('tells of a fall in sourcing at once', async () => {
  await watch({ kind: 'story', story: 12 })
  await work.judge({ headline: 'Told' })
  await watchDesk.tellStories()
  await work.judge({ sourcing: 'withdrawn' })
  await watchDesk.tellStories()
  const turn = (await due()).find(({ content }) => content.kind === 'turn')
  expect(turn?.content).toMatchObject({ from: 'contested', facts: { sourcing: 'withdrawn' } })
})

it('waits until quiet hours are over', async () => {
  await work.archive.watching.setQuietHours(editor.id, { from: '03:00', to: '06:00' })
  await watch({ kind: 'words', words: 'sumy' })
  await work.judge({ headline: 'A strike on Sumy' })
  await watchDesk.tellStories()
  expect(await due()).toEqual([])
  expect(await due('2026-03-04T06:00:00.000Z')).toHaveLength(1)
})

it('tells nothing to one who is no member any more', async () => {
  await watch({ kind: 'words', words: 'sumy' }, 99)
  await work.judge({ headline: 'A strike on Sumy' })
  await watchDesk.tellStories()
  expect(await due()).toEqual([])
})

it('does not take old posts that are stored today for news', async () => {
  const late = new WatchDesk({
    archive: work.archive,
    members,
    timezone: 'UTC',
    digestTimes: ['04:00', '16:00'],
    clock: () => new Date('2026-03-06T04:00:00Z'),
    onNotices: () => undefined,
  })
  await watch({ kind: 'words', words: 'sumy' })
  await work.judge({ headline: 'A strike on Sumy' })
  await late.tellStories()
  expect(await due('2026-03-07T00:00:00.000Z')).toEqual([])
})

it('tells those who worked on a stub what changed beneath it, and nobody else', async () => {
  const base = { head: 0, version: 1 }
  await work.desk.act(12, { kind: 'review', signal: 'alpha/1', verdict: 'reviewed' }, editor, base)
  await work.judge({ sourcing: 'withdrawn' })
  await watchDesk.tellFlags(work.flags)
  expect(await due()).toMatchObject([
    { chat: editor.id, content: { kind: 'flags', stub: 12, flags: [{ kind: 'sourcing-fell' }] } },
  ])
})

it('sends the digest of a window to those who asked for it, once, and late rather than never', async () => {
  await watch({ kind: 'digest' })
  await watchDesk.tellDigest()
  await watchDesk.tellDigest()
  expect(await due()).toMatchObject([
    {
      urgency: 'digest',
      content: {
        since: '2026-03-03T16:00:00.000Z',
        until: '2026-03-04T04:00:00.000Z',
        stories: [{ story: 12, origins: 2 }],
      },
    },
  ])
})

it('never sends again what it may have been sending when it ended', async () => {
  await watch({ kind: 'words', words: 'sumy' })
  await work.judge({ headline: 'A strike on Sumy' })
  await watchDesk.tellStories()
  const [notice] = await due()
  if (notice === undefined) throw new Error('Nothing is due')
  await work.archive.watching.begin(notice)
  expect(await due()).toEqual([])
  await work.archive.watching.postpone(notice, now)
  expect(await due()).toHaveLength(1)
})
