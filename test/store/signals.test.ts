import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/model/archive.ts'
import type { RawPost, Signal } from '../../src/model/signal.ts'
import { openArchive } from '../../src/store/archive.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const get = async (archive: Archive, key = 'alpha/1') => (await archive.signals.get([key])).get(key)

async function allSignals(archive: Archive, batch = 100): Promise<Signal[]> {
  const found: Signal[] = []
  for await (const signals of archive.signals.all(batch)) found.push(...signals)
  return found
}

const markAnalysed = async (archive: Archive) => {
  const waiting = await archive.signals.unanalysed(100)
  await archive.analysis.save({
    languages: waiting.map(({ key }) => ({ key, lang: 'en', confidence: 1 })),
    prints: [],
    relinked: [],
    links: [],
    stories: [],
    merged: [],
    history: [],
    suggestions: [],
  })
}

const waitingKeys = async (archive: Archive) =>
  (await archive.signals.unanalysed(100)).map(({ key }) => key)

const full: RawPost = makePost({
  title: 'Alpha News',
  forwardedFrom: { channel: 'beta', id: 7, at: '2026-03-04T01:00:00Z', title: 'Beta' },
  replyTo: 99,
  views: 1200,
  media: [{ kind: 'photo', url: 'https://cdn.example/1.jpg' }],
  url: 'https://t.me/alpha/1',
  outlet: 'Reuters',
  handedInBy: 5,
})

describe('a committed post', () => {
  it('is read back with every fact', async () => {
    const archive = tempArchive()
    expect(await commitPosts(archive, [full])).toEqual({
      stored: ['alpha/1'],
      revised: [],
      deleted: [],
      unchanged: 0,
      rejected: 0,
    })
    const { title, ...facts } = full
    expect(title).toBe('Alpha News')
    expect(await get(archive)).toEqual({
      ...facts,
      key: 'alpha/1',
      revision: 0,
      revisions: [],
      lang: 'und',
      confidence: 0,
    })
  })

  it('is stored once, however often it comes', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [full, full])
    const again = await commitPosts(archive, [full])
    expect(again).toMatchObject({ stored: [], revised: [], deleted: [], unchanged: 1 })
    expect(await archive.signals.count()).toBe(1)
  })

  it('is found by any spelling of its channel, and keeps the first', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ channel: 'AlphaNews' })])
    const outcome = await commitPosts(archive, [makePost({ channel: 'alphanews', id: 2 })])
    expect(outcome.stored).toEqual(['AlphaNews/2'])
    expect((await get(archive, 'ALPHANEWS/1'))?.key).toBe('AlphaNews/1')
    expect(await archive.signals.channels()).toEqual([
      { channel: 'AlphaNews', title: 'AlphaNews', signals: 2, lastAt: makePost().at },
    ])
  })

  it('gives its channel the last title seen', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ title: 'Old' })])
    await commitPosts(archive, [makePost({ id: 2, title: 'New' }), makePost({ id: 3 })])
    expect(await archive.signals.channels()).toMatchObject([{ title: 'New', signals: 3 }])
  })

  it('is not there for a key that names no signal', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost()])
    const found = await archive.signals.get(['alpha/2', 'ch:alpha', 'alpha', 'alpha/x', '/1', ''])
    expect(found.size).toBe(0)
  })

  it('is not stored, nor the cursor moved, when another in its payload can not be', async () => {
    const archive = tempArchive()
    const broken = makePost({ id: 2, text: null as unknown as string })
    await expect(commitPosts(archive, [makePost(), broken], { cursor: '9' })).rejects.toThrow()
    expect(await archive.signals.count()).toBe(0)
    expect(await archive.journal.cursor('preview:alpha')).toBeUndefined()
    expect((await archive.stats.read()).journal.pending).toBe(1)
  })
})

