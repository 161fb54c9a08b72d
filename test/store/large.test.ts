import { expect, it } from 'vitest'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const at = (second: number) => `2026-03-04T02:00:0${second}Z`

it('counts the signals of each channel and knows its last, whatever the order they came in', async () => {
  const archive = tempArchive()
  await commitPosts(archive, [makePost({ id: 3, at: at(3) }), makePost({ id: 1, at: at(1) })])
  await commitPosts(archive, [makePost({ id: 2, at: at(2) })])
  await commitPosts(archive, [makePost({ id: 3, at: at(3) }), makePost({ channel: 'beta' })])
  expect(await archive.signals.count()).toBe(4)
  expect(await archive.signals.channels()).toEqual([
    { channel: 'alpha', title: 'alpha', signals: 3, lastAt: at(3) },
    { channel: 'beta', title: 'beta', signals: 1, lastAt: '2026-03-04T02:14:36Z' },
  ])
  expect(await archive.pulse()).toMatchObject({ signals: 4, stories: 0 })
})

it('gives the last judged signals of a time, both ends included, oldest first', async () => {
  const archive = tempArchive()
  await commitPosts(
    archive,
    [1, 2, 3, 4].map((id) => makePost({ id, at: at(id) })),
  )
  const last = async (limit: number) => {
    const found = await archive.signals.last({ since: at(2), until: at(3), limit })
    return found.map(({ id }) => id)
  }
  expect(await last(9)).toEqual([])
  const waiting = await archive.signals.unanalysed(9)
  await archive.analysis.save({
    languages: waiting.map(({ key }) => ({ key, lang: 'en', confidence: 1 })),
    ...{ prints: [], relinked: [], links: [], stories: [], merged: [], history: [] },
    suggestions: [],
  })
  expect(await last(9)).toEqual([2, 3])
  expect(await last(1)).toEqual([3])
})
