import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/model/archive.ts'
import type { Coverage, Gap } from '../../src/model/gap.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const bot = 'telegram-bot'
const minute = (n: number) => new Date(Date.UTC(2026, 2, 4, 2, n)).toISOString().replace('.000', '')

/** A page of posts, or updates of the bot: posts by id, each posted in the minute of its number. */
async function arrive(
  archive: Archive,
  ids: readonly number[],
  more: { source?: string; covers?: [number, number]; collected?: boolean; seenAt?: string } = {},
) {
  const { source = 'preview:alpha', covers, collected = true, seenAt = minute(59) } = more
  const coverage: Coverage[] = covers
    ? [{ channel: 'alpha', from: covers[0], to: covers[1], collected }]
    : ids.map((id) => ({ channel: 'alpha', from: id, to: id, collected }))
  const posts = ids.map((id) => makePost({ id, at: minute(id), text: `Post ${id}` }))
  await commitPosts(archive, posts, { source, coverage, seenAt })
}

const all = (archive: Archive) => archive.gaps.list({ limit: 100 })
const open = (archive: Archive) => archive.gaps.list({ limit: 100, open: true })
const brief = ({ kind, ids, fromAt, toAt, closedAt, arrived }: Gap) => ({
  kind,
  ids: ids && `${ids.from}–${ids.to}`,
  from: fromAt,
  to: toAt,
  closedAt,
  arrived,
})

