import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeProjectIn, type Project } from '../helpers/project.ts'
import { run } from './helpers.ts'

const longMs = 120_000
const quake =
  'زلزله شدیدی امشب استان کرمانشاه را لرزاند، ۱۴ خانه در روستای دالاهو فرو ریخت و گروه‌های امداد در راه هستند.'

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
      line('beta_news', 3, '2026-07-10T10:05:00Z', `${quake}\n\u001b[31mBeta`) +
      line('gamma_news', 5, '2026-07-10T10:06:00Z', 'Oman hosts new talks in Muscat on 14 May.'),
  )
  expect((await run(project, ['import', file])).code).toBe(0)
}, longMs)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('explain', () => {
  test('tells why a copy is linked, in one story and one origin', async () => {
    const { code, out } = await run(project, ['explain', 'alpha_news/7', 'beta_news/3'])
    expect(code).toBe(0)
    expect(out).toMatch(/linked +yes +copy: /)
    expect(out).toMatch(/one story +yes +#\d+/)
    expect(out).toMatch(/one origin +yes .*ch:alpha_news/)
    expect(out).toContain('beta_news/3 ─ copy → alpha_news/7')
  })

  test('keeps right-to-left words from turning what stands beside them, and passes no escapes on', async () => {
    const { out } = await run(project, ['explain', 'alpha_news/7', 'beta_news/3'])
    const lines = out.split('\n').filter((line) => line.includes('زلزله'))
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).toMatch(/\u2068.*زلزله.*\u2069/)
    expect(out).not.toContain('\u001b')
  })

  test('takes links as keys, in either order', async () => {
    const byKey = await run(project, ['explain', 'beta_news/3', 'gamma_news/5'])
    const byLink = await run(project, [
      'explain',
      'https://t.me/gamma_news/5',
      't.me/s/beta_news/3',
    ])
    expect(byLink.out).toBe(byKey.out)
    expect(byKey.out).toMatch(/one story +no +#\d+ and #\d+: /)
  })

  test('gives everything as JSON', async () => {
    const { out } = await run(project, ['explain', 'alpha_news/7', 'beta_news/3', '--json'])
    const explained = JSON.parse(out) as Record<string, unknown>
    expect(explained).toMatchObject({ gapMinutes: 5, story: { same: true } })
    expect(Object.keys(explained)).toEqual(
      expect.arrayContaining(['signals', 'path', 'text', 'likeness', 'origins', 'weighedBy']),
    )
  })

  test.each([
    [['alpha_mews/7', 'beta_news/3'], /Did you mean alpha_news\/7\?/],
    [['alpha_news/8', 'beta_news/3'], /no signal alpha_news\/8\. Did you mean alpha_news\/7\?/],
    [['alpha_news/999', 'beta_news/3'], /`search --channel alpha_news WORDS`/],
    [['zeta_unheard_of/1', 'beta_news/3'], /`channels` lists/],
    [['alpha_news', 'beta_news/3'], /names no signal: give channel\/number/],
    [['alpha_news/7', '@alpha_news/7'], /two different signals/],
  ])('%j fails and says what was meant', async (keys, message) => {
    const { code, err, out } = await run(project, ['explain', ...keys])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(message)
  })
})
