import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPictureKeeper } from '../../src/jobs/create-picture-keeper.ts'
import type { Config } from '../../src/config/schema.ts'
import { createLogger } from '../../src/lib/logger.ts'
import type { Archive } from '../../src/model/archive.ts'
import type { Media, MediaKind, RawPost } from '../../src/model/signal.ts'
import { keepUp } from '../../src/ops/upkeep-jobs.ts'
import { PictureFiles } from '../../src/intake/pictures/picture-files.ts'
import { startServer } from '../helpers/http-server.ts'
import { makeJpeg } from '../helpers/make-picture.ts'
import { makePost } from '../helpers/make-post.ts'
import { commitPosts, tempArchive, tempFolder } from '../helpers/temp-archive.ts'

type Answer = { status?: number; headers?: Record<string, string>; body?: Uint8Array | string }

/** An archive, a server of pictures and what looks at them, at a time of the test's own. */
async function open(pictures: Partial<Config['pictures']> = {}, network = { allowPrivate: true }) {
  const archive = tempArchive()
  const folder = tempFolder()
  const answers = new Map<string, Answer>()
  const server = await startServer((request, response) => {
    const {
      status = 200,
      headers = {},
      body = '',
    } = answers.get(request.url ?? '') ?? {
      status: 404,
    }
    response.writeHead(status, headers).end(body)
  })
  onTestFinished(() => server.close())
  let nowMs = Date.parse('2026-03-04T03:00:00Z')
  const logger = createLogger({ level: 'info', format: 'lines', secrets: [], write: () => true })
  let returns = 0
  const make = () =>
    createPictureKeeper(
      {
        pictures: { fetch: true, maxMegabytes: 1, ...pictures },
        paths: { pictures: folder },
        network,
        bot: { apiRoot: server.url },
      } as unknown as Config,
      {},
      {
        pictures: archive.pictures,
        clock: () => new Date(nowMs),
        logger,
        onReturn: () => (returns += 1),
      },
    )
  const keeper = make()
  if (keeper === undefined) throw new Error('Pictures are not looked at.')
  return {
    archive,
    folder,
    server,
    answers,
    keeper,
    anew: make,
    returns: () => returns,
    now: () => new Date(nowMs),
    later: (minutes: number) => (nowMs += minutes * 60_000),
    photo: (name: string): Media => ({ kind: 'photo', url: `${server.url}/${name}` }),
  }
}

const commit = (archive: Archive, ...posts: Partial<RawPost>[]) =>
  commitKinds(archive, ['photo'], posts)

const commitKinds = (archive: Archive, kinds: MediaKind[], posts: Partial<RawPost>[]) =>
  commitPosts(archive, posts.map(makePost), { fetchKinds: new Set(kinds) })

const pictureOf = async (archive: Archive, key: string) =>
  (await archive.pictures.of([key])).get(key)?.[0]

const { signal } = new AbortController()

