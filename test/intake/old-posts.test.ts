import { describe, expect, it } from 'vitest'
import { analysePending } from '../../src/intake/analyse.ts'
import { createEngine } from '../../src/intake/create-engine.ts'
import { restoreEngine } from '../../src/intake/restore.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { RawPost } from '../../src/model/signal.ts'
import { desk } from '../helpers/make-story.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const flood =
  'Water is over the lower quay at Sanderby and two warehouses stand in it; the harbour master has asked for ' +
  'pumps from the towns up the coast.'

const post = (channel: string, id: number, at: string, text: string): RawPost => ({
  channel,
  id,
  at,
  text,
})

/** Judges what waits with an engine that holds a week and was started anew. */
async function judge(archive: Archive): Promise<void> {
  const windowDays = 7
  const analysis = { windowDays, windowSignals: 1000, storyHours: 36, owners: [] }
  const engine = await createEngine({ analysis, outlets: [], desk }, archive, new ChannelBook([]))
  await restoreEngine(archive, engine, {
    windowDays,
    windowSignals: 1000,
    now: new Date('2027-01-01T00:00:00Z'),
  })
  for await (const { signals } of analysePending(archive, engine))
    expect(signals).toBeGreaterThan(0)
}

/** The first post is judged before the others come. */
async function judged([first, ...others]: readonly RawPost[]): Promise<Archive> {
  const archive = tempArchive()
  for (const posts of [first === undefined ? [] : [first], others]) {
    if (posts.length === 0) continue
    await commitPosts(archive, posts)
    await judge(archive)
  }
  return archive
}

async function storyWith(archive: Archive, key: string) {
  const story = (await archive.analysis.storyOf([key])).get(key)
  return archive.analysis.story(story ?? -1)
}

describe('an old post that comes back', () => {
  it.each([
    ['to the letter', flood],
    ['with a prefix and a footer', `❗️BREAKING\n${flood}\n\nMore: @relay`],
    ['cut short', `${flood.slice(0, 70)}…`],
    ['with words changed', flood.replace('two', 'three small').replace('up the coast', 'inland')],
  ])('%s is told from the store, with its age', async (_, text) => {
    const archive = await judged([
      post('alpha', 1, '2026-01-17T08:00:00Z', flood),
      post('beta', 5, '2026-06-20T09:00:00Z', text),
    ])
    expect(await archive.analysis.linksFrom(['beta/5'])).toMatchObject([{ to: 'alpha/1' }])
    const story = await storyWith(archive, 'beta/5')
    expect(story?.signals).toEqual(['alpha/1', 'beta/5'])
    expect(story?.origins.map(({ origin }) => origin)).toEqual(['ch:alpha'])
    expect(story?.returned).toEqual({
      signal: 'beta/5',
      at: '2026-06-20T09:00:00Z',
      first: 'alpha/1',
      firstAt: '2026-01-17T08:00:00.000Z',
    })
  })

  it('does not draw reports of the day into its story', async () => {
    const archive = await judged([
      post('alpha', 1, '2026-01-17T08:00:00Z', flood),
      post('beta', 5, '2026-06-20T09:00:00Z', flood),
      post(
        'gamma',
        2,
        '2026-06-20T10:00:00Z',
        'Two warehouses on the lower quay at Sanderby stand in water, the harbour master says, and pumps are on their way.',
      ),
    ])
    expect((await storyWith(archive, 'gamma/2'))?.signals).toEqual(['gamma/2'])
  })

  it('is told of a forward by the date that the platform gives', async () => {
    const archive = await judged([
      {
        ...post('beta', 5, '2026-06-20T09:00:00Z', flood),
        forwardedFrom: { channel: 'elsewhere', id: 9, at: '2024-02-01T08:00:00Z' },
      },
    ])
    expect((await storyWith(archive, 'beta/5'))?.returned).toEqual({
      signal: 'beta/5',
      at: '2026-06-20T09:00:00Z',
      firstAt: '2024-02-01T08:00:00.000Z',
    })
  })
})

describe('no old post comes back', () => {
  it('with a copy of the same week', async () => {
    const archive = await judged([
      post('alpha', 1, '2026-01-17T08:00:00Z', flood),
      post('beta', 5, '2026-01-18T09:00:00Z', flood),
    ])
    expect((await storyWith(archive, 'beta/5'))?.returned).toBeUndefined()
  })

  it('with a long post that has the old one for its background', async () => {
    const archive = await judged([
      post('alpha', 1, '2026-01-17T08:00:00Z', flood),
      post(
        'beta',
        5,
        '2026-06-20T09:00:00Z',
        'The council of Sanderby voted tonight for a sea wall of four metres, to be built within three years and ' +
          'paid for in equal parts by the county, the port and the state. The plan had been shelved twice before, ' +
          'both times for want of money, and the vote was taken after five hours with one voice against it. ' +
          `Work may begin in the autumn. What we wrote in January: ${flood}`,
      ),
    ])
    expect((await storyWith(archive, 'beta/5'))?.returned).toBeUndefined()
  })
})

it('forgets what signals are found by when everything is judged anew', async () => {
  const archive = await judged([post('alpha', 1, '2026-01-17T08:00:00Z', flood)])
  await archive.analysis.reset()
  await judge(archive)
  await commitPosts(archive, [post('beta', 5, '2026-06-20T09:00:00Z', flood)])
  await judge(archive)
  expect(await archive.analysis.linksFrom(['beta/5'])).toMatchObject([{ to: 'alpha/1' }])
})
