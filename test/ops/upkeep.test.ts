import { describe, expect, it } from 'vitest'
import { keepUp } from '../../src/ops/upkeep-jobs.ts'
import type { Archive } from '../../src/model/archive.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, makePayload, tempArchive } from '../helpers/temp-archive.ts'

const clock = () => new Date('2026-06-01T00:00:00Z')
const operation = { upkeep: '40 3 * * *', keepPollDays: 30, leastFreeMegabytes: 1024 }

async function findings(archive: Archive): Promise<string[]> {
  const found: string[] = []
  for await (const step of archive.verify())
    found.push(...step.findings.map(({ place, problem }) => `${place}: ${problem}`))
  return found
}

/** An old edited post, and a new one, both judged. */
async function filled(): Promise<Archive> {
  const archive = tempArchive()
  await commitPosts(archive, [makePost({ url: 'https://t.me/alpha/1' })])
  await commitPosts(archive, [makePost({ text: 'Explosions, and smoke.' })])
  await commitPosts(archive, [makePost({ id: 2, at: '2026-05-31T00:00:00Z', text: 'New.' })], {
    seenAt: '2026-05-31T00:00:00Z',
  })
  const judged = await archive.signals.unanalysed(10)
  await archive.analysis.save({
    languages: judged.map(({ key }) => ({ key, lang: 'en', confidence: 1 })),
    links: [],
    relinked: [],
    prints: [],
    stories: [],
    merged: [],
    history: [],
    suggestions: [],
  })
  return archive
}

describe('upkeep', () => {
  it('lets go of nothing unless it is told to', async () => {
    const archive = await filled()
    expect(await keepUp({ archive, operation, clock })).toEqual({ bodies: 0, texts: 0, idle: 0 })
  })

  it('lets old words and payloads go, keeps facts and hashes, and verify still holds', async () => {
    const archive = await filled()
    const limits = { ...operation, keepTextDays: 30, keepPayloadDays: 30 }
    // The payloads of the test were all received in March.
    expect(await keepUp({ archive, operation: limits, clock })).toEqual({
      bodies: 3,
      texts: 1,
      idle: 0,
    })
    const signals = await archive.signals.get(['alpha/1', 'alpha/2'])
    expect(signals.get('alpha/1')).toMatchObject({
      text: '',
      revision: 1,
      url: 'https://t.me/alpha/1',
      revisions: [{ text: '' }, { text: '' }],
    })
    expect(signals.get('alpha/2')).toMatchObject({ text: 'New.' })
    expect(await archive.search.find({ words: 'smoke', limit: 5, offset: 0 })).toEqual([])
    expect(await findings(archive)).toEqual([])
    expect(await keepUp({ archive, operation: limits, clock })).toMatchObject({
      texts: 0,
      bodies: 0,
    })
  })

  it('forgets polls that changed nothing, and none that did', async () => {
    const archive = await filled()
    const journal = await archive.journal.append(makePayload({ body: 'nothing new' }))
    const idle = { posts: [makePost({ text: 'Explosions, and smoke.', views: 3 })], rejected: [] }
    const seenAt = '2026-03-04T05:00:00Z'
    await archive.signals.commit({ ...idle, journal, ignored: 0, source: 'preview:alpha', seenAt })
    expect(await keepUp({ archive, operation, clock })).toEqual({ bodies: 0, texts: 0, idle: 1 })
    expect(await archive.journal.read(journal)).toBeUndefined()
    expect(await findings(archive)).toEqual([])
  })
})
