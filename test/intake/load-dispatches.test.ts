import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadDispatches } from '../../src/intake/load-dispatches.ts'
import { tempArchive, tempFolder } from '../helpers/temp-archive.ts'

const dispatch = {
  dispatch: 'd-1',
  at: '2026-06-21T10:00:00+03:00',
  headline: 'Talks go on',
  tldr: 'They talk.',
  text: 'They talk on.',
}

function write(...lines: string[]): string {
  const file = path.join(tempFolder(), 'dispatches.jsonl')
  writeFileSync(file, lines.join('\n'))
  return file
}

describe('the desk’s earlier dispatches', () => {
  test('are taken in once, with their times in UTC', async () => {
    const archive = tempArchive()
    const file = write(`\uFEFF${JSON.stringify(dispatch)}`, '')
    expect(await loadDispatches(file, archive)).toEqual({ changed: 1, problems: [] })
    expect(await loadDispatches(file, archive)).toEqual({ changed: 0, problems: [] })
    expect(await archive.dispatches.all()).toEqual([{ ...dispatch, at: '2026-06-21T07:00:00Z' }])
  })

  test('are taken in but for the lines that are wrong, which are named', async () => {
    const archive = tempArchive()
    const file = write(
      '{"dispatch":',
      JSON.stringify({ ...dispatch, at: 'yesterday' }),
      JSON.stringify({ ...dispatch, headline: undefined }),
      JSON.stringify(dispatch),
    )
    const { changed, problems } = await loadDispatches(file, archive)
    expect(changed).toBe(1)
    expect(problems).toEqual([
      `${file}:1: is not JSON`,
      `${file}:2: at: is not an ISO 8601 instant with its zone`,
      expect.stringContaining(`${file}:3: headline: `),
    ])
  })

  test('that are not there are a fault with the next step', async () => {
    await expect(loadDispatches('/nowhere.jsonl', tempArchive())).rejects.toThrow(
      /nowhere\.jsonl \(paths\.archive\) can't be read.*Put it there/,
    )
  })
})
