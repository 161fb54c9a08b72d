import { describe, expect, it } from 'vitest'
import { checkConfig } from '../../src/config/load.ts'
import { configuredOutlets } from '../../src/intake/own-outlets.ts'
import { problemsOf, validYaml } from './helpers.ts'

const withOutlets = (lines: string) => `${validYaml}outlets:\n${lines}\n`

describe('outlets of the configuration', () => {
  it('have an id and names, handles or sites', () => {
    const { outlets } = checkConfig(
      'c.yaml',
      withOutlets('  - { id: harbourpost, names: [Harbour Post], domains: [harbourpost.example] }'),
    )
    expect(outlets).toEqual([
      {
        id: 'harbourpost',
        names: ['Harbour Post'],
        words: [],
        handles: [],
        domains: ['harbourpost.example'],
      },
    ])
    expect(checkConfig('c.yaml', validYaml).outlets).toEqual([])
  })

  it.each([
    ['  - { id: Harbour Post }', 'outlets[0].id', 'is not an outlet’s id'],
    ['  - { id: desk }', 'outlets[0].id', 'is the desk itself'],
    ['  - { id: ab, domains: ["https://a.example/x"] }', 'outlets[0].domains[0]', 'not a domain'],
    ['  - { id: ab, handles: ["@ab"] }', 'outlets[0].handles[0]', 'not a handle'],
    ['  - { id: ab, name: [Ab] }', 'outlets[0]', 'did you mean "names"?'],
    ['  - { names: [Ab] }', 'outlets[0].id', 'is missing'],
  ])('%s is refused with its line', (line, path, message) => {
    const [problem] = problemsOf(withOutlets(line))
    expect(problem).toMatchObject({ line: 10, path })
    expect(problem?.message).toContain(message)
  })

  it('are given once', () => {
    const [problem] = problemsOf(withOutlets('  - { id: ab }\n  - { id: ab }'))
    expect(problem).toMatchObject({ line: 11, path: 'outlets[1].id' })
  })

  it('come with the desk itself, by name, byline, accounts and site', () => {
    const { desk, outlets } = checkConfig(
      'c.yaml',
      validYaml.replace(
        'name: Desk',
        'name: The Harbour\n  site: https://www.harbour.example/wire\n  handles: [harbour_desk]',
      ),
    )
    expect(configuredOutlets({ desk, outlets })).toEqual([
      {
        slug: 'desk',
        names: ['The Harbour', 'The Desk'],
        words: ['Harbour'],
        handles: ['harbour_desk'],
        domains: ['harbour.example'],
      },
    ])
  })
})
