import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDaemon } from '../../helpers/project.ts'
import { run } from '../../cli/helpers.ts'
import { canaries, LiveDesk } from '../desk.ts'
import { Proxy } from '../proxy.ts'
import { startWordPress, type WordPress } from './server.ts'

interface Post {
  id: number
  status: string
  slug: string
  title: { raw: string }
  content: { raw: string }
  categories: number[]
}

let site: WordPress
let proxy: Proxy

beforeAll(async () => {
  site = await startWordPress()
  proxy = new Proxy(site.url)
  await proxy.listen()
})
afterAll(async () => {
  await proxy.close()
  await site.stop()
})

/** Asks the site as its editor. */
async function asEditor(method: string, route: string, body?: object): Promise<unknown> {
  const { user, secret } = site.editor
  const answer = await fetch(`${site.url}/?rest_route=/wp/v2/posts${route}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  return answer.json()
}

const postsIn = async (status: string) =>
  (await asEditor('GET', `&status=${status}&context=edit&per_page=100`)) as Post[]

const openDesk = () =>
  LiveDesk.open(
    `{ name: site, kind: wordpress, address: '${proxy.url}', user: ${site.contributor.user}, mapping: { beats: { World: ${site.categories['Statecraft'] ?? 0} } } }`,
    { name: 'site', value: site.contributor.secret },
  )

test('a stub goes through draft, killed process, correction, editor’s touch and kill', async () => {
  const desk = await openDesk()
  const [first = 0, second = 0] = desk.stubs
  expect(second).toBeGreaterThan(first)

  const check = await run(desk.project, ['export', '--check'])
  expect(check).toMatchObject({ code: 0, err: '' })
  expect(check.out).toMatch(/contributor\) may write drafts and may not publish/)
  expect(await postsIn('any')).toHaveLength(1)

  // The process is killed after WordPress stored the draft and before Intake hears of it.
  await desk.approve(first)
  const stored = proxy.keepAnswer()
  const daemon = startDaemon(desk.project)
  await stored
  daemon.process.kill('SIGKILL')
  await daemon.exit
  expect(await desk.states(first)).toEqual(['sending'])
  expect(await postsIn('draft')).toHaveLength(1)
  expect(await desk.deliver(first)).toEqual(['done'])
  const [draft] = await postsIn('draft')
  expect(await postsIn('draft')).toHaveLength(1)
  expect(draft).toMatchObject({ status: 'draft', categories: [site.categories['Statecraft']] })
  expect(draft?.content.raw).toContain('fuel depot')
  const record = await desk.work((app) => app.reviewDesk.open(first))
  expect(record?.record).toMatchObject({ state: 'exported', exported: 1 })

  // The correction changes the same draft.
  await desk.correct(first, 'Explosion at a fuel depot north of Kherson wounds 14')
  expect(await desk.deliver(first)).toEqual(['done', 'done'])
  const corrected = await postsIn('draft')
  expect(corrected.map(({ id, title }) => [id, title.raw])).toEqual([
    [draft?.id, 'Explosion at a fuel depot north of Kherson wounds 14'],
  ])

  // An editor works on it: the next correction leaves it alone, and shows both texts.
  await new Promise((resolve) => setTimeout(resolve, 1100))
  await asEditor('POST', `/${draft?.id ?? 0}`, { content: '<p>The editor’s own words.</p>' })
  await desk.correct(first, 'Explosion at a fuel depot north of Kherson wounds 15')
  expect(await desk.deliver(first)).toEqual(['stopped touched', 'done', 'done'])
  const [touched] = await postsIn('draft')
  expect(touched?.content.raw).toContain('The editor’s own words.')
  expect(touched?.title.raw).toContain('wounds 14')
  const shown = await run(desk.project, ['export', String(first)])
  expect(shown.out).toMatch(/A person worked on it in site/)
  expect(shown.out).toContain('wounds 15')
  expect(shown.out).toContain('editor')

  // Published by a person: a kill tells them to take it down, and is done once they have.
  await asEditor('POST', `/${draft?.id ?? 0}`, { status: 'publish' })
  await desk.kill(first)
  expect((await desk.deliver(first))[0]).toBe('stopped published')
  expect(await postsIn('publish')).toHaveLength(2)
  await asEditor('DELETE', `/${draft?.id ?? 0}`)
  const resumed = await run(desk.project, ['export', '--resume'])
  expect(resumed.out).toMatch(/stands|hidden/)

  // An untouched draft is withdrawn by a kill.
  await desk.approve(second)
  expect(await desk.deliver(second)).toEqual(['done'])
  expect(await postsIn('draft')).toHaveLength(1)
  await desk.kill(second)
  expect(await desk.deliver(second)).toEqual(['done', 'done'])
  expect(await postsIn('draft')).toHaveLength(0)

  const traffic = proxy.sent
    .map((line) => decodeURIComponent(line.replaceAll('%', '%25')) + line)
    .join('\n')
  for (const canary of canaries) expect(traffic).not.toContain(canary)
})

test('a wrong password and an unknown category are named', async () => {
  const { user } = site.contributor
  const cases = [
    [
      `{ name: site, kind: wordpress, address: '${site.url}', user: ${user} }`,
      'not it at all',
      /password is wrong/,
    ],
    [
      `{ name: site, kind: wordpress, address: '${site.url}', user: ${user}, mapping: { beats: { World: 999 } } }`,
      site.contributor.secret,
      /categories 999, which is not there/,
    ],
  ] as const
  for (const [target, value, words] of cases) {
    const desk = await LiveDesk.open(target, { name: 'site', value })
    const { code, out } = await run(desk.project, ['export', '--check'])
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringMatching(words) as string })
  }
})
