import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkConfig } from '../../src/config/load.ts'
import { makeProjectIn, type Project } from '../helpers/project.ts'
import { jsonLines, run } from './helpers.ts'

const longMs = 120_000
const posts = 40

let project: Project
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'intake-'))
  project = await makeProjectIn(folder)
  const line = (channel: string, id: number, minutes: number, text: string) =>
    `${JSON.stringify({ channel, id, at: new Date(Date.UTC(2026, 6, 3, 0, minutes)).toISOString(), text, title: `${channel} title` })}\n`
  const lines = Array.from({ length: posts }, (_, index) => {
    const text = `Ship ${index * 977} passed buoy ${index * 31} with ${index * 7} containers, the port office of berth ${index} reports today`
    return [
      line('alpha_news', index + 1, index * 30, `${text}\nTips: @harbour_tips_bot`),
      line('beta_news', index + 1, index * 30 + 5, `${text}\nTips: @harbour_tips_bot`),
      line('gamma_news', index + 1, index * 30 + 9, `Weather ${index} in the strait is fair`),
    ].join('')
  })
  const file = path.join(folder, 'posts.jsonl')
  writeFileSync(file, lines.join(''))
  expect((await run(project, ['import', file])).code).toBe(0)
}, longMs)
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('channels', () => {
  test('lists each with its posts, how often it was first, and whom it copies', async () => {
    const { code, out } = await run(project, ['channels'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /beta_news +40 .*beta_news title +not configured\n +first in 0 of \d+ stories/,
    )
    expect(out).toMatch(/copied alpha_news in \d+ of 40 posts, 5 min later/)
  })

  test('gives the same as JSON lines', async () => {
    const rows = jsonLines<{ channel: string; first: number }>(
      (await run(project, ['channels', '--json'])).out,
    )
    expect(rows.map(({ channel }) => channel)).toEqual(['alpha_news', 'beta_news', 'gamma_news'])
    expect(rows[0]).toMatchObject({ title: 'alpha_news title', owner: null })
    expect(rows[0]?.first).toBeGreaterThan(posts / 2)
  })

  test('suggests who has one owner, why, and lines that the configuration takes', async () => {
    const { out } = await run(project, ['channels', '--suggest-owners'])
    expect(out).toMatch(/^alpha_news, beta_news {2}\d\d % sure/)
    expect(out).toContain('both sign their posts with @harbour_tips_bot')
    expect(out).not.toContain('gamma_news')
    const lines = out.split('\n').filter((line) => line.startsWith('  - { id'))
    const yaml = readFileSync(project.config, 'utf8').replace(
      '\nchannels:\n',
      `\nchannels:\n${lines.join('\n')}\n`,
    )
    const { channels } = checkConfig('c.yaml', yaml)
    expect(channels.slice(0, 2).map(({ owner }) => owner)).toEqual([
      'beta_news_group',
      'beta_news_group',
    ])
    const json = await run(project, ['channels', '--suggest-owners', '--json'])
    expect(jsonLines(json.out)).toMatchObject([{ channels: ['alpha_news', 'beta_news'] }])
  })
})
