import { beforeEach, expect, test } from 'vitest'
import { MemberBook } from '../../src/desk/review/member-book.ts'
import { HealthDesk } from '../../src/jobs/health-desk.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Notice } from '../../src/model/watch.ts'
import { checkArchive } from '../../src/ops/upkeep-jobs.ts'
import { chief, type DeskAtWork, deskAtWork, editor } from '../helpers/review-desk.ts'

const gibibyte = 2 ** 30
let work: DeskAtWork
let now: string
let freeBytes: number
let elapsedMs: number | undefined

beforeEach(async () => {
  work = await deskAtWork()
  now = '2026-03-04T04:00:00.000Z'
  freeBytes = 100 * gibibyte
  elapsedMs = undefined
})

const open = () =>
  new HealthDesk({
    archive: work.archive,
    members: new MemberBook([editor, chief]),
    timezone: 'UTC',
    database: 'intake.db',
    leastFreeMegabytes: 1024,
    listensTo: new Set(['feed:a']),
    clock: () => new Date(now),
    monotonicMs: () => elapsedMs ?? Date.parse(now),
    onNotices: () => undefined,
    diskOf: () => Promise.resolve({ freeBytes, databaseBytes: gibibyte }),
  })

/** What is to be sent, which is then sent. */
async function told(health: HealthDesk): Promise<readonly Notice[]> {
  await health.tell()
  const due = await work.archive.watching.due(now, 10)
  for (const notice of due) {
    await work.archive.watching.begin(notice)
    await work.archive.watching.sent(notice, notice.message ?? 50)
  }
  return due
}

const fails = (at: string) => work.archive.stats.recordPoll('feed:a', at, 'HTTP 503')
const answers = (at: string) => work.archive.stats.recordPoll('feed:a', at)

test('chiefs are told of a source that is long down in one message, changed until it is well again', async () => {
  const health = open()
  await answers('2026-03-04T03:00:00Z')
  await fails('2026-03-04T03:59:00Z')
  expect(await told(health)).toEqual([])
  now = '2026-03-04T05:00:30.000Z'
  const [first, ...others] = await told(health)
  expect(others).toEqual([])
  expect(first).toMatchObject({
    chat: chief.id,
    content: { kind: 'health', alarms: [{ kind: 'source', source: 'feed:a', why: 'HTTP 503' }] },
  })
  now = '2026-03-04T05:10:00.000Z'
  expect(await told(health)).toEqual([])
  freeBytes = gibibyte
  now = '2026-03-04T05:20:00.000Z'
  expect(await told(open())).toMatchObject([
    { message: 50, content: { alarms: [{ kind: 'disk', freeMb: 1000 }, { kind: 'source' }] } },
  ])
  freeBytes = 100 * gibibyte
  await answers('2026-03-04T05:29:00Z')
  now = '2026-03-04T05:30:00.000Z'
  expect(await told(open())).toMatchObject([
    { message: 50, content: { alarms: [], since: '2026-03-04T05:00:30.000Z', endedAt: now } },
  ])
})

test('a source that fails is told after two hours though the clock was set back, and until it can be read', async () => {
  const health = open()
  const hour = 3_600_000
  elapsedMs = 0
  await answers('2026-03-04T04:00:00Z')
  now = '2026-03-03T22:00:00.000Z'
  await fails(now)
  expect(await told(health)).toEqual([])
  elapsedMs = 2 * hour
  now = '2026-03-04T00:00:00.000Z'
  expect(await told(health)).toMatchObject([{ content: { alarms: [{ kind: 'source' }] } }])
  const afterRestart = open()
  elapsedMs = 3 * hour
  now = '2026-03-04T01:00:00.000Z'
  expect(await told(afterRestart)).toEqual([])
})

test('a source that is listened to no more is no alarm', async () => {
  await work.archive.stats.recordPoll('feed:gone', '2026-03-01T00:00:00Z')
  await work.archive.stats.recordPoll('feed:gone', '2026-03-01T00:01:00Z', 'HTTP 404')
  expect(await told(open())).toEqual([])
})

