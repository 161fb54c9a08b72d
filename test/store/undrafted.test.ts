import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnalysisResult } from '../../src/model/analysis.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Story } from '../../src/model/story.ts'
import { openArchive } from '../../src/store/archive.ts'

const at = '2026-01-01T10:00:00Z'

const story = (number: number, ...signals: string[]): Story => ({
  story: number,
  signals,
  origins: [],
  sourcing: 'single-source',
  reason: 'One channel carries it.',
  headline: 'A headline',
  event: 'other',
  conflicts: [],
  notStated: [],
  firstAt: at,
  lastAt: at,
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

let archive: Archive
beforeEach(async () => {
  archive = openArchive(':memory:')
  const source = 'test'
  const journal = await archive.journal.append({ source, kind: 'jsonl', receivedAt: at, body: 'x' })
  const posts = [1, 2].map((id) => ({ channel: 'alpha', id, at, text: `post ${id}` }))
  await archive.signals.commit({ journal, posts, rejected: [], ignored: 0, source, seenAt: at })
})
afterEach(() => {
  archive.close()
})

describe('stories whose stubs are not up to date', () => {
  test('are those that changed since they were settled, until they change again', async () => {
    const stories = [story(1, 'alpha/1'), story(2, 'alpha/2')]
    await archive.analysis.save(result({ stories }))
    expect(await archive.stubs.undrafted()).toEqual([1, 2])
    await archive.stubs.settle([1, 2])
    expect(await archive.stubs.undrafted()).toEqual([])
    await archive.analysis.save(result({ stories: [story(2, 'alpha/2')] }))
    expect(await archive.stubs.undrafted()).toEqual([2])
  })

  test('hold one that changed again while it was drafted', async () => {
    const stories = [story(1, 'alpha/1'), story(2, 'alpha/2')]
    await archive.analysis.save(result({ stories }))
    const drafting = await archive.stubs.undrafted()
    await archive.analysis.save(result({ stories: [story(2, 'alpha/2')] }))
    await archive.stubs.settle(drafting)
    expect(await archive.stubs.undrafted()).toEqual([2])
    await archive.stubs.settle([2])
    expect(await archive.stubs.undrafted()).toEqual([])
  })

  test('hold one whose gap is closed while its first draft is composed', async () => {
    const source = 'preview:alpha'
    const { stats } = archive
    await stats.recordPoll(source, '2026-01-01T09:00:00Z')
    await stats.recordPoll(source, '2026-01-01T09:30:00Z', 'away')
    await archive.analysis.save(result({ stories: [story(1, 'alpha/1')] }))
    const drafting = await archive.stubs.undrafted()
    await stats.recordPoll(source, '2026-01-01T10:30:00Z')
    await archive.stubs.settle(drafting)
    expect(await archive.stubs.undrafted()).toEqual([1])
  })

  test('hold a story that was merged away, whose stub has to go', async () => {
    await archive.analysis.save(result({ stories: [story(1, 'alpha/1'), story(2, 'alpha/2')] }))
    await archive.stubs.settle([1, 2])
    const merged = [{ from: 2, into: 1 }]
    await archive.analysis.save(result({ stories: [story(1, 'alpha/1', 'alpha/2')], merged }))
    expect(await archive.stubs.undrafted()).toEqual([1, 2])
  })
})
