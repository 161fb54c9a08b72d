import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takeWriterLock } from '../../src/store/upkeep/writer-lock.ts'
import { makeProjectIn, type Project } from '../helpers/project.ts'
import { jsonLines, run } from './helpers.ts'

const longMs = 120_000
const quake = 'A strong earthquake shook the Kermanshah province tonight, 14 houses fell in Dalahu.'

let project: Project
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'intake-'))
  project = await makeProjectIn(folder)
  const file = path.join(folder, 'posts.jsonl')
  const line = (channel: string, id: number, at: string, text: string) =>
    `${JSON.stringify({ channel, id, at, text })}\n`
  writeFileSync(
    file,
    line('alpha_news', 7, '2026-07-10T10:00:00Z', quake) +
      line('beta_news', 3, '2026-07-10T10:05:00Z', 'Oman hosts new talks in Muscat on 14 May.') +
      line('gamma_news', 5, '2026-07-10T10:06:00Z', quake),
  )
  expect((await run(project, ['import', file])).code).toBe(0)
}, longMs)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const storyOf = async (number: string) =>
  jsonLines<{ signals: string[]; decisions: { kind: string; reason?: string }[] }>(
    (await run(project, ['story', number, '--json'])).out,
  )[0]

describe('join and part', () => {
  test('make one story of two for good, and tell so', async () => {
    const words = ['join', 'alpha_news/7', 'beta_news/3', '--reason', 'one source told me']
    const { code, out } = await run(project, words)
    expect(code).toBe(0)
    expect(out).toContain('alpha_news/7 and beta_news/3 are in one story, #1.')
    expect((await run(project, ['reanalyse'])).code).toBe(0)
    expect(await storyOf('1')).toMatchObject({
      signals: ['alpha_news/7', 'beta_news/3', 'gamma_news/5'],
      decisions: [{ kind: 'join', reason: 'one source told me' }],
    })
    const shown = await run(project, ['story', '1'])
    expect(shown.out).toContain('alpha_news/7 and beta_news/3: joined by an editor')
    const why = await run(project, ['explain', 'alpha_news/7', 'beta_news/3'])
    expect(why.out).toMatch(/one story +yes +#1: joined by an editor .*one source told me/)
  })

  test('a later part outweighs the join, and says so', async () => {
    const { out } = await run(project, ['part', 'https://t.me/alpha_news/7', '@beta_news/3'])
    expect(out).toMatch(/alpha_news\/7 is in #1, beta_news\/3 in #2\./)
    const why = await run(project, ['explain', 'alpha_news/7', 'beta_news/3'])
    expect(why.out).toMatch(/one story +no +#1 and #2: kept apart by an editor/)
  })

  test('are taken back, as if they had never been made; what nobody decided is told', async () => {
    const words = ['part', 'alpha_news/7', 'beta_news/3', '--withdraw']
    expect((await run(project, words)).out).toContain(
      'Taken back. alpha_news/7 and beta_news/3 are in one story, #1.',
    )
    const again = await run(project, words)
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringContaining('Nobody has decided to part'),
    ])
    expect((await run(project, ['join', 'beta_news/3', 'alpha_news/7', '--withdraw'])).out).toMatch(
      /Taken back\. beta_news\/3 is in #\d+, alpha_news\/7 in #1\./,
    )
    expect((await storyOf('1'))?.decisions).toEqual([])
  })

  test('tell that no decision undoes a link', async () => {
    const { out } = await run(project, ['part', 'alpha_news/7', 'gamma_news/5'])
    expect(out).toContain(
      'are in one story, #1. A forward, copy, citation or translation ties them',
    )
  })

  test('refuse one signal twice, and a database that a daemon holds', async () => {
    const twice = await run(project, ['join', 'alpha_news/7', 'alpha_news/7'])
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('two different signals')])
    const lock = takeWriterLock(path.join(project.root, 'data/intake.db'), 'the daemon (process 1)')
    const held = await run(project, ['part', 'alpha_news/7', 'beta_news/3'])
    lock.release()
    expect([held.code, held.err]).toEqual([1, expect.stringContaining('the daemon')])
  })
})