test('polls that do not come to an end for two hours are told, and when they do', async () => {
  const health = open()
  let sinceMs = 7_100_000
  health.watchPolls(() => [{ source: 'feed:a', sinceMs }])
  expect(await told(health)).toEqual([])
  sinceMs = 7_300_000
  now = '2026-03-04T04:02:00.000Z'
  expect(await told(health)).toMatchObject([{ content: { alarms: [{ kind: 'polls', count: 1 }] } }])
  health.watchPolls(() => [])
  now = '2026-03-04T04:04:00.000Z'
  expect(await told(health)).toMatchObject([{ content: { alarms: [], endedAt: now } }])
})

test('what comes back within the hour is the same trouble, and later it is another', async () => {
  const health = open()
  const turn = async (at: string, free: number) => {
    now = at
    freeBytes = free
    const [notice] = await told(health)
    return notice?.topic
  }
  const first = await turn('2026-03-04T04:00:00.000Z', 0)
  expect(first).toBe('health:2026-03-04T04:00:00.000Z')
  await turn('2026-03-04T04:10:00.000Z', 100 * gibibyte)
  expect(await turn('2026-03-04T04:40:00.000Z', 0)).toBe(first)
  await turn('2026-03-04T04:50:00.000Z', 100 * gibibyte)
  expect(await turn('2026-03-04T06:40:00.000Z', 0)).toBe('health:2026-03-04T06:40:00.000Z')
})

test('damage that the nightly check found stands over a restart, until a check finds none', async () => {
  const health = open()
  health.checked(3)
  expect(await told(health)).toMatchObject([
    { content: { alarms: [{ kind: 'damage', count: 3 }] } },
  ])
  now = '2026-03-04T05:00:00.000Z'
  const later = open()
  expect(await told(later)).toEqual([])
  later.checked(0)
  now = '2026-03-04T05:02:00.000Z'
  expect(await told(later)).toMatchObject([{ content: { alarms: [] } }])
})

test('judging that fails three times in a row is told once, over a restart too, until a run went well', async () => {
  const health = open()
  for (let run = 0; run < 2; run += 1) health.judged('disk I/O error')
  expect(await told(health)).toEqual([])
  now = '2026-03-04T04:10:00.000Z'
  health.judged('disk I/O error')
  const alarms = [{ kind: 'judging', since: '2026-03-04T04:00:00.000Z' }]
  expect(await told(health)).toMatchObject([{ chat: chief.id, content: { alarms } }])
  now = '2026-03-04T04:12:00.000Z'
  health.judged('disk I/O error')
  expect(await told(health)).toEqual([])
  const later = open()
  expect(await told(later)).toEqual([])
  later.judged('disk I/O error')
  now = '2026-03-04T04:14:00.000Z'
  expect(await told(later)).toEqual([])
  later.judged()
  now = '2026-03-04T04:16:00.000Z'
  expect(await told(later)).toMatchObject([{ message: 50, content: { alarms: [], endedAt: now } }])
})

test('failures with a run between them that went well are not told', async () => {
  const health = open()
  for (const fault of ['a', 'b', undefined, 'c', 'd']) health.judged(fault)
  expect(await told(health)).toEqual([])
})

test('the nightly check finds nothing in a sound database, and counts what it finds', async () => {
  const found: number[] = []
  const logger = createLogger({
    level: 'silent',
    format: 'json',
    secrets: [],
    write: () => undefined,
  })
  const check = (verify: DeskAtWork['archive']['verify']) =>
    checkArchive({
      logger,
      onChecked: (faults) => found.push(faults),
      openToCheck: () => ({ verify, close: () => undefined }),
    })
  await check(() => work.archive.verify())
  const finding = { check: 'acts', item: 'act 3', words: 'was changed' }
  await check(async function* () {
    yield await Promise.resolve({ check: 'acts', count: 3, findings: [finding, finding] as never })
  })
  expect(found).toEqual([0, 2])
})
