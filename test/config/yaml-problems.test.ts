import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/config/config-error.ts'
import { checkConfig } from '../../src/config/load.ts'
import { problemsOf, validYaml } from './helpers.ts'

describe('a config file that is not sound YAML', () => {
  it.each([
    ['a bracket that is not closed', 'channels:\n  - [1', 2, 'is not YAML here'],
    ['a tab as indentation', 'desk:\n\tname: x', 2, 'Tabs are not allowed'],
    ['a second document', `${validYaml}---\nmore: 1\n`, 9, 'second document'],
  ])('names the line of %s', (_, text, line, message) => {
    const [problem] = problemsOf(text)
    expect(problem?.line).toBe(line)
    expect(problem?.message).toContain(message)
  })

  it.each(['', '# only a comment\n', '~'])('says that %j is empty', (text) => {
    expect(
      problemsOf(text)
        .map(({ message }) => message)
        .join(),
    ).toContain('is empty')
  })

  it.each(['- 1', 'just words', '42'])('says that %j is no group of keys', (text) => {
    expect(problemsOf(text)[0]?.message).toContain('expected a group of keys')
  })

  it('names a key that is given twice, and what else is wrong', () => {
    const problems = problemsOf(`${validYaml}paths:\n  databse: x\npaths:\n  outbux: y\n`)
    expect(problems.map(({ line, path }) => [line, path])).toEqual([
      [11, ''],
      [12, 'paths'],
    ])
    expect(problems[0]?.message).toContain('the key "paths" is given twice')
    expect(problems[1]?.message).toContain('did you mean "outbox"?')
  })

  it('refuses an anchor that stands inside itself, in finite time', () => {
    expect(problemsOf('a: &x [*x]').length).toBeGreaterThan(0)
  })

  it('refuses aliases that multiply', () => {
    const level = (name: string, of: string) =>
      `${name}: &${name} [${Array(9).fill(`*${of}`).join(',')}]\n`
    const bomb = `a: &a [x]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}${level('e', 'd')}`
    expect(problemsOf(bomb)[0]?.message).toContain('cannot be read')
  })

  it('reads anchors used in good faith, and names the line of what is wrong behind one', () => {
    const shared = `${validYaml}  - id: two\n    title: Two\n    source: &s { kind: feed, address: nope }\n  - id: three\n    title: Three\n    source: *s\n`
    expect(() => checkConfig('c.yaml', shared)).toThrow(ConfigError)
    expect(problemsOf(shared)[0]).toMatchObject({ line: 11, path: 'channels[1].source.address' })
  })

  it('answers any mutilation of a good file with problems or a configuration, never a crash', () => {
    const cut = fc.record({
      from: fc.nat(validYaml.length),
      length: fc.nat(40),
      put: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('- ', '*x', '{', '\n', '<<: '),
      ),
    })
    fc.assert(
      fc.property(cut, ({ from, length, put }) => {
        const text = validYaml.slice(0, from) + put + validYaml.slice(from + length)
        for (const { line } of problemsOf(text)) {
          expect(line === undefined || (line > 0 && line <= text.split('\n').length)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})
