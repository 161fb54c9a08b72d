import { expect, test } from 'vitest'
import { readGhostKey, signGhostToken } from '../../../src/export/targets/ghost-token.ts'
import { run } from '../../cli/helpers.ts'
import { LiveDesk } from '../desk.ts'

const address = process.env['GHOST_URL'] ?? ''
const secret = process.env['GHOST_ADMIN_KEY'] ?? ''

interface Post {
  id: string
  title: string
  html: string
  status: string
  updated_at: string
}

/** Asks the site with the key of the integration. */
async function ask(method: string, route: string, body?: object): Promise<readonly Post[]> {
  const key = readGhostKey(secret)
  if (key === undefined) throw new Error('GHOST_ADMIN_KEY is no Admin API key')
  const answer = await fetch(`${address.replace(/\/$/, '')}/ghost/api/admin${route}`, {
    method,
    headers: {
      authorization: `Ghost ${signGhostToken(key, Date.now())}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (answer.status === 204) return []
  return ((await answer.json()) as { posts: Post[] }).posts
}

test('a stub goes through draft, correction, editor’s touch and kill', async () => {
  const desk = await LiveDesk.open(`{ name: site, kind: ghost, address: '${address}' }`, {
    name: 'site',
    value: secret,
  })
  const [first = 0, second = 0] = desk.stubs
  expect(await run(desk.project, ['export', '--check'], { clock: () => new Date() })).toMatchObject(
    { code: 0 },
  )

  await desk.approve(first)
  expect(await desk.deliver(first)).toEqual(['done'])
  const record = await desk.work((app) => app.reviewDesk.open(first))
  const dispatch = record?.record.dispatch ?? ''
  const ours = () => ask('GET', `/posts/?filter=tag:hash-dispatch-${dispatch}&formats=html`)
  expect(await ours()).toMatchObject([{ status: 'draft' }])

  await desk.correct(first, 'Explosion at a fuel depot north of Kherson wounds 14')
  expect(await desk.deliver(first)).toEqual(['done', 'done'])
  const [draft] = await ours()
  expect(draft?.title).toBe('Explosion at a fuel depot north of Kherson wounds 14')

  const { id = '', updated_at } = draft ?? {}
  const touched = { html: '<p>The editor’s own words.</p>', updated_at }
  await ask('PUT', `/posts/${id}/?source=html`, { posts: [touched] })
  await desk.correct(first, 'Explosion at a fuel depot north of Kherson wounds 15')
  expect((await desk.deliver(first))[0]).toBe('stopped touched')
  expect((await ours())[0]?.html).toContain('own words')
  await ask('DELETE', `/posts/${id}/`)

  await desk.approve(second)
  expect(await desk.deliver(second)).toEqual(['done'])
  await desk.kill(second)
  expect(await desk.deliver(second)).toEqual(['done', 'done'])
})
