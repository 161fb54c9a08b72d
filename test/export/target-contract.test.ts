import { describe, expect, test } from 'vitest'
import { DeliveryDesk } from '../helpers/delivery-desk.ts'
import type { Mishap } from '../helpers/hostile.ts'
import { type World, worlds } from './target-worlds.ts'

const writes = ({ server }: World) =>
  server?.taken.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS').length ?? 0

/** A world and a desk that delivers to it. */
async function open(make: () => Promise<World>) {
  const world = await make()
  return { world, desk: new DeliveryDesk([world.target]) }
}

describe.each(Object.entries(worlds))('the %s target', (_kind, make) => {
  test('holds an approved dispatch once, and the desk hears of it once', async () => {
    const { world, desk } = await open(make)
    await desk.approve('Ceasefire talks resume')
    await desk.settle()
    expect(world.titles()).toEqual(['Ceasefire talks resume'])
    expect(desk.exported).toEqual(['k7q2m9x4 1'])
    expect(await desk.states()).toEqual(['done'])
  })

  test('is asked to publish nothing, whatever is delivered', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    await desk.correct('Second')
    await desk.settle()
    await desk.kill()
    await desk.settle()
    expect(world.publishedByUs()).toBe(false)
  })

  test('follows a correction, and holds the dispatch once', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    await desk.correct('Second')
    await desk.settle()
    expect(world.titles()).toEqual(['Second'])
    expect(desk.exported).toEqual(['k7q2m9x4 1', 'k7q2m9x4 2'])
  })

  test('gets the last of several editions that wait, and none before it', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.correct('Second')
    await desk.correct('Third')
    await desk.settle()
    expect(world.titles()).toEqual(['Third'])
    expect(world.traffic()).not.toContain('Second')
    expect(await desk.states()).toEqual(['done', 'superseded', 'superseded'])
    expect(desk.exported).toEqual(['k7q2m9x4 3'])
  })

  test('withdraws on a kill', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    await desk.kill()
    await desk.settle()
    expect(world.titles()).toEqual([])
    expect(desk.exported).toEqual(['k7q2m9x4 1', 'k7q2m9x4 2'])
  })

  test('holds nothing of a dispatch that was killed before it left', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.kill()
    await desk.settle()
    expect(world.titles()).toEqual([])
    expect(await desk.states()).toEqual(['done', 'superseded'])
  })

  test('makes no second one when the process died before it could note the first', async () => {
    const { world, desk } = await open(make)
    const { outgoing } = desk.archive
    const finish = outgoing.finish.bind(outgoing)
    await desk.approve('First')
    outgoing.finish = () => new Promise(() => undefined)
    void desk.deliverer.run()
    await expect.poll(() => world.titles()).toEqual(['First'])
    outgoing.finish = finish
    await desk.settle()
    expect(world.titles()).toEqual(['First'])
    expect(await desk.states()).toEqual(['done'])
  })

  test('makes no second one when a correction overtakes one whose outcome is not known', async () => {
    const { world, desk } = await open(make)
    const { outgoing } = desk.archive
    const finish = outgoing.finish.bind(outgoing)
    await desk.approve('First')
    outgoing.finish = () => new Promise(() => undefined)
    void desk.deliverer.run()
    await expect.poll(() => world.titles()).toEqual(['First'])
    outgoing.finish = finish
    await desk.correct('Second')
    await desk.settle()
    expect(world.titles()).toEqual(['Second'])
  })

  test('gets nothing when something internal stands in what would leave', async () => {
    const world = await make()
    const desk = new DeliveryDesk([world.target], {
      scan: (_edition, { fields }) =>
        Promise.resolve(Object.keys(fields).filter((name) => fields[name]?.includes('canary_x'))),
    })
    await desk.approve('Seen by canary_x first')
    await desk.settle()
    expect(world.titles()).toEqual([])
    expect(world.traffic()).not.toContain('canary_x')
    expect(desk.stopped).toHaveLength(1)
    const [stopped] = desk.stopped
    expect(stopped?.reason?.code).toBe('leak')
    expect(stopped?.reason?.words).toMatch(/title|body|item|dispatch\.json/)
    expect(JSON.stringify(stopped) + desk.log.join('')).not.toContain('canary_x')
  })

  test('is checked without a byte written', async () => {
    const { world } = await open(make)
    const findings = await world.target.check()
    expect(findings.map(({ level }) => level)).not.toContain('wrong')
    expect(findings.length).toBeGreaterThan(0)
    expect(writes(world)).toBe(0)
    expect(world.titles()).toEqual([])
  })
})

const withServer = Object.entries(worlds).filter(([kind]) => !kind.includes('folder'))

const passing: [string, Mishap][] = [
  ['drops the connection', 'drop'],
  ['drops its answer', 'drop-answer'],
  ['gives half an answer', 'half'],
  ['does it twice', 'repeat'],
  ['does it after the connection is cut', { lateMs: 200 }],
  ['answers late', { delayMs: 200 }],
  ['answers 429', { status: 429, headers: { 'retry-after': '120' } }],
  ['answers 500', { status: 500, body: 'oops' }],
  ['answers 503', { status: 503, headers: { 'retry-after': '60' } }],
]

