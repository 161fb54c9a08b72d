import { describe, expect, it } from 'vitest'
import type { AnalysisResult } from '../../src/model/analysis.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Link } from '../../src/model/link.ts'
import type { SourcingChange, Story } from '../../src/model/story.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const at = (minute: number) => `2026-03-04T02:${String(minute).padStart(2, '0')}:00Z`

const link = (from: string, to: string, kind: Link['kind'] = 'copy'): Link => ({
  from,
  to,
  kind,
  score: 0.9,
  reason: 'the same words',
})

const story = (number: number, ids: readonly number[], overrides: Partial<Story> = {}): Story => ({
  story: number,
  signals: ids.map((id) => `alpha/${id}`),
  origins: [
    { origin: 'ch:alpha', signals: ['alpha/1'], reason: 'said it first', withdrawn: false },
  ],
  sourcing: 'single-source',
  reason: 'One channel says so.',
  headline: 'Explosions near the harbour',
  event: 'strike',
  conflicts: [],
  notStated: ['casualties'],
  firstAt: at(ids[0] ?? 0),
  lastAt: at(ids.at(-1) ?? 0),
  ...overrides,
})

const result = (overrides: Partial<AnalysisResult>): AnalysisResult => ({
  languages: [],
  prints: [],
  relinked: [],
  links: [],
  stories: [],
  merged: [],
  history: [],
  suggestions: [],
  ...overrides,
})

/** With signals alpha/1 to alpha/9, a minute apart. */
async function withSignals(): Promise<Archive> {
  const archive = tempArchive()
  const posts = Array.from({ length: 9 }, (_, index) =>
    makePost({ id: index + 1, at: at(index + 1), text: `harbour ${index}` }),
  )
  await commitPosts(archive, posts)
  return archive
}

async function gather<T>(batches: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = []
  for await (const batch of batches) found.push(...batch)
  return found
}

describe('saving an analysis', () => {
  it('gives signals their language and ends their waiting', async () => {
    const archive = await withSignals()
    const languages = [{ key: 'alpha/2', lang: 'uk', confidence: 0.75 }]
    await archive.analysis.save(result({ languages }))
    const signal = (await archive.signals.get(['alpha/2'])).get('alpha/2')
    expect(signal).toMatchObject({ lang: 'uk', confidence: 0.75 })
    expect(await archive.signals.unanalysed(20)).toHaveLength(8)
  })

  it('puts links in the place of those from the same signals', async () => {
    const archive = await withSignals()
    const first = [link('alpha/2', 'alpha/1'), link('alpha/2', 'out:Reuters', 'cite')]
    const other = [link('alpha/3', 'alpha/1', 'forward')]
    await archive.analysis.save(
      result({ relinked: ['alpha/2', 'alpha/3'], links: [...first, ...other] }),
    )
    const next = [link('alpha/2', 'ch:beta', 'cite')]
    await archive.analysis.save(result({ relinked: ['alpha/2'], links: next }))
    expect(await archive.analysis.linksFrom(['alpha/2', 'alpha/3'])).toEqual([...next, ...other])
    expect(await archive.analysis.linksTo(['alpha/1', 'ch:beta', 'out:Reuters'])).toEqual([
      ...other,
      ...next,
    ])
    expect(await gather(archive.analysis.links(1))).toEqual([...next, ...other])
  })

  it('keeps links of two kinds between the same two', async () => {
    const archive = await withSignals()
    const links = [link('alpha/2', 'alpha/1', 'cite'), link('alpha/2', 'alpha/1', 'copy')]
    await archive.analysis.save(result({ relinked: ['alpha/2'], links }))
    expect(await archive.analysis.linksFrom(['alpha/2'])).toEqual(links)
    expect((await archive.stats.read()).links).toEqual({ cite: 1, copy: 1 })
  })

  it('gives stories back whole', async () => {
    const archive = await withSignals()
    const saved = story(1, [1, 2], {
      sourcing: 'contested',
      conflicts: [
        { detail: 'killed', values: [{ value: '3', signals: ['alpha/1'], origins: ['ch:alpha'] }] },
      ],
    })
    await archive.analysis.save(result({ stories: [saved, story(2, [3])] }))
    expect(await archive.analysis.story(1)).toEqual(saved)
    expect(await archive.analysis.stories([2, 7, 1])).toEqual([story(2, [3]), saved])
    expect(await gather(archive.analysis.allStories(1))).toEqual([saved, story(2, [3])])
  })

  it('knows the story of each signal, through joining, leaving and moving', async () => {
    const archive = await withSignals()
    const keys = ['alpha/1', 'alpha/2', 'alpha/3', 'alpha/9', 'nobody/1']
    const members = async () => Object.fromEntries(await archive.analysis.storyOf(keys))
    await archive.analysis.save(result({ stories: [story(1, [1, 2]), story(2, [3])] }))
    expect(await members()).toEqual({ 'alpha/1': 1, 'alpha/2': 1, 'alpha/3': 2 })
    await archive.analysis.save(result({ stories: [story(2, [2, 3]), story(1, [1])] }))
    expect(await members()).toEqual({ 'alpha/1': 1, 'alpha/2': 2, 'alpha/3': 2 })
    await archive.analysis.save(result({ stories: [story(2, [3])] }))
    expect(await members()).toEqual({ 'alpha/1': 1, 'alpha/3': 2 })
  })

  it('takes a merged story away, and keeps its history', async () => {
    const archive = await withSignals()
    const change = {
      story: 2,
      at: at(3),
      sourcing: 'echoed',
      origins: ['ch:a'],
      reason: 'r',
    } as const
    const suggestions = [{ stories: [1, 2] as const, score: 0.5, reason: 'alike' }]
    await archive.analysis.save(
      result({ stories: [story(1, [1]), story(2, [3])], history: [change], suggestions }),
    )
    await archive.analysis.save(
      result({ stories: [story(1, [1, 3])], merged: [{ from: 2, into: 1 }] }),
    )
    expect(await archive.analysis.story(2)).toBeUndefined()
    expect((await archive.analysis.storyOf(['alpha/3'])).get('alpha/3')).toBe(1)
    expect(await archive.analysis.history(2)).toHaveLength(1)
    expect(await archive.analysis.suggestions(1)).toEqual([])
  })

  it('twice is once', async () => {
    const archive = await withSignals()
    const changes: (SourcingChange & { story: number })[] = [
      { story: 1, at: at(1), sourcing: 'single-source', origins: ['ch:alpha'], reason: 'first' },
      {
        story: 1,
        at: at(2),
        sourcing: 'corroborated',
        origins: ['ch:alpha', 'ch:beta'],
        reason: 'two',
      },
    ]
    const whole = result({
      languages: [{ key: 'alpha/1', lang: 'en', confidence: 1 }],
      prints: [],
      relinked: ['alpha/2'],
      links: [link('alpha/2', 'alpha/1')],
      stories: [story(1, [1, 2]), story(2, [3])],
      history: changes,
      suggestions: [{ stories: [2, 1], score: 0.5, reason: 'alike' }],
    })
    await archive.analysis.save(whole)
    await archive.analysis.save(whole)
    const history = await archive.analysis.history(1)
    expect(history.map((change) => ({ story: 1, ...change }))).toEqual(changes)
    expect(await archive.analysis.suggestions(2)).toEqual([
      { stories: [1, 2], score: 0.5, reason: 'alike' },
    ])
    expect(await gather(archive.analysis.links(9))).toHaveLength(1)
  })

  it('stores nothing at all when it names a signal that is not stored', async () => {
    const archive = await withSignals()
    const broken = result({ stories: [story(1, [1]), story(2, [77])] })
    await expect(archive.analysis.save(broken)).rejects.toMatchObject({
      code: 'unknown-signal',
      message: expect.stringContaining('alpha/77') as string,
    })
    expect(await archive.analysis.story(1)).toBeUndefined()
  })

  it('shows the story in search', async () => {
    const archive = await withSignals()
    await archive.analysis.save(result({ stories: [story(7, [9])] }))
    const hits = await archive.search.find({ words: 'harbour', limit: 2, offset: 0 })
    expect(hits.map((hit) => hit.story)).toEqual([7, undefined])
  })
})

