import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const commands = Array.from(readme.matchAll(/^```sh\n([\s\S]*?)^```/gm), ([, block]) => block ?? '')
  .flatMap((block) => block.split('\n'))
  .filter((line) => line !== '')
const intake = commands.filter((line) => line.startsWith('npm run -s intake'))

describe('the README', () => {
  let checkout: string
  const run = (command: string) =>
    execFileSync('sh', ['-c', command], { cwd: checkout, encoding: 'utf8', stdio: 'pipe' })

  beforeAll(() => {
    checkout = mkdtempSync(join(tmpdir(), 'intake-readme-'))
    for (const part of ['src', 'config', 'data', 'package.json', 'tsconfig.json']) {
      const isNoDatabase = (path: string) => !/\.db(-|$)/.test(path)
      cpSync(part, join(checkout, part), { recursive: true, filter: isNoDatabase })
    }
    symlinkSync(resolve('node_modules'), join(checkout, 'node_modules'))
    run('npm run -s intake -- import data/sample/sample_*.jsonl')
  }, 120_000)
  afterAll(() => {
    rmSync(checkout, { recursive: true })
  })

  it.each(intake)(
    'runs: %s',
    (command) => {
      expect(run(command)).not.toBe('')
    },
    60_000,
  )

  it('names no other commands than start and test, which other tests and CI run', () => {
    const others = commands.filter((line) => !intake.includes(line))
    expect(others).toEqual(['npm ci && npm start', 'npm ci && npm test'])
    expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm ci && npm test$/m)
  })

  it('documents every command there is', () => {
    const help = run('npm run -s intake -- --help')
    const offered = Array.from(help.matchAll(/^ {2}([a-z]+) /gm), ([, name]) => name ?? '')
    const documented = Array.from(readme.matchAll(/^\| `([a-z]+)/gm), ([, name]) => name ?? '')
    expect(offered.filter((name) => name !== 'help' && !documented.includes(name))).toEqual([])
    expect(offered.length).toBeGreaterThan(10)
  })
})