describe('gaps in ids', () => {
  it('open where a page begins after the last post, and close with what arrived', async () => {
    const archive = tempArchive()
    await arrive(archive, [1, 2, 3], { covers: [1, 3] })
    await arrive(archive, [20, 21], { covers: [20, 21], seenAt: minute(30) })
    expect((await open(archive)).map(brief)).toEqual([
      { kind: 'unread', ids: '4–19', from: minute(3), to: minute(20) },
    ])
    await arrive(archive, [12, 15], { covers: [11, 19] })
    expect((await open(archive))[0]?.missing).toEqual([{ from: 4, to: 10 }])
    await arrive(archive, [4, 9], { covers: [4, 10], seenAt: minute(33) })
    expect((await all(archive)).map(brief)).toEqual([
      {
        kind: 'unread',
        ids: '4–19',
        from: minute(3),
        to: minute(20),
        closedAt: minute(33),
        arrived: 4,
      },
    ])
  })

  it('of a page are none: what it shows to be gone is no gap', async () => {
    const archive = tempArchive()
    await arrive(archive, [1, 4, 9], { covers: [1, 9] })
    expect(await all(archive)).toEqual([])
  })

  it('of the bot are called skipped where an album that was deleted explains them, missed where not', async () => {
    const archive = tempArchive()
    await arrive(archive, [1], { source: bot })
    await arrive(archive, [12], { source: bot })
    await arrive(archive, [24], { source: bot })
    expect((await open(archive)).map(({ kind, ids }) => [kind, ids])).toEqual([
      ['missed', { from: 13, to: 23 }],
      ['skipped', { from: 2, to: 11 }],
    ])
    expect(await archive.gaps.counts()).toMatchObject({ missed: 1, skipped: 1, unread: 0 })
  })

  it('are filled by parts of an album, also those that came as one post', async () => {
    const archive = tempArchive()
    await arrive(archive, [1], { source: bot })
    const parts = [2, 3, 4].map((id) => makePost({ id, album: 'a', media: [{ kind: 'photo' }] }))
    for (const part of parts)
      await commitPosts(archive, [part], {
        source: bot,
        coverage: [{ channel: 'alpha', from: part.id, to: part.id, collected: true }],
      })
    await arrive(archive, [5], { source: bot })
    expect(await all(archive)).toEqual([])
  })

  it('are filled, and never made, by what is imported or handed in', async () => {
    const archive = tempArchive()
    await arrive(archive, [2], { source: 'import', collected: false })
    await arrive(archive, [10], { source: bot })
    await arrive(archive, [900], { source: 'import', collected: false })
    await arrive(archive, [14], { source: bot })
    expect((await open(archive)).map(({ ids }) => ids)).toEqual([{ from: 11, to: 13 }])
    await arrive(archive, [11, 12, 13], { source: 'import', collected: false })
    expect((await all(archive)).map(brief)).toMatchObject([{ ids: '11–13', arrived: 3 }])
    expect(await open(archive)).toEqual([])
  })

  it('are handed out to be read again a few times only', async () => {
    const archive = tempArchive()
    await arrive(archive, [1], { covers: [1, 1] })
    await arrive(archive, [9], { covers: [9, 9] })
    for (let time = 0; time < 3; time += 1)
      expect(await archive.gaps.toFill('preview:alpha')).toEqual([{ from: 2, to: 8 }])
    expect(await archive.gaps.toFill('preview:alpha')).toEqual([])
  })

  it('that are open are the same in whatever order the payloads came', async () => {
    const payload = fc.record({
      from: fc.integer({ min: 1, max: 40 }),
      length: fc.integer({ min: 0, max: 6 }),
      kind: fc.constantFrom<'page' | 'post' | 'import'>('page', 'post', 'import'),
    })
    const orders = fc
      .array(payload, { minLength: 1, maxLength: 8 })
      .chain((payloads) =>
        fc.tuple(
          fc.constant(payloads),
          fc.shuffledSubarray(payloads, { minLength: payloads.length }),
        ),
      )
    const missing = async (payloads: readonly { from: number; length: number; kind: string }[]) => {
      const archive = tempArchive()
      for (const { from, length, kind } of payloads) {
        if (kind === 'page')
          await arrive(archive, [from, from + length], { covers: [from, from + length] })
        else await arrive(archive, [from], { collected: kind === 'post' })
      }
      const gaps = await open(archive)
      const found = gaps
        .flatMap((gap) => gap.missing)
        .sort((a, b) => a.from - b.from)
        .map(({ from, to }) => `${from}–${to}`)
      // A gap stands open exactly as long as something of it is missing.
      expect(gaps.every((gap) => gap.missing.length > 0)).toBe(true)
      return found
    }
    const expected = (payloads: readonly { from: number; length: number; kind: string }[]) => {
      const ends = payloads.map(({ from, length, kind }) => ({
        from,
        to: kind === 'page' ? from + length : from,
        kind,
      }))
      const span = ends.filter(({ kind }) => kind !== 'import')
      const seen = new Set(
        ends.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
      )
      const ids: number[] = []
      const last = Math.max(0, ...span.map(({ to }) => to))
      for (let id = Math.min(...span.map(({ from }) => from)); id <= last; id += 1)
        if (!seen.has(id)) ids.push(id)
      return ids
    }
    await fc.assert(
      fc.asyncProperty(orders, async ([one, other]) => {
        const gaps = await missing(one)
        expect(new Set(await missing(other)).size).toBe(gaps.length)
        const each = (ranges: readonly string[]) =>
          ranges.flatMap((range) => {
            const [from = 0, to = 0] = range.split('–').map(Number)
            return Array.from({ length: to - from + 1 }, (_, i) => from + i)
          })
        expect(each(gaps)).toEqual(expected(one))
        expect(each(await missing(other))).toEqual(expected(one))
      }),
      { numRuns: 15 },
    )
  })
})