describe('the wire', () => {
  it('has the stories of a time, the newest last signal first', async () => {
    const archive = await withSignals()
    const stories = [story(1, [1, 9]), story(2, [2, 3]), story(3, [4, 5]), story(4, [6, 7])]
    await archive.analysis.save(result({ stories }))
    const numbers = async (query: object) =>
      (await archive.analysis.wire({ limit: 10, ...query })).map((each) => each.story)
    expect(await numbers({})).toEqual([1, 4, 3, 2])
    expect(await numbers({ limit: 2 })).toEqual([1, 4])
    expect(await numbers({ since: at(5), until: at(9) })).toEqual([4, 3])
  })

  it('can be narrowed to one sourcing', async () => {
    const archive = await withSignals()
    const stories = [story(1, [1]), story(2, [2], { sourcing: 'echoed' })]
    await archive.analysis.save(result({ stories }))
    const echoed = await archive.analysis.wire({ sourcing: 'echoed', limit: 10 })
    expect(echoed.map((each) => each.story)).toEqual([2])
    expect((await archive.stats.read()).stories).toMatchObject({ echoed: 1, contested: 0 })
  })
})

describe('a reset', () => {
  it('forgets what analysis said and lets all signals wait again', async () => {
    const archive = await withSignals()
    await archive.analysis.save(
      result({
        languages: [{ key: 'alpha/1', lang: 'en', confidence: 1 }],
        prints: [],
        relinked: ['alpha/2'],
        links: [link('alpha/2', 'alpha/1')],
        stories: [story(1, [1])],
        history: [{ story: 1, at: at(1), sourcing: 'echoed', origins: [], reason: 'r' }],
        suggestions: [{ stories: [1, 2], score: 0.5, reason: 'alike' }],
      }),
    )
    await archive.analysis.reset()
    expect(await archive.signals.unanalysed(20)).toHaveLength(9)
    expect(await gather(archive.analysis.links(9))).toEqual([])
    expect(await gather(archive.analysis.allStories(9))).toEqual([])
    expect(await archive.analysis.history(1)).toEqual([])
    expect(await archive.analysis.suggestions(1)).toEqual([])
    expect((await archive.analysis.storyOf(['alpha/1'])).size).toBe(0)
  })

  it('remembers which signal each number was given for, and gives no number twice', async () => {
    const archive = await withSignals()
    expect(await archive.analysis.nextStory()).toBe(1)
    await archive.analysis.save(result({ stories: [story(1, [2, 3]), story(5, [4])] }))
    // A story keeps its founder when an earlier signal joins, and two stories never share one.
    await archive.analysis.save(result({ stories: [story(1, [1, 3]), story(6, [2, 5])] }))
    await archive.analysis.reset()
    const keys = [1, 2, 3, 4, 5, 99].map((id) => `alpha/${id}`)
    expect(Object.fromEntries(await archive.analysis.foundersAmong(keys))).toEqual({
      'alpha/2': 1,
      'alpha/4': 5,
      'alpha/5': 6,
    })
    expect(await archive.analysis.nextStory()).toBe(7)
  })
})
