import { describe, expect, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { makeProject } from '../helpers/project.ts'
import { recordingConsole, run } from './helpers.ts'

const names = [
  'run',
  'check',
  'import',
  'import-archive',
  'wire',
  'story',
  'explain',
  'join',
  'part',
  'search',
  'channels',
  'draft',
  'stub',
  'export',
  'dump',
  'reanalyse',
  'stats',
  'status',
  'verify',
  'evidence',
  'backup',
  'restore',
]

const readers = names.filter((name) => name !== 'run')

function program() {
  const { console } = recordingConsole()
  return createProgram({
    console,
    env: {},
    clock: () => new Date(),
    signal: new AbortController().signal,
  })
}

describe('the command line', () => {
  test('has these commands, each described with all its options and arguments', () => {
    const { commands } = program()
    expect(commands.map((command) => command.name())).toEqual(names)
    for (const command of commands) {
      expect(command.description()).toMatch(/^\S.{10,}$/)
      for (const { description } of command.options) expect(description).not.toBe('')
      for (const { description } of command.registeredArguments) expect(description).not.toBe('')
    }
  })

  test.each(readers)('%s takes --json', (name) => {
    const command = program().commands.find((one) => one.name() === name)
    expect(command?.options.map(({ long }) => long)).toContain('--json')
  })

  test.each(names)('%s --help tells of --config and --db, with exit code 0', async (name) => {
    const { code, out } = await run(await makeProject(), [name, '--help'])
    expect(code).toBe(0)
    expect(out).toContain('--config <file>')
    expect(out).toContain('--db <file>')
  })

  test.each([
    [['wrie'], /unknown command 'wrie'\n\(Did you mean wire\?\)/],
    [['wire', '--limt', '3'], /unknown option '--limt'\n\(Did you mean --limit\?\)/],
    [['wire', '--limit', 'many'], /whole number/],
    [['wire', '--sourcing', 'rumour'], /single-source/],
    [['wire', '--hours', '-3'], /number of hours/],
    [['search', 'x', '--since', 'yesterday'], /2026-04-30/],
    [['story'], /missing required argument/],
    [['story', 'twelve'], /number of a story/],
    [['dump', 'everything'], /signals, links, stories, stubs/],
    [['import'], /missing required argument/],
    [['stub', '1', '--format', 'pdf'], /md, json, html/],
  ])('%j is wrong use: code 2, and what was expected', async (args, message) => {
    const { code, err, out } = await run(await makeProject(), args)
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(out).toBe('')
  })

  test.each(
    readers.filter((name) => !['check', 'import', 'import-archive', 'restore'].includes(name)),
  )('%s without a database says how to fill one, and makes none', async (name) => {
    const project = await makeProject()
    const args =
      {
        story: ['1'],
        stub: ['1'],
        evidence: ['1'],
        search: ['x'],
        explain: ['a/1', 'b/2'],
        join: ['a/1', 'b/2'],
        part: ['a/1', 'b/2'],
        dump: ['links'],
      }[name] ?? []
    const { code, err, out } = await run(project, [name, ...args])
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/no database at .*intake\.db yet\. Fill it with `npm start`/)
    expect((await run(project, ['wire'])).code).toBe(1)
  })

  test('without a command it shows the commands, as wrong use', async () => {
    const { console, errors } = recordingConsole()
    const { runCli } = await import('../../src/cli/run-cli.ts')
    const signal = new AbortController().signal
    const code = await runCli([], { console, env: {}, clock: () => new Date(), signal })
    expect(code).toBe(2)
    for (const name of names) expect(errors()).toContain(name)
  })
})