describe('the order of signals', () => {
  const at = (second: number) => `2026-03-04T02:14:${String(second).padStart(2, '0')}Z`

  it('is that of their times, whatever order they came in', async () => {
    const archive = tempArchive()
    for (const second of [30, 10, 20, 0]) {
      await commitPosts(archive, [makePost({ id: second + 1, at: at(second) })])
    }
    expect((await allSignals(archive, 3)).map(({ id }) => id)).toEqual([1, 11, 21, 31])
    expect((await archive.signals.unanalysed(2)).map(({ id }) => id)).toEqual([1, 11])
  })

  it('is that of the ids for posts of one channel in one second', async () => {
    const archive = tempArchive()
    await commitPosts(
      archive,
      [3, 1, 2].map((id) => makePost({ id })),
    )
    expect((await allSignals(archive)).map(({ id }) => id)).toEqual([1, 2, 3])
  })

  it('has room for thousands of posts that claim one second', async () => {
    const archive = tempArchive()
    const posts = Array.from({ length: 5000 }, (_, index) => makePost({ id: index + 1 }))
    expect((await commitPosts(archive, posts)).stored).toHaveLength(5000)
    expect(new Set((await allSignals(archive)).map(({ id }) => id)).size).toBe(5000)
  })

  it('lets analysed signals be read from an instant on', async () => {
    const archive = tempArchive()
    await commitPosts(
      archive,
      [0, 10, 20].map((second) => makePost({ id: second + 1, at: at(second) })),
    )
    await markAnalysed(archive)
    await commitPosts(archive, [makePost({ id: 31, at: at(30) })])
    const found: number[] = []
    for await (const batch of archive.signals.since(at(10), 1)) {
      found.push(...batch.map(({ id }) => id))
    }
    expect(found).toEqual([11, 21])
  })

  it('may be read while signals are written', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ id: 1, at: at(0) }), makePost({ id: 2, at: at(1) })])
    const found: number[] = []
    for await (const [signal] of archive.signals.all(1)) {
      if (signal?.id === 1) await commitPosts(archive, [makePost({ id: 3, at: at(2) })])
      found.push(signal?.id ?? 0)
    }
    expect(found).toEqual([1, 2, 3])
  })
})

describe('an edited post', () => {
  it('gets a revision, and the original is kept', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost()])
    const outcome = await commitPosts(archive, [
      makePost({ text: 'No explosions.', editedAt: '2026-03-04T02:30:00Z' }),
    ])
    expect(outcome).toMatchObject({ stored: [], revised: ['alpha/1'], unchanged: 0 })
    expect(await get(archive)).toMatchObject({
      text: 'No explosions.',
      revision: 1,
      revisions: [
        { revision: 0, at: makePost().at, text: makePost().text },
        { revision: 1, at: '2026-03-04T02:30:00Z', text: 'No explosions.' },
      ],
    })
  })

  it('is stored with all the versions that its source lists', async () => {
    const archive = tempArchive()
    const edits = [
      { at: '2026-03-04T02:20:00Z', text: 'b' },
      { at: '2026-03-04T02:25:00Z', text: 'c' },
    ]
    const post = makePost({ text: 'a', edits })
    await commitPosts(archive, [post])
    await commitPosts(archive, [post])
    const signal = await get(archive)
    expect(signal?.revisions.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    expect(signal).toMatchObject({ text: 'c', revision: 2 })
    expect((await archive.stats.read()).revisions).toBe(2)
  })

  it('stays as it is when its original comes again', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ text: 'a' })])
    await commitPosts(archive, [makePost({ text: 'b' })])
    expect(await commitPosts(archive, [makePost({ text: 'a' })])).toMatchObject({ unchanged: 1 })
    expect(await get(archive)).toMatchObject({ text: 'b', revision: 1 })
  })

  it('is found by its new words only', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ text: 'harbour' })])
    await commitPosts(archive, [makePost({ text: 'airport' })])
    const count = async (words: string) =>
      (await archive.search.find({ words, limit: 5, offset: 0 })).length
    expect([await count('harbour'), await count('airport')]).toEqual([0, 1])
  })
})

