import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '../../src/store/archive.ts'
import type { Edition } from '../../src/model/desk.ts'
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
async function approve({ root }: Project, stopped: boolean): Promise<void> {
  const archive = openArchive(path.join(root, 'data/intake.db'))
  const content = english()
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
    const reason = { code: 'touched', words: 'A person worked on it in site', difference }
    const [delivery] = await archive.outgoing.list({})
    await archive.outgoing.stop(delivery?.delivery ?? 0, reason, '2026-07-10T18:01:00Z')
  }
  archive.close()
}

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
