import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { importPublished } from '../../src/intake/import-published.ts'
import { readPublished } from '../../src/intake/read-published.ts'
import { startServer, type TestServer } from '../helpers/http-server.ts'
import { tempArchive, tempFolder } from '../helpers/temp-archive.ts'

const post = (id: number, more: object = {}) => ({
  id,
  date_gmt: '2026-06-21T07:00:00',
  link: `https://news.example/talks-${id}/`,
  slug: `talks-${id}`,
  status: 'publish',
  type: 'post',
  title: { rendered: 'Talks go on &#8211; again' },
  excerpt: { rendered: '<p>They talk.</p>' },
  content: { rendered: '<p>They talk on.</p><p>And on.</p>' },
  ...more,
})
const ghostPost = {
  id: '65f0',
  title: 'Talks go on',
  slug: 'talks',
  html: '<p>They talk on.</p>',
  custom_excerpt: 'They talk.',
  published_at: '2026-06-21T07:00:00.000Z',
  status: 'published',
}

describe('readPublished', () => {
  it('reads posts as WordPress’s REST API gives them', () => {
    expect(readPublished(JSON.stringify([post(7)]))).toEqual({
      dispatches: [
        {
          dispatch: 'news.example/7',
          at: '2026-06-21T07:00:00Z',
          headline: 'Talks go on – again',
          tldr: 'They talk.',
          text: 'They talk on.\n\nAnd on.',
          url: 'https://news.example/talks-7/',
        },
      ],
      problems: [],
      skipped: 0,
    })
  })

  it.each([
    ['content API', { posts: [{ ...ghostPost, url: 'https://g.example/talks/' }] }],
    [
      'JSON export',
      { db: [{ data: { posts: [{ ...ghostPost, published_at: '2026-06-21 07:00:00' }] } }] },
    ],
  ])('reads posts of Ghost’s %s', (_, body) => {
    expect(readPublished(JSON.stringify(body))?.dispatches).toMatchObject([
      {
        at: expect.stringMatching(/^2026-06-21T07:00:00/) as string,
        tldr: 'They talk.',
        text: 'They talk on.',
      },
    ])
  })

  it('reads a JSON Feed', () => {
    const items = [
      {
        id: 'https://f.example/1',
        url: 'https://f.example/1',
        title: 'Talks',
        content_text: 'On.',
        date_published: '2026-06-21T10:00:00+03:00',
      },
    ]
    const body = { version: 'https://jsonfeed.org/version/1.1', title: 'F', items }
    expect(readPublished(JSON.stringify(body))?.dispatches).toMatchObject([
      { at: '2026-06-21T07:00:00Z', headline: 'Talks', text: 'On.' },
    ])
  })

  it('knows what this desk exported by its id', () => {
    const slug = 'talks-wire-0123456789abcdef'
    const own = post(8, { slug, link: `https://news.example/${slug}/` })
    expect(readPublished(JSON.stringify([own]))?.dispatches[0]?.dispatch).toBe(
      'wire-0123456789abcdef',
    )
  })

  it('leaves drafts and pages out, and names what it can’t read', () => {
    const posts = [
      post(1, { status: 'draft' }),
      post(2, { type: 'page' }),
      post(3, { date_gmt: 'soon' }),
      { x: 1 },
    ]
    expect(readPublished(JSON.stringify(posts))).toMatchObject({
      dispatches: [],
      skipped: 2,
      problems: [
        'entry 3: has no date that can be read',
        'entry 4: is no article of a known shape',
      ],
    })
  })

  it.each(['', 'null', '{"a":1}', '<html>'])('knows %j to be none of them', (text) => {
    expect(readPublished(text)).toBeUndefined()
  })
})

describe('importPublished', () => {
  const servers: TestServer[] = []
  const serve = async (...args: Parameters<typeof startServer>) => {
    const server = await startServer(...args)
    servers.push(server)
    return server
  }
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

  const write = (text: string) => {
    const file = path.join(tempFolder(), 'archive.json')
    writeFileSync(file, text)
    return file
  }

  it('takes a saved page in once', async () => {
    const archive = tempArchive()
    const file = write(JSON.stringify([post(1), post(2)]))
    expect(await importPublished(file, archive)).toMatchObject({ read: 2, changed: 2 })
    expect(await importPublished(file, archive)).toMatchObject({ read: 2, changed: 0 })
    expect(await archive.dispatches.all()).toHaveLength(2)
  })

  it('still takes JSON Lines, and says what it knows of other files', async () => {
    const line = { dispatch: 'd', at: '2026-06-21T07:00:00Z', headline: 'Talks' }
    const lines = write(`${JSON.stringify(line)}\n`)
    expect(await importPublished(lines, tempArchive())).toMatchObject({ read: 1, changed: 1 })
    await expect(importPublished(write('a letter'), tempArchive())).rejects.toMatchObject({
      code: 'unknown-archive',
    })
    await expect(importPublished('/nowhere.json', tempArchive())).rejects.toMatchObject({
      code: 'no-file',
    })
  })

  it('reads a WordPress by the address of its site, page by page', async () => {
    const server = await serve((request, response) => {
      const url = new URL(request.url ?? '', 'http://x')
      if (!url.pathname.startsWith('/wp-json')) {
        response.end('<html>')
        return
      }
      const page = Number(url.searchParams.get('page') ?? 1)
      response.setHeader('x-wp-totalpages', '3')
      response.end(JSON.stringify([post(page)]))
    })
    const archive = tempArchive()
    expect(await importPublished(server.url, archive, { allowPrivate: true })).toMatchObject({
      read: 3,
      changed: 3,
    })
  })

  it('takes in nothing where a page fails', async () => {
    const server = await serve((request, response) => {
      response.setHeader('x-wp-totalpages', '2')
      if (request.url?.includes('page=2')) response.statusCode = 500
      response.end(JSON.stringify([post(1)]))
    })
    const archive = tempArchive()
    await expect(
      importPublished(`${server.url}/posts`, archive, { allowPrivate: true }),
    ).rejects.toMatchObject({
      code: 'archive-stopped',
    })
    expect(await archive.dispatches.all()).toEqual([])
  })
})
