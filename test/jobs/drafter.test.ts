import { outletName } from '../../src/desk/compose/outlet-name.ts'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { Drafter } from '../../src/jobs/drafter.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { AnalysisResult } from '../../src/model/analysis.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Story } from '../../src/model/story.ts'
import { makeStory } from '../helpers/make-story.ts'
import { makeProject } from '../helpers/project.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

let archive: Archive
let drafter: Drafter
let outbox: string
let open: () => Drafter

/** Six signals, alpha/1 to alpha/3 and beta/1 to beta/3, of which tests make stories. */
beforeEach(async () => {
  const { root, config: file } = await makeProject()
  const { config } = loadConfig(file, {})
  archive = tempArchive()
  outbox = path.join(root, 'outbox')
  const clock = () => new Date('2026-03-04T04:00:00Z')
  open = () =>
    new Drafter({
      archive,
      config,
      clock,
      channels: new ChannelBook([]),
      nameOutlet: outletName,
    })
  drafter = open()
  const posts = ['alpha', 'beta'].flatMap((channel) =>
    [1, 2, 3].map((id) => ({
      channel,
      id,
      at: `2026-03-04T02:0${id}:00Z`,
      text: `Report number ${id} on the bridge.`,
    })),
  )
  await commitPosts(archive, posts)
})

async function storyOf(story: number, ...keys: string[]): Promise<Story> {
  const signals = await archive.signals.get(keys)
  return makeStory([...signals.values()], { story })
}

const save = (result: Partial<AnalysisResult>) =>
  archive.analysis.save({
    languages: [],
    prints: [],
    relinked: [],
    links: [],
    stories: [],
    merged: [],
    history: [],
    suggestions: [],
    ...result,
  })

async function draftAll(): Promise<number[]> {
  const drafted: number[] = []
  for await (const stubs of drafter.draftPending()) drafted.push(...stubs.map(({ stub }) => stub))
  return drafted
}

const folders = () =>
  existsSync(outbox) ? readdirSync(outbox).filter((name) => /^\d/.test(name)).length : 0

describe('drafting what changed', () => {
  test('leaves stories below the bar, and takes each story once', async () => {
    await save({ stories: [await storyOf(1, 'alpha/1', 'beta/1'), await storyOf(2, 'alpha/2')] })
    expect(await draftAll()).toEqual([1])
    expect(await draftAll()).toEqual([])
    expect(folders()).toBe(1)
  })

  test('goes on with a story that has a stub, even when it fell below the bar', async () => {
    await save({ stories: [await storyOf(1, 'alpha/1', 'beta/1')] })
    await draftAll()
    await save({ stories: [await storyOf(1, 'alpha/1')] })
    expect(await draftAll()).toEqual([1])
    expect((await archive.stubs.get(1))?.signals).toEqual(['alpha/1'])
  })

  test('takes away the draft of a story that was merged into another', async () => {
    const two = [await storyOf(1, 'alpha/1', 'beta/1'), await storyOf(2, 'alpha/2', 'beta/2')]
    await save({ stories: two })
    await draftAll()
    expect(folders()).toBe(2)
    const one = await storyOf(1, 'alpha/1', 'alpha/2', 'beta/1', 'beta/2')
    await save({ stories: [one], merged: [{ from: 2, into: 1 }] })
    expect(await draftAll()).toEqual([1])
    expect(await archive.stubs.get(2)).toBeUndefined()
    expect(folders()).toBe(1)
  })

  test('stopped between two batches it settles nothing, and drafts all the next time', async () => {
    await save({ stories: [await storyOf(1, 'alpha/1', 'beta/1')] })
    for await (const stubs of drafter.draftPending(AbortSignal.abort())) expect(stubs).toEqual([])
    expect(await archive.stubs.undrafted()).toEqual([1])
    expect(await draftAll()).toEqual([1])
  })

  test('composes the same stub whenever it is composed', async () => {
    const story = await storyOf(1, 'alpha/1', 'beta/1')
    await save({ stories: [story] })
    await draftAll()
    const before = await archive.stubs.get(1)
    const [again] = await drafter.draft([story])
    expect(again).toEqual(before)
    expect(again?.composedAt).toBe('2026-03-04T02:01:00Z')
  })
})

describe('the outbox at the start', () => {
  const always = new AbortController().signal

  test('is given what is missing, and drafts that a reload left unwritten do not count', async () => {
    await save({ stories: [await storyOf(1, 'alpha/1', 'beta/1')] })
    await draftAll()
    await save({ stories: [await storyOf(2, 'alpha/2', 'beta/2')] })
    for await (const stubs of drafter.draftPending()) if (stubs.length > 0) break
    expect(folders()).toBe(1)

    drafter = open()
    expect(await drafter.mendOutbox(always)).toBe(0)
    expect(folders()).toBe(2)
    expect(await draftAll()).toEqual([2])

    rmSync(outbox, { recursive: true })
    expect(await open().mendOutbox(always)).toBe(2)
    expect(folders()).toBe(2)
  })

  test('does not count what is drafted while it is put in order', async () => {
    await save({ stories: [await storyOf(1, 'alpha/1', 'beta/1')] })
    const mending = drafter.mendOutbox(always)
    expect(await draftAll()).toEqual([1])
    expect(await mending).toBe(0)
    expect(folders()).toBe(1)
  })
})

test('a stub names earlier stories of the desk that say the same, with their dates', async () => {
  const text = 'A gas explosion destroyed the bakery on Linden street in Harborough.'
  await commitPosts(archive, [
    { channel: 'gamma', id: 1, at: '2026-02-20T10:00:00Z', text },
    { channel: 'gamma', id: 2, at: '2026-03-04T02:30:00Z', text: `${text} Police came.` },
  ])
  await save({ stories: [await storyOf(7, 'gamma/1'), await storyOf(8, 'gamma/2')] })
  await draftAll()
  await drafter.draft(await archive.analysis.stories([8]))
  const stub = await archive.stubs.get(8)
  expect(stub?.earlier).toEqual([
    expect.objectContaining({ story: 7, date: '2026-02-20', relation: 'repeats' }),
  ])
  expect(stub?.prior).toEqual([])
})