describe('looking at pictures', () => {
  it('stores size, hash and print of each photo, once, and fetches no other media', async () => {
    const { archive, answers, keeper, server, photo } = await open()
    const body = await makeJpeg(1)
    answers.set('/1.jpg', { body })
    const media = [photo('1.jpg'), { kind: 'video' as const, url: `${server.url}/2.mp4` }]
    await commit(archive, { media })
    await commit(archive, { media, text: 'Edited.' })
    expect(await keeper.run(signal)).toBe(1)
    expect(await keeper.run(signal)).toBe(0)
    expect(server.asked).toEqual(['/1.jpg'])
    expect(await pictureOf(archive, 'alpha/1')).toMatchObject({
      state: 'fetched',
      fetchedAt: '2026-03-04T03:00:00Z',
      facts: {
        type: 'jpeg',
        bytes: body.length,
        width: 640,
        height: 480,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    })
  })

  it('stores size and hash of videos where they are wanted, and takes no page for one', async () => {
    const { archive, answers, keeper, server } = await open()
    const bodies = {
      '/1.mp4': Buffer.from('\0\0\0\x20ftypisom and then the frames'),
      '/2.webm': Buffer.from('1a45dfa39f428681014286', 'hex'),
      '/3.mp4': Buffer.from('<html>Sign in</html>'),
    }
    const urls = Object.entries(bodies).map(([name, body]) => {
      answers.set(name, { body })
      return `${server.url}${name}`
    })
    const media = urls.map((url) => ({ kind: 'video' as const, url }))
    await commitKinds(archive, ['photo', 'video'], [{ media }])
    await keeper.run(signal)
    const pictures = (await archive.pictures.of(['alpha/1'])).get('alpha/1')
    expect(pictures?.map(({ state, facts }) => [state, facts?.type, facts?.bytes])).toEqual([
      ['fetched', 'mp4', bodies['/1.mp4'].length],
      ['fetched', 'webm', bodies['/2.webm'].length],
      ['failed', undefined, undefined],
    ])
    expect(pictures?.[2]?.reason).toBe('it is no video that can be read')
    expect((await archive.stats.read()).pictures).toMatchObject({ failed: 1 })
    expect(await archive.pictures.failed(5)).toMatchObject([
      { reason: 'it is no video that can be read' },
    ])
  })

  it('finds the same picture in whatever order the two are fetched', async () => {
    const { archive, answers, keeper, photo } = await open()
    answers.set('/small.jpg', { body: await makeJpeg(1, 20) })
    answers.set('/large.jpg', { body: await makeJpeg(1, 95) })
    await commit(archive, {
      channel: 'beta',
      at: '2026-03-04T02:00:00Z',
      media: [photo('small.jpg')],
    })
    await keeper.run(signal)
    await commit(archive, { at: '2024-01-02T00:00:00Z', media: [photo('large.jpg')] })
    await keeper.run(signal)
    expect((await pictureOf(archive, 'alpha/1'))?.returned).toBeUndefined()
    expect((await pictureOf(archive, 'beta/1'))?.returned).toEqual({
      signal: 'alpha/1',
      at: '2024-01-02T00:00:00Z',
      stories: 1,
      mirrored: false,
    })
  })

  it('remembers after a start', async () => {
    const { archive, answers, keeper, anew, photo } = await open()
    answers.set('/1.jpg', { body: await makeJpeg(2, 50) })
    answers.set('/2.jpg', { body: await makeJpeg(2, 80) })
    answers.set('/3.jpg', { body: await makeJpeg(3, 80) })
    await commit(archive, { at: '2024-01-02T00:00:00Z', media: [photo('1.jpg')] })
    await keeper.run(signal)
    await commit(archive, { id: 2, media: [photo('2.jpg')] }, { id: 3, media: [photo('3.jpg')] })
    await anew()?.run(signal)
    expect((await pictureOf(archive, 'alpha/2'))?.returned).toMatchObject({ signal: 'alpha/1' })
    expect((await pictureOf(archive, 'alpha/3'))?.returned).toBeUndefined()
  })

  it.each<[string, Answer, string]>([
    ['a page', { body: '<html>Sign in</html>' }, 'it is no photo that can be read'],
    ['what is gone', { status: 410 }, 'the server answers with status 410'],
    ['what is too large', { body: new Uint8Array(1_100_000) }, 'is larger than 1,000 kB'],
    ['a redirect without end', { status: 302, headers: { location: '/1.jpg' } }, 'status 302'],
  ])('gives up %s at once, and says why', async (_title, answer, reason) => {
    const { archive, answers, keeper, photo } = await open()
    answers.set('/1.jpg', answer)
    await commit(archive, { media: [photo('1.jpg')] })
    await keeper.run(signal)
    expect(await pictureOf(archive, 'alpha/1')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining(reason) as string,
    })
  })

  it('asks no machine of the desk’s own network', async () => {
    const { archive, keeper, photo, server } = await open({}, { allowPrivate: false })
    await commit(archive, { media: [photo('1.jpg')] })
    await keeper.run(signal)
    expect(server.asked).toEqual([])
    expect((await pictureOf(archive, 'alpha/1'))?.reason).toContain('a private address')
  })

  it('tries again after faults that pass, as long as it was told to wait, and in the end no more', async () => {
    const { archive, answers, keeper, photo, later, server } = await open()
    answers.set('/1.jpg', { status: 429, headers: { 'retry-after': '600' } })
    await commit(archive, { media: [photo('1.jpg')] })
    await keeper.run(signal)
    later(9)
    expect(await keeper.run(signal)).toBe(0)
    answers.set('/1.jpg', { status: 503 })
    for (let attempt = 0; attempt < 9; attempt += 1) {
      later(120)
      await keeper.run(signal)
    }
    expect(server.asked).toHaveLength(6)
    expect(await pictureOf(archive, 'alpha/1')).toMatchObject({
      state: 'failed',
      reason: 'the server answers with status 503',
    })
  })

  it('does not try for ever what ends the process', async () => {
    const { archive, keeper, photo, server } = await open()
    await commit(archive, { media: [photo('1.jpg')] })
    for (let attempt = 0; attempt < 6; attempt += 1) await archive.pictures.begin(1)
    await keeper.run(signal)
    expect(server.asked).toEqual([])
    expect((await pictureOf(archive, 'alpha/1'))?.state).toBe('failed')
  })

  it('looks at those of the latest posts first', async () => {
    const { archive, answers, keeper, photo, server } = await open()
    const posts = Array.from({ length: 6 }, (_, at) => {
      answers.set(`/${at}.jpg`, { status: 404 })
      return { id: at + 1, at: `2026-03-0${at + 1}T00:00:00Z`, media: [photo(`${at}.jpg`)] }
    })
    await commit(archive, ...posts)
    await keeper.run(signal)
    expect(server.asked.slice(4).sort()).toEqual(['/0.jpg', '/1.jpg'])
  })

  it('keeps the files where that is wanted, for their owner only, until they are too old', async () => {
    const { archive, answers, keeper, photo, folder, later, now } = await open({ keepDays: 30 })
    const body = await makeJpeg(1)
    for (const name of ['1.jpg', '2.jpg']) answers.set(`/${name}`, { body })
    await commit(archive, { media: [photo('1.jpg')] })
    await keeper.run(signal)
    const sha256 = (await pictureOf(archive, 'alpha/1'))?.facts?.sha256 ?? ''
    const file = path.join(folder, sha256.slice(0, 2), `${sha256}.jpeg`)
    expect(readFileSync(file).equals(body)).toBe(true)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700)
    const upkeep = async () => {
      const operation = { upkeep: '', keepPollDays: 30, leastFreeMegabytes: 1024 }
      const pictures = { files: new PictureFiles(folder), keepDays: 30 }
      await keepUp({ archive, operation, pictures, clock: now })
      return readdirSync(path.dirname(file)).length
    }
    later(29 * 24 * 60)
    // The same bytes come again, which keeps the file for another month.
    await commit(archive, { id: 2, media: [photo('2.jpg')] })
    await keeper.run(signal)
    later(2 * 24 * 60)
    expect(await upkeep()).toBe(1)
    later(29 * 24 * 60)
    expect(await upkeep()).toBe(0)
    expect((await pictureOf(archive, 'alpha/2'))?.facts).toMatchObject({ sha256 })
    expect((await pictureOf(archive, 'alpha/2'))?.facts).not.toHaveProperty('kept')
  })
})
