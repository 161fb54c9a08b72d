import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeConfig } from '../../src/config/describe.ts'
import { checkConfig, loadConfig } from '../../src/config/load.ts'
import { secretValues } from '../../src/config/secrets.ts'
import { makeFolder, problemsOf, validYaml } from './helpers.ts'

const withTargets = (...targets: string[]) =>
  `${validYaml}export:\n  targets:\n${targets.map((target) => `    - ${target}\n`).join('')}`

const wordpress = "{ name: my-site, kind: wordpress, address: 'https://a.example', user: intake }"

describe('export targets', () => {
  it('are none where nothing is said of them', () => {
    expect(checkConfig('c.yaml', validYaml).export.targets).toEqual([])
  })

  it.each([
    ['{ name: My Site, kind: folder, folder: x }', /is not a target’s name/],
    ['{ name: a, kind: drupal }', /not one of the choices/],
    ['{ name: a, kind: superdesk }', /needs either folder or address/],
    ["{ name: a, kind: superdesk, folder: x, address: 'https://a.example' }", /needs either/],
    ["{ name: a, kind: webhook, address: 'ftp://a.example' }", /web address/],
    [
      "{ name: a, kind: webhook, address: 'https://a.example', password: x }",
      /secrets stand in \.env/,
    ],
  ])('are refused as in %s', (target, message) => {
    expect(
      problemsOf(withTargets(target))
        .map((problem) => problem.message)
        .join('\n'),
    ).toMatch(message)
  })

  it('have one name each', () => {
    const [problem] = problemsOf(
      withTargets(wordpress, '{ name: my-site, kind: folder, folder: x }'),
    )
    expect(problem?.message).toMatch(/is the same as export\.targets\[0\]\.name/)
  })

  it.each([
    ['a Ghost key', `${'a1'.repeat(12)}:${'b2'.repeat(32)}`],
    ['a webhook’s secret', 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    ['an application password', 'abcd EFGH 1234 mnop qrst uvwx'],
    ['a password in an address', 'https://dana:hunter2@a.example'],
  ])('may not hold %s, which is not repeated', (_what, secret) => {
    const text = withTargets(
      `{ name: a, kind: wordpress, address: '${secret}', user: '${secret}' }`,
    )
    const messages = problemsOf(text).map((problem) => problem.message)
    expect(messages.join('\n')).toMatch(/move it into \.env as INTAKE_TARGET_<NAME>_SECRET/)
  })

  it('take their secrets from the environment, and tell which are missing', () => {
    const folder = makeFolder()
    const file = path.join(folder, 'desk.yaml')
    writeFileSync(file, withTargets(wordpress))
    const bare = loadConfig(file, {})
    expect(describeConfig(bare.config, bare.secrets).secrets).toContainEqual({
      name: 'INTAKE_TARGET_MY_SITE_SECRET',
      present: false,
      off: 'target my-site',
    })
    const { config, secrets } = loadConfig(file, { INTAKE_TARGET_MY_SITE_SECRET: 'open sesame' })
    expect(secretValues(secrets)).toEqual(['open sesame'])
    expect(JSON.stringify(describeConfig(config, secrets))).not.toContain('sesame')
  })

  it('over plain http are doubted, but on this machine', () => {
    const folder = makeFolder()
    const doubts = (address: string) => {
      const file = path.join(folder, 'desk.yaml')
      writeFileSync(file, withTargets(wordpress.replace('https://a.example', address)))
      const { config, secrets } = loadConfig(file, {})
      return describeConfig(config, secrets).warnings.filter((one) => one.path.startsWith('export'))
    }
    expect(doubts('http://a.example')).toHaveLength(1)
    expect(doubts('http://127.0.0.1:8080')).toEqual([])
  })
})
