import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const at = '2026-07-03T09:00:00Z'
const later = '2026-07-03T09:30:00Z'
const text =
  'Two tugs out of Algeciras are heading to a container ship that lost power off Tarifa this morning.'

const rows: Record<string, object[]> = {
  langid: [
    { lang: 'ru', text: 'Сегодня утром в городе выпал первый снег.' },
    { lang: 'he', text: 'הבוקר ירד בעיר השלג הראשון.' },
  ],
  pairs: [
    { id: '1', lang: 'en', a: { text }, b: { text: `${text} No injuries.` }, label: 'same' },
    {
      id: '2',
      lang: 'en',
      a: { text },
      b: { text: 'The bank kept its rate.' },
      label: 'different',
    },
  ],
  clusters: [
    { id: 1, channel: 'alpha', at, lang: 'en', text, cluster: 'a' },
    { id: 2, channel: 'beta', at: later, lang: 'en', text: `${text} No injuries.`, cluster: 'a' },
  ],
  copies: [
    { channel: 'alpha', id: 1, at, text },
    {
      channel: 'beta',
      id: 2,
      at: later,
      text: `BREAKING ${text}`,
      copyOf: 'alpha/1',
      edit: 'prefix',
    },
  ],
  provenance: [
    {
      id: 'one',
      channels: [
        { id: 'alpha', title: 'Alpha' },
        { id: 'beta', title: 'Beta' },
      ],
      signals: [
        { channel: 'alpha', id: 1, at, text },
        { channel: 'beta', id: 2, at: later, text, forwardedFrom: { channel: 'alpha', id: 1 } },
      ],
      expect: {
        stories: [{ signals: ['alpha/1', 'beta/2'], origins: ['ch:alpha'], sourcing: 'echoed' }],
        links: [{ from: 'beta/2', to: 'alpha/1', kind: 'forward' }],
      },
    },
  ],
}

const expected: Record<string, object> = {
  langid: { n: 2, accuracy: 1 },
  pairs: { n: 2, merge: { precision: 1, recall: 1 } },
  clusters: { n: 2, b3: { precision: 1, recall: 1, f1: 1 } },
  copies: { n: 2, recall: 1, falseCopies: 0, variantsAsCopies: 0 },
  provenance: { n: 1, exact: 1, sourcing: 1, origins: 1, falseCorroboration: 0 },
}

describe('npm run bench', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'intake-bench-'))
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const bench = (...args: string[]) => {
    const output = execFileSync('npm', ['run', '-s', 'bench', '--', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Record<string, unknown>
  }

  it.each(Object.keys(rows))(
    'ends the %s bench with its figures',
    (kind) => {
      const file = join(folder, `${kind}.jsonl`)
      writeFileSync(file, (rows[kind] ?? []).map((row) => JSON.stringify(row)).join('\n'))
      expect(bench(kind, file)).toMatchObject(expected[kind] ?? {})
    },
    60_000,
  )

  it('ends the speed bench with every figure of its kind', () => {
    const figures = bench('speed', '--rows', '500')
    expect(Object.keys(figures)).toEqual([
      'n',
      'limitPerSecond',
      'intakePerSecond',
      'ratio',
      'ratioAtEnd',
      'cpuRatioAtEnd',
      'searchP50Ms',
      'searchP99Ms',
      'rssMb',
      'bytesPerSignal',
      'reloadSeconds',
    ])
  }, 60_000)

  it('ends the crash bench with nothing lost and nothing twice', () => {
    expect(bench('crash', '--rounds', '5')).toMatchObject({
      rounds: 5,
      settled: true,
      lost: 0,
      twice: 0,
      cursorPastUnstored: 0,
      halfStubs: 0,
      notAsStored: 0,
    })
  }, 420_000)

  it('ends the soak bench with every post stored once', () => {
    expect(bench('soak', '--minutes', '0.1', '--warm-up', '100')).toMatchObject({
      channels: 500,
      missing: 0,
      twice: 0,
    })
  }, 300_000)

  it('ends the replies bench with an answer to every kind of question', () => {
    const dir = join(folder, 'grown')
    expect(bench('replies', '--rows', '1000', '--times', '1', '--dir', dir)).toMatchObject({
      rows: 1000,
      kinds: 33,
      n: 33,
    })
  }, 300_000)

  it('answers wrong use with how to use it, and code 2', () => {
    expect(() => bench('nothing')).toThrow(/Usage: npm run bench/)
  })
})
