import { describe, expect, it } from 'vitest'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

describe('stats', () => {
  it('of an empty archive are zeros', async () => {
    const stats = await tempArchive().stats.read()
    expect(stats).toMatchObject({
      signals: 0,
      revisions: 0,
      deleted: 0,
      links: {},
      stories: { 'single-source': 0, withdrawn: 0 },
      quarantined: {},
      journal: { entries: 0, pending: 0, bytes: 0 },
      channels: [],
      sources: [],
    })
    expect(stats.databaseBytes).toBeGreaterThan(4096)
  })

  it('count signals by channel with the time of the last', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [
      makePost({ id: 1, at: '2026-03-04T02:00:00Z' }),
      makePost({ id: 2, at: '2026-03-04T01:00:00Z' }),
      makePost({ channel: 'beta', title: 'Beta News' }),
    ])
    const { signals, channels, journal } = await archive.stats.read()
    expect(signals).toBe(3)
    expect(channels).toEqual([
      { channel: 'alpha', title: 'alpha', signals: 2, lastAt: '2026-03-04T02:00:00Z' },
      { channel: 'beta', title: 'Beta News', signals: 1, lastAt: makePost().at },
    ])
    expect(journal).toMatchObject({ entries: 1, pending: 0 })
    expect(journal.bytes).toBeGreaterThan(0)
  })

  it('say how the last polls of a source went', async () => {
    const { stats } = tempArchive()
    const states = async () => (await stats.read()).sources
    await stats.recordPoll('feed:x', '2026-03-04T01:00:00Z')
    await stats.recordPoll('feed:x', '2026-03-04T02:00:00Z', 'timed out')
    await stats.recordPoll('feed:x', '2026-03-04T03:00:00Z', 'not a feed')
    await stats.recordPoll('feed:x', '2026-03-04T03:00:00Z', 'not a feed')
    expect(await states()).toEqual([
      {
        source: 'feed:x',
        lastPollAt: '2026-03-04T03:00:00Z',
        lastSuccessAt: '2026-03-04T01:00:00Z',
        failures: 2,
        lastError: 'not a feed',
      },
    ])
    await stats.recordPoll('feed:x', '2026-03-04T04:00:00Z')
    expect(await states()).toEqual([
      {
        source: 'feed:x',
        lastPollAt: '2026-03-04T04:00:00Z',
        lastSuccessAt: '2026-03-04T04:00:00Z',
        failures: 0,
      },
    ])
  })
})