describe.each(withServer)('the %s target, over a bad line', (_kind, make) => {
  test.each(passing)('holds it once in the end when it %s', async (_what, mishap) => {
    const { world, desk } = await open(make)
    for (const headline of ['First', 'Second']) {
      if (headline === 'First') await desk.approve(headline)
      else await desk.correct(headline)
      let struck = false
      if (world.server)
        world.server.mishapOf = ({ method }) => {
          if (method === 'GET' || struck) return undefined
          struck = true
          return mishap
        }
      await desk.deliverer.run()
      await world.server?.settled()
      await desk.settle()
      expect(struck).toBe(true)
      expect(world.titles()).toEqual([headline])
    }
    expect(await desk.states()).toEqual(['done', 'done'])
  })

  test('is left alone for as long as it asks', async () => {
    const { world, desk } = await open(make)
    const { server } = world
    if (server) server.mishapOf = () => ({ status: 429, headers: { 'retry-after': '600' } })
    await desk.approve('First')
    await desk.deliverer.run()
    const asked = server?.taken.length
    desk.pass(500_000)
    await desk.deliverer.run()
    expect(server?.taken.length).toBe(asked)
    expect(await desk.states()).toEqual(['sending throttled'])
    if (server) server.mishapOf = () => undefined
    await desk.settle()
    expect(world.titles()).toEqual(['First'])
  })

  const lasting: [string, Mishap, RegExp][] = [
    ['login-page', { status: 302, headers: { location: '/wp-login.php?next=x' } }, /login page/],
    ['moved', { status: 301, headers: { location: 'https://other.example/' } }, /other\.example/],
    ['too-large', { status: 413 }, /larger than the target takes/],
  ]

  test.each(lasting)(
    'stops at %s, says why, and goes on when resumed',
    async (code, mishap, words) => {
      const { world, desk } = await open(make)
      if (world.server) world.server.mishapOf = () => mishap
      await desk.approve('First')
      await desk.settle()
      expect(await desk.states()).toEqual([`stopped ${code}`])
      expect(desk.stopped[0]?.reason?.words).toMatch(words)
      if (world.server) world.server.mishapOf = () => undefined
      expect(await desk.archive.outgoing.resume({})).toHaveLength(1)
      await desk.settle()
      expect(world.titles()).toEqual(['First'])
      expect(await desk.states()).toEqual(['done'])
    },
  )

  test('stops at a wrong secret, and says which to set', async () => {
    const { locked, target } = await make()
    const desk = new DeliveryDesk([locked ?? target])
    await desk.approve('First')
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped unauthorised'])
    expect(desk.stopped[0]?.reason?.words).toMatch(/password|key|secret/)
  })
})

const some = <K extends keyof typeof worlds>(...kinds: K[]) =>
  kinds.map((kind) => [kind, worlds[kind]] as const)

/** Where Intake sees what became of a dispatch. */
const withPerson = some('folder', 'wordpress', 'ghost')
/** Where it also sees that it was published. */
const withPublishing = some('wordpress', 'ghost')
/** Where what was deleted can stand in a trash. */
const withTrash = some('wordpress')

describe.each(withPerson)('the %s target, where a person', (_kind, make) => {
  test('worked on it, is not overwritten, and the desk is shown both texts', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    world.person?.edit()
    const before = world.traffic()
    await desk.correct('Second')
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped touched', 'done'])
    const shown = JSON.stringify(desk.stopped[0]?.reason?.difference)
    expect(shown).toContain('As the editor has it')
    expect(shown).toMatch(/Second|Patriot/)
    const news = world.traffic().slice(before.length)
    expect(news).not.toMatch(/^(POST|PUT|DELETE)/m)
  })

  test('worked on it, is not killed over it', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    world.person?.edit()
    await desk.kill()
    await desk.settle()
    expect(world.titles()).toHaveLength(1)
    expect(await desk.states()).toEqual(['stopped touched', 'done'])
  })

  test('deleted it, is made again only when resumed', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    world.person?.remove()
    await desk.correct('Second')
    await desk.settle()
    expect(world.titles()).toEqual([])
    expect(await desk.states()).toEqual(['stopped gone', 'done'])
    await desk.archive.outgoing.resume({})
    await desk.settle()
    expect(world.titles()).toEqual(['Second'])
  })
})

describe.each(withPublishing)('the %s target, where a person', (_kind, make) => {
  test('brought the correction in by hand, is found in order when resumed', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    world.person?.publish?.()
    await desk.correct('Second')
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped published', 'done'])
    expect(world.titles()).toEqual(['First'])
    expect(JSON.stringify(desk.stopped[0]?.reason?.difference)).toMatch(/Second.*First/)
  })

  test('published it, is told of a kill and keeps what stands', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    world.person?.publish?.()
    await desk.kill()
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped published', 'done'])
    expect(world.titles()).toEqual(['First'])
    world.person?.remove()
    await desk.archive.outgoing.resume({})
    await desk.settle()
    expect(await desk.states()).toEqual(['done', 'done'])
  })
})

describe.each(withTrash)('the %s target, where a person', (_kind, make) => {
  test('put it into the trash, finds no second one beside it', async () => {
    const { world, desk } = await open(make)
    await desk.approve('First')
    await desk.settle()
    world.person?.trash?.()
    await desk.correct('Second')
    await desk.settle()
    expect(world.titles()).toEqual([])
    expect(await desk.states()).toEqual(['stopped trashed', 'done'])
  })
})
