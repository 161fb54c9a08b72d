import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import type { Edition, StubAct } from '../../src/model/desk.ts'
import { english } from '../export/stub-cases.ts'
import { listening } from '../helpers/delivery-desk.ts'
import { makeProject, type Project } from '../helpers/project.ts'
import { WordPressServer } from '../helpers/wordpress-server.ts'
import { jsonLines, run } from './helpers.ts'

async function open() {
  const server = await listening(new WordPressServer())
  const target = `{ name: site, kind: wordpress, address: '${server.url}', user: intake }`
  const project = await makeProject((yaml) =>
    yaml.replace(/^ {2}targets: \[\]$/m, `  targets:\n    - ${target}`),
  )
  writeFileSync(path.join(project.root, '.env'), `INTAKE_TARGET_SITE_SECRET=${server.secret}\n`)
  return { server, project }
}

/** An approved edition that waits for the target, or stopped on its way. */
async function approve({ root }: Project, stopped: boolean, headline?: string): Promise<void> {
  const archive = openArchive(path.join(root, 'data/intake.db'))
  const content = { ...english(), ...(headline === undefined ? {} : { headline }) }
  await archive.stubs.save([content])
  const edition: Edition = {
    dispatch: 'wire-1',
    edition: 1,
    stub: content.stub,
    kind: 'new',
    at: '2026-07-10T18:00:00Z',
    content,
    namings: [
      {
        signal: 'osintdefender/4711',
        reason: 'It is its claim.',
        by: 'Dana',
        at: '2026-07-10T17:00:00Z',
      },
    ],
  }
  const act = { kind: 'approve' as const, dispatch: 'wire-1', edition: 1 }
  await archive.desk.append({
    act: { at: edition.at, by: 1, name: 'Dana', stub: content.stub, content: act },
    edition,
    targets: ['site'],
  })
  if (stopped) {
    const difference = [
      { field: 'content', ours: 'Two were killed.', theirs: 'Three were killed.' },
    ]
    const reason = { code: 'touched' as const, words: 'A person worked on it in site', difference }
    const [delivery] = await archive.outgoing.list({})
    await archive.outgoing.stop(delivery?.delivery ?? 0, reason, '2026-07-10T18:01:00Z')
  }
  archive.close()
}

/** What is done to the stub after its approval; a kill has an edition of its own. */
async function act({ root }: Project, content: StubAct): Promise<void> {
  const archive = openArchive(path.join(root, 'data/intake.db'))
  const { stub } = english()
  const [first] = await archive.desk.editions(stub)
  const edition = { ...first, edition: 2, kind: 'kill', note: 'Wrong.' } as Edition
  await archive.desk.append({
    act: { at: '2026-07-10T19:00:00Z', by: 1, name: 'Dana', stub, content },
    ...(content.kind === 'kill' ? { edition, targets: ['site'] } : {}),
  })
  archive.close()
}

test('export without a target says what to set', async () => {
  const project = await makeProject()
  openArchive(path.join(project.root, 'data/intake.db')).close()
  const { code, out } = await run(project, ['export'])
  expect(code).toBe(0)
  expect(out).toMatch(/no target in the config: export\.targets in config\/intake\.yaml says how/)
})

