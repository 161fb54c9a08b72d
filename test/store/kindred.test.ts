import { describe, expect, it } from 'vitest'
import { makePost } from '../helpers/make-post.ts'
import { makeStory } from '../helpers/make-story.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const told = 'Gas explosion destroyed the bakery on Linden street in Harborough'

async function withStories(...posts: { at: string; text: string }[]) {
  const archive = tempArchive()
  await commitPosts(
    archive,
    posts.map((post, index) => makePost({ channel: 'alpha', id: index + 1, ...post })),
  )
  const keys = posts.map((_, index) => `alpha/${index + 1}`)
  const signals = await archive.signals.get(keys)
  const stories = keys.flatMap((key, index) => {
    const signal = signals.get(key)
    return signal === undefined ? [] : [makeStory([signal], { story: index + 1 })]
  })
  const empty = {
    languages: [],
    prints: [],
    relinked: [],
    links: [],
    merged: [],
    history: [],
    suggestions: [],
  }
  await archive.analysis.save({ ...empty, stories })
  return archive
}

const query = {
  text: told,
  since: '2026-02-01T00:00:00Z',
  before: '2026-03-04T00:00:00Z',
  limit: 5,
}

describe('stories kindred to a text', () => {
  it('share its rarest words, whatever their order', async () => {
    const archive = await withStories(
      { at: '2026-03-01T10:00:00Z', text: 'In Harborough the Linden street bakery: gas explosion' },
      { at: '2026-03-02T10:00:00Z', text: 'Parliament of Harborough votes for a budget' },
      { at: '2026-03-04T10:00:00Z', text: told },
    )
    expect(await archive.search.kindred(query)).toEqual([1])
  })

  it('are of the days asked for', async () => {
    const archive = await withStories(
      { at: '2026-01-20T10:00:00Z', text: told },
      { at: '2026-03-04T10:00:00Z', text: told },
    )
    expect(await archive.search.kindred(query)).toEqual([])
    expect(await archive.search.kindred({ ...query, since: '2026-01-01T00:00:00Z' })).toEqual([1])
  })

  it('are none for a text without words', async () => {
    const archive = await withStories({ at: '2026-03-01T10:00:00Z', text: told })
    expect(await archive.search.kindred({ ...query, text: '"" * 12 —' })).toEqual([])
  })
})
