import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/model/archive.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const post = (id: number) => makePost({ id })
const covers = (...ids: number[]) => ({ channel: 'Alpha', from: 1, to: 3, ids })
const missedAt = '2026-03-04T04:00:00Z'
const laterAt = '2026-03-04T05:00:00Z'
const read = async (archive: Archive) => (await archive.signals.get(['alpha/2'])).get('alpha/2')

async function withThree(): Promise<Archive> {
  const archive = tempArchive()
  await commitPosts(archive, [post(1), post(2), post(3), post(4)])
  return archive
}

describe('a post that a page no longer shows', () => {
  it('is a suspected deletion of the time the page was seen', async () => {
    const archive = await withThree()
    const outcome = await commitPosts(archive, [post(1), post(3)], {
      covers: covers(1, 3),
      seenAt: missedAt,
    })
    expect(outcome).toMatchObject({ deleted: ['alpha/2'], unchanged: 2 })
    expect(await read(archive)).toMatchObject({ deletedAt: missedAt, deletion: 'suspected' })
    expect((await archive.stats.read()).deleted).toBe(1)
  })

  it('is reported once and keeps its first time', async () => {
    const archive = await withThree()
    await commitPosts(archive, [], { covers: covers(1, 3), seenAt: missedAt })
    const again = await commitPosts(archive, [], { covers: covers(1, 3), seenAt: laterAt })
    expect(again.deleted).toEqual([])
    expect(await read(archive)).toMatchObject({ deletedAt: missedAt })
  })

  it('is back when it is seen again later, but not by an older page', async () => {
    const archive = await withThree()
    await commitPosts(archive, [], { covers: covers(1, 3), seenAt: missedAt })
    await commitPosts(archive, [post(2)], { seenAt: '2026-03-04T03:30:00Z' })
    expect(await read(archive)).toMatchObject({ deletion: 'suspected' })
    const outcome = await commitPosts(archive, [post(2)], { seenAt: laterAt })
    expect(outcome).toMatchObject({ revised: ['alpha/2'], deleted: [] })
    const back = await read(archive)
    expect(back).not.toHaveProperty('deletion')
    expect(back).not.toHaveProperty('deletedAt')
  })

  it('is not back because a member hands in their copy', async () => {
    const archive = await withThree()
    await commitPosts(archive, [], { covers: covers(1, 3), seenAt: missedAt })
    await commitPosts(archive, [{ ...post(2), handedInBy: 5 }], { seenAt: laterAt })
    expect(await read(archive)).toMatchObject({ deletion: 'suspected' })
  })
})

describe('a post whose deletion is declared', () => {
  const deletedAt = '2026-03-04T02:50:00Z'

  it('is marked with the time its source gives, and its words stay', async () => {
    const archive = await withThree()
    const outcome = await commitPosts(archive, [{ ...post(2), deletedAt }])
    expect(outcome).toMatchObject({ deleted: ['alpha/2'], revised: [] })
    expect(await read(archive)).toMatchObject({
      deletedAt,
      deletion: 'declared',
      text: post(2).text,
    })
  })

  it('is stored and deleted when it is new', async () => {
    const archive = tempArchive()
    const outcome = await commitPosts(archive, [{ ...post(2), deletedAt }])
    expect(outcome).toMatchObject({ stored: ['alpha/2'], deleted: ['alpha/2'] })
  })

  it('stays deleted when it comes again, and keeps its first time', async () => {
    const archive = await withThree()
    await commitPosts(archive, [{ ...post(2), deletedAt }])
    await commitPosts(archive, [post(2), { ...post(2), deletedAt: missedAt }], { seenAt: laterAt })
    expect(await read(archive)).toMatchObject({ deletedAt, deletion: 'declared' })
  })

  it('turns a suspicion into a fact', async () => {
    const archive = await withThree()
    await commitPosts(archive, [], { covers: covers(1, 3), seenAt: missedAt })
    await commitPosts(archive, [{ ...post(2), deletedAt }], { seenAt: laterAt })
    expect(await read(archive)).toMatchObject({ deletedAt, deletion: 'declared' })
  })
})