test('export lists what stopped, with the reason and both texts', async () => {
  const { project } = await open()
  await approve(project, true)
  const { code, out } = await run(project, ['export'])
  expect(code).toBe(0)
  expect(out).toMatch(/× stopped +#4711 edition 1 → site/)
  expect(out).toContain('A person worked on it in site')
  expect(out).toMatch(/desk +Two were killed\.\n +there Three were killed\./)
  const [row] = jsonLines<{ state: string }>((await run(project, ['export', '4711', '--json'])).out)
  expect(row).toMatchObject({ state: 'stopped', target: 'site', reason: { code: 'touched' } })
  expect((await run(project, ['export', '9'])).out).toMatch(/Nothing was delivered/)
})

test('export --resume sends on at once where no desk runs', async () => {
  const { server, project } = await open()
  await approve(project, true)
  const { code, out, err } = await run(project, ['export', '--resume'])
  expect({ code, err }).toEqual({ code: 0, err: expect.any(String) as string })
  expect(out).toMatch(/● stands/)
  expect(server.standing()).toHaveLength(1)
  expect((await run(project, ['export', '--resume'])).err).toMatch(/nothing to resume/)
})

test('export --check says what is right and what is wrong, and writes nothing', async () => {
  const { server, project } = await open()
  expect((await run(project, ['export', '--check'])).out).toMatch(/✓ the account \(contributor\)/)
  server.secret = 'another one now'
  const { code, out, err } = await run(project, ['export', '--check', '--target', 'site'])
  expect(code).toBe(1)
  expect(out).toMatch(/× site answered 401.*application password is wrong/)
  expect(err).toMatch(/1 thing is wrong/)
  expect((await run(project, ['export', '--check', '--target', 'sight'])).err).toMatch(
    /no target "sight".*site/,
  )
  expect(server.taken.every(({ method }) => method === 'GET')).toBe(true)
})

test('export --dry-run shows the very bytes with the verdict, and sends and stores nothing', async () => {
  const { server, project } = await open()
  await approve(project, true)
  const before = (await run(project, ['export', '--json'])).out
  const { code, out } = await run(project, ['export', '4711', '--dry-run'])
  expect(code).toBe(0)
  expect(out).toMatch(/site \(wordpress\): edition 1 as approved: a draft would be made/)
  expect(out).toMatch(/✓ none of \d+ internal names/)
  expect(out).toMatch(/POST http:.*rest_route=\/wp\/v2\/posts\n.*authorization: …/s)
  expect(out).not.toContain(Buffer.from(`intake:${server.secret}`).toString('base64'))
  expect(server.taken).toEqual([])
  expect((await run(project, ['export', '--json'])).out).toBe(before)
  const [row] = jsonLines<{ leaving: { body: string }[] }>(
    (await run(project, ['export', '4711', '--dry-run', '--json'])).out,
  )
  await run(project, ['export', '--resume'])
  const sent = server.taken.find(({ method }) => method === 'POST')
  expect(row?.leaving[0]?.body).toBe(sent?.body)
  expect((await run(project, ['export', '--dry-run'])).code).toBe(2)
  expect((await run(project, ['export', '9', '--dry-run'])).err).toMatch(/no stub 9/)
})

test('export --dry-run fails where the delivery would stop, and names the field', async () => {
  const { project } = await open()
  await approve(project, false, 'canary_alpha says so')
  const { code, out, err } = await run(project, ['export', '4711', '--dry-run'])
  expect(code).toBe(1)
  expect(out).toMatch(/× the delivery would stop: title holds a channel’s name/)
  expect(err).toMatch(/would stop on its way to site/)
})

test('export --feeds writes what was exported as JSON Feed and RSS, and a kill as its withdrawal', async () => {
  const { project } = await open()
  const feeds = path.join(project.root, 'feeds')
  await approve(project, false)
  const items = () =>
    (
      JSON.parse(readFileSync(path.join(feeds, 'feed.json'), 'utf8')) as {
        items: { title: string }[]
      }
    ).items.map(({ title }) => title)
  expect((await run(project, ['export', '--feeds', feeds])).out).toMatch(/0 dispatches/)
  await act(project, { kind: 'exported', edition: 1 })
  expect((await run(project, ['export', '--feeds', feeds])).out).toMatch(/feed\.xml\n1 dispatch\n/)
  expect(items()).toEqual([english().headline])
  const rss = readFileSync(path.join(feeds, 'feed.xml'), 'utf8')
  expect(rss).toMatch(/^<\?xml/)
  expect(rss).not.toContain('canary')
  await act(project, { kind: 'kill', reason: 'Wrong.', edition: 2 })
  await run(project, ['export', '--feeds', feeds])
  expect(items()[0]).toMatch(/^Withdrawn/)
  expect(readFileSync(path.join(feeds, 'feed.xml'), 'utf8')).not.toContain('Wrong.')
})
