import { describe, expect, it } from 'vitest'
import type { Archive } from '../../src/model/archive.ts'
import type { Media } from '../../src/model/signal.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive } from '../helpers/temp-archive.ts'

const photo = (name: string): Media => ({ kind: 'photo', url: `https://cdn.example/${name}.jpg` })
const part = (id: number, text = '') =>
  makePost({ id, text, album: 'g1', media: [photo(String(id))] })
const read = async (archive: Archive) => (await archive.signals.get(['alpha/10'])).get('alpha/10')

describe('an album', () => {
  it('is one signal with the media of all its parts and the words of whichever has them', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10), part(11)])
    const late = await commitPosts(archive, [part(12, 'Three photos from the port')])
    expect(late).toMatchObject({ stored: [], revised: ['alpha/10'] })
    expect(await archive.signals.count()).toBe(1)
    expect(await read(archive)).toMatchObject({
      text: 'Three photos from the port',
      revision: 0,
      revisions: [],
      media: [photo('10'), photo('11'), photo('12')],
    })
  })

  it('is found by a caption that came late', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10)])
    await commitPosts(archive, [part(11, 'port')])
    expect(await archive.search.find({ words: 'port', limit: 5, offset: 0 })).toHaveLength(1)
  })

  it('does not change when parts come again, in any order', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10, 'a'), part(11), part(12, 'b')])
    const before = await read(archive)
    const again = await commitPosts(archive, [part(12, 'b'), part(11), part(10, 'a')])
    expect(again).toMatchObject({ stored: [], revised: [], unchanged: 3 })
    expect(await read(archive)).toEqual(before)
    expect(before?.text).toBe('a\n\nb')
  })

  it('is revised when a caption is edited, and the replay of the old one changes nothing', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10, 'a'), part(11)])
    const edited = { ...part(10, 'c'), editedAt: '2026-03-04T02:30:00Z' }
    expect(await commitPosts(archive, [edited])).toMatchObject({ revised: ['alpha/10'] })
    expect(await commitPosts(archive, [part(10, 'a')])).toMatchObject({ unchanged: 1 })
    expect(await read(archive)).toMatchObject({ text: 'c', revision: 1 })
  })

  it('takes a part in after an edit without a new revision', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10, 'a')])
    await commitPosts(archive, [{ ...part(10, 'b'), editedAt: '2026-03-04T02:30:00Z' }])
    await commitPosts(archive, [part(11, 'c')])
    const signal = await read(archive)
    expect(signal?.revisions.map(({ text }) => text)).toEqual(['a', 'b\n\nc'])
    expect(signal?.text).toBe('b\n\nc')
  })

  it('is the same album on a page that shows it as one post', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10, 'a'), part(11)])
    const onPage = makePost({ id: 10, text: 'a', media: [photo('p'), photo('q')] })
    expect(await commitPosts(archive, [onPage])).toMatchObject({ stored: [], unchanged: 1 })
    expect((await read(archive))?.media).toEqual([photo('p'), photo('q')])
  })

  it('takes up a signal that was stored before it was known to be a part', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [makePost({ id: 10, text: 'a', media: [photo('10')] })])
    await commitPosts(archive, [part(10, 'a'), part(11)])
    expect(await archive.signals.count()).toBe(1)
    expect(await read(archive)).toMatchObject({ text: 'a', media: [photo('10'), photo('11')] })
  })

  it('is not gone while a page shows any of its posts', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10), part(11)])
    const covers = { channel: 'alpha', from: 1, to: 20, ids: [11] }
    expect(await commitPosts(archive, [], { covers })).toMatchObject({ deleted: [] })
  })

  it('is not deleted with one of its later parts', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10), part(11)])
    await commitPosts(archive, [{ ...part(11), deletedAt: '2026-03-04T02:30:00Z' }])
    expect(await read(archive)).not.toHaveProperty('deletedAt')
    await commitPosts(archive, [{ ...part(10), deletedAt: '2026-03-04T02:30:00Z' }])
    expect(await read(archive)).toMatchObject({ deletion: 'declared' })
  })

  it('of one id in two channels is two albums', async () => {
    const archive = tempArchive()
    await commitPosts(archive, [part(10), { ...part(11), channel: 'beta' }])
    expect(await archive.signals.count()).toBe(2)
  })
})