describe('facts that come late', () => {
  it('fill in, and the signal is judged again where they say who said it', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost()])
    await markAnalysed(archive)
    const { forwardedFrom, replyTo, outlet } = full
    const told = makePost({
      ...(forwardedFrom && { forwardedFrom }),
      ...(replyTo !== undefined && { replyTo }),
      ...(outlet !== undefined && { outlet }),
    })
    expect(await commitPosts(archive, [told])).toMatchObject({ revised: ['alpha/1'] })
    expect(await get(archive)).toMatchObject({ forwardedFrom, replyTo, outlet, revision: 0 })
    expect(await waitingKeys(archive)).toEqual(['alpha/1'])
    expect(await commitPosts(archive, [told])).toMatchObject({ revised: [], unchanged: 1 })
  })

  it('replace a bare display name by the channel, and nothing else', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ forwardedFrom: { channel: 'name:Beta' } })])
    await commitPosts(archive, [makePost({ forwardedFrom: { channel: 'beta', id: 7 } })])
    await commitPosts(archive, [makePost({ forwardedFrom: { channel: 'gamma', id: 8 } })])
    await commitPosts(archive, [makePost({ forwardedFrom: { channel: 'BETA', title: 'Beta' } })])
    expect((await get(archive))?.forwardedFrom).toEqual({ channel: 'beta', id: 7, title: 'Beta' })
  })

  it('leave analysis alone where they are views or media', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ views: 50 })])
    await markAnalysed(archive)
    const media = [{ kind: 'photo' as const }]
    const outcome = await commitPosts(archive, [
      makePost({ views: 70, media, url: 'https://x.example' }),
    ])
    expect(outcome).toMatchObject({ revised: [], unchanged: 1 })
    await commitPosts(archive, [makePost({ views: 60 })])
    expect(await get(archive)).toMatchObject({ views: 70, media, url: 'https://x.example' })
    expect(await waitingKeys(archive)).toEqual([])
  })
})

describe('a post handed in by a member', () => {
  it('is stored when it is new and changes nothing when it is not', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ handedInBy: 5 })])
    expect(await get(archive)).toMatchObject({ handedInBy: 5 })
    const other = makePost({ handedInBy: 6, text: 'Changed', replyTo: 4 })
    expect(await commitPosts(archive, [other])).toMatchObject({ unchanged: 1, revised: [] })
    expect(await get(archive)).toMatchObject({ text: makePost().text, handedInBy: 5 })
    expect(await get(archive)).not.toHaveProperty('replyTo')
  })
})

describe('waiting for analysis', () => {
  it('begins with storing, editing and deleting', async () => {
    const archive = tempArchive()
    const steps = [makePost(), makePost({ text: 'Edited' }), makePost({ deletedAt: makePost().at })]
    for (const step of steps) {
      await commitPosts(archive, [step])
      expect(await waitingKeys(archive)).toEqual(['alpha/1'])
      await markAnalysed(archive)
      expect(await waitingKeys(archive)).toEqual([])
    }
  })

  it('goes on where the signal changed while it was being analysed', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost()])
    const [old] = await archive.signals.unanalysed(1)
    await commitPosts(archive, [makePost({ text: 'Edited' })])
    await archive.analysis.save({
      languages: [{ key: old?.key ?? '', lang: 'en', confidence: 1 }],
      prints: [],
      relinked: [],
      links: [],
      stories: [],
      merged: [],
      history: [],
      suggestions: [],
    })
    expect(await archive.signals.unanalysed(1)).toMatchObject([{ text: 'Edited' }])
  })
})

it('twice is once, for any posts', async () => {
  const post = fc.record(
    {
      channel: fc.constantFrom('alpha', 'Alpha', 'beta'),
      id: fc.integer({ min: 1, max: 4 }),
      at: fc.constantFrom('2026-03-04T02:14:36Z', '2026-03-04T02:15:00Z'),
      text: fc.constantFrom('', 'a', 'b'),
      editedAt: fc.constantFrom('2026-03-04T02:20:00Z', '2026-03-04T02:30:00Z'),
      deletedAt: fc.constant('2026-03-04T02:40:00Z'),
      album: fc.constantFrom('x', 'y'),
      views: fc.nat(100),
      media: fc.array(fc.constant({ kind: 'photo' as const }), { maxLength: 2 }),
    },
    { requiredKeys: ['channel', 'id', 'at', 'text'] },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(post, { maxLength: 6 }), async (posts) => {
      const archive = openArchive(':memory:')
      await commitPosts(archive, posts)
      const before = await allSignals(archive)
      await commitPosts(archive, posts)
      const once = await allSignals(archive)
      await commitPosts(archive, posts)
      expect(await allSignals(archive)).toEqual(once)
      expect(once.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
      archive.close()
    }),
    { numRuns: 60 },
  )
})
