import { describe, expect, test } from 'vitest'
import { checkMapping } from '../../src/export/targets/mapping.ts'
import { createTarget } from '../../src/export/targets/create-targets.ts'
import type { TargetConfig } from '../../src/config/export-target.ts'
import { DeliveryDesk, listening } from '../helpers/delivery-desk.ts'
import { GhostServer } from '../helpers/ghost-server.ts'
import { tempFolder } from '../helpers/temp-archive.ts'
import { WordPressServer } from '../helpers/wordpress-server.ts'

const clock = () => new Date()

async function wordpress(mapping: Extract<TargetConfig, { kind: 'wordpress' }>['mapping']) {
  const server = await listening(new WordPressServer())
  const { url: address, user } = server
  const config = { name: 'site', kind: 'wordpress', address, user, mapping } as const
  return { server, target: createTarget(config, server.secret, clock) }
}

async function ghost(mapping: Extract<TargetConfig, { kind: 'ghost' }>['mapping']) {
  const server = await listening(new GhostServer())
  const config = { name: 'site', kind: 'ghost', address: server.url, mapping } as const
  return { server, target: createTarget(config, server.key, clock) }
}

const nothing = { beats: {}, topics: {}, forms: {} }

describe('a new dispatch whose beat has no mapping', () => {
  const others = { World: 'world' }
  const makes = {
    wordpress: async () => (await wordpress({ ...nothing, beats: { World: 2 } })).target,
    ghost: async () => (await ghost({ ...nothing, beats: others })).target,
    superdesk: () => {
      const mapping = { ...nothing, beats: others }
      const config = { name: 'site', kind: 'superdesk', folder: tempFolder(), mapping } as const
      return Promise.resolve(createTarget(config, '', clock))
    },
  }
  test.each(Object.entries(makes))('stops on its way to %s, and is named', async (_kind, make) => {
    const desk = new DeliveryDesk([await make()])
    await desk.approve('First')
    await desk.settle()
    const { code, words } = desk.stopped[0]?.reason ?? {}
    expect(code).toBe('unmapped')
    expect(words).toMatch(/site has nothing for the beat "Statecraft": add it to the mapping/)
  })
})

test('goes out where the desk maps nothing of its kind', async () => {
  const { server, target } = await wordpress({ ...nothing, topics: { Political: 3 } })
  const desk = new DeliveryDesk([target])
  await desk.approve('First')
  await desk.settle()
  expect(server.standing()[0]?.categories).toEqual([3])
})

test('neither a correction nor a kill is held up by it', async () => {
  const { server, target } = await wordpress({ ...nothing, beats: { Statecraft: 2 } })
  const desk = new DeliveryDesk([target])
  await desk.approve('First')
  await desk.settle()
  Object.assign(target, {
    config: { ...targetConfig(target), mapping: { ...nothing, beats: { World: 2 } } },
  })
  await desk.correct('Second')
  await desk.settle()
  expect(server.standing().map(({ title }) => title)).toEqual(['Second'])
  await desk.kill()
  await desk.settle()
  expect(server.standing()).toEqual([])
})

const targetConfig = (target: object) => (target as { config: object }).config

describe('a check', () => {
  test('names each word whose category or tag is not in WordPress, also where two words are one', async () => {
    const { server, target } = await wordpress({
      beats: { Security: 99, World: 2 },
      topics: { Security: 98 },
      forms: { Dispatch: 7 },
    })
    const words = (await target.check()).map(({ level, words: said }) => `${level} ${said}`)
    expect(words).toContainEqual(expect.stringMatching(/^wrong "Security" \(beats\).* 99/))
    expect(words).toContainEqual(expect.stringMatching(/^wrong "Security" \(topics\).* 98/))
    expect(words).toContainEqual('ok all 1 mapped tags are there')
    expect(server.taken.every(({ method }) => method === 'GET')).toBe(true)
  })

  test('names each word whose tag is not in Ghost', async () => {
    const { target } = await ghost({ ...nothing, topics: { Political: 'nowhere' } })
    const wrong = (await target.check()).filter(({ level }) => level === 'wrong')
    expect(wrong.map(({ words }) => words)).toEqual([
      expect.stringMatching(/"Political" \(topics\) is mapped to the tag "nowhere"/),
    ])
  })

  test('tells what Superdesk’s ingest can’t be asked', async () => {
    const mapping = { ...nothing, beats: { World: 'w' } }
    const config = { name: 'site', kind: 'superdesk', folder: tempFolder(), mapping } as const
    const findings = await createTarget(config, '', clock).check()
    expect(findings.map(({ level }) => level)).toEqual(['ok', 'doubt'])
  })

  test('doubts a mapping that lacks words the desk uses, and one that is empty', () => {
    const said = { beats: ['World', 'Levant'], topics: ['Military'], forms: ['Dispatch'] }
    const mapping = { beats: { World: 1 }, topics: {}, forms: {} }
    expect(checkMapping(mapping, said)).toEqual([
      { level: 'doubt', words: expect.stringMatching(/beats "Levant"/) as string },
    ])
    expect(checkMapping(nothing, said)[0]?.words).toMatch(/nothing is mapped/)
    const whole = { ...nothing, beats: { World: 1, Levant: 2 } }
    expect(checkMapping(whole, said)).toEqual([])
  })
})