describe('gaps in time', () => {
  it('last from the last success to the next, and close when all between was read', async () => {
    const archive = tempArchive()
    const poll = (at: string, error?: string) =>
      archive.stats.recordPoll('preview:alpha', at, error)
    await arrive(archive, [1, 2], { covers: [1, 2] })
    await poll(minute(2))
    await poll(minute(5), 'timed out')
    await poll(minute(9), 'timed out')
    expect((await open(archive)).map(brief)).toEqual([
      { kind: 'failed', ids: undefined, from: minute(2), to: undefined },
    ])
    await arrive(archive, [30, 31], { covers: [30, 31], seenAt: minute(31) })
    await poll(minute(31))
    expect((await open(archive)).map(({ kind }) => kind)).toEqual(['unread', 'failed'])
    await arrive(archive, [10, 20], { covers: [3, 29], seenAt: minute(32) })
    expect((await all(archive)).map(brief)).toMatchObject([
      { kind: 'unread', closedAt: minute(32), arrived: 2 },
      { kind: 'failed', from: minute(2), to: minute(31), closedAt: minute(32), arrived: 4 },
    ])
  })

  it('of a feed close only when the first payload after holds what was known', async () => {
    for (const [ids, whole] of [
      [[1, 2], true],
      [[2, 3], false],
    ] as const) {
      const archive = tempArchive()
      const source = 'feed:alpha'
      const read = (posts: readonly number[]) =>
        commitPosts(
          archive,
          posts.map((id) => makePost({ id })),
          { source },
        )
      await read([1])
      await archive.stats.recordPoll(source, minute(1))
      await archive.stats.recordPoll(source, minute(5), 'refused')
      await read(ids)
      await archive.stats.recordPoll(source, minute(9))
      const [gap] = await all(archive)
      expect(gap).toMatchObject({ fromAt: minute(1), toAt: minute(9) })
      expect(gap?.closedAt !== undefined).toBe(whole)
    }
  })

  it('of the bot close by themselves as long as Telegram keeps what was posted', async () => {
    const archive = tempArchive()
    const poll = (at: string, error?: string) => archive.stats.recordPoll(bot, at, error)
    await poll('2026-03-01T00:00:00Z')
    await poll('2026-03-02T00:00:00Z', 'unreachable')
    await poll('2026-03-02T23:00:00Z')
    await poll('2026-03-04T00:00:00Z', 'unreachable')
    await poll('2026-03-05T01:00:00Z')
    expect((await open(archive)).map(({ fromAt }) => fromAt)).toEqual(['2026-03-04T00:00:00Z'])
    await arrive(archive, [1], { source: bot })
    expect(await all(archive)).toHaveLength(2)
  })

  it('begin when Intake last said that it ran, for each source but files', async () => {
    const archive = tempArchive()
    const sources = ['preview:alpha', 'feed:beta', bot, 'file:/x.jsonl']
    await archive.gaps.beat(minute(0), sources)
    await archive.gaps.beat(minute(1), sources)
    expect(await all(archive)).toEqual([])
    await archive.gaps.beat(minute(40), sources)
    expect(
      (await open(archive)).map(({ source, kind, fromAt, toAt }) => [source, kind, fromAt, toAt]),
    ).toEqual(
      [bot, 'feed:beta', 'preview:alpha'].map((source) => [
        source,
        'stopped',
        minute(1),
        undefined,
      ]),
    )
    // Set back, the clock makes no pause.
    await archive.gaps.beat(minute(3), sources)
    await archive.gaps.beat(minute(41), sources)
    await archive.stats.recordPoll('preview:alpha', minute(42))
    expect(await open(archive)).toHaveLength(2)
    expect(await archive.gaps.during(minute(20), minute(21))).toHaveLength(2)
    expect(await archive.gaps.during('2026-03-03T00:00:00Z', minute(0))).toEqual([])
  })

  it('are seen though the clock was set back before, and never end before they began', async () => {
    const archive = tempArchive()
    await archive.gaps.beat(minute(50), ['feed:beta'])
    await archive.stats.recordPoll('feed:beta', minute(50))
    await archive.gaps.beat(minute(5), ['feed:beta'])
    expect(await all(archive)).toEqual([])
    await archive.gaps.beat(minute(20), ['feed:beta'])
    expect(await open(archive)).toMatchObject([{ kind: 'stopped', fromAt: minute(5) }])
    await archive.stats.recordPoll('feed:beta', minute(21))
    await archive.stats.recordPoll('feed:beta', minute(1), 'unreachable')
    await archive.stats.recordPoll('feed:beta', minute(0))
    expect(await all(archive)).toMatchObject([
      { kind: 'failed', fromAt: minute(1), toAt: minute(1) },
      { kind: 'stopped', fromAt: minute(5), toAt: minute(21) },
    ])
  })
})
