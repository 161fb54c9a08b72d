import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { describeLeaks } from '../../src/export/delivery/describe-run.ts'
import { dryRun, type DryRun } from '../../src/export/delivery/dry-run.ts'
import type { Leaving } from '../../src/export/targets/target.ts'
import { toVersion } from '../../src/export/to-version.ts'
import type { Edition } from '../../src/model/desk.ts'
import { DeliveryDesk } from '../helpers/delivery-desk.ts'
import type { Taken } from '../helpers/hostile.ts'
import { type World, worlds } from './target-worlds.ts'

interface Open {
  world: World
  desk: DeliveryDesk
  first?: Edition
}

/** Tries an edition before it is delivered, as the desk may. */
async function tryEdition({ world, desk, first }: Open, edition: Edition): Promise<DryRun> {
  const placement = await desk.archive.outgoing.placement(edition.dispatch, 'site')
  const version = toVersion(edition, first ?? edition)
  return dryRun(world.target, { version, approved: true }, placement, [])
}

const isWrite = ({ method }: Taken) => method !== 'GET' && method !== 'OPTIONS'

/** The requests as they came, so far as a dry run tells of them. */
function came({ method, headers, url, body }: Taken, { headers: told, to }: Leaving): Leaving {
  const shown = Object.keys(told).map((name) => [
    name,
    told[name] === '…' ? '…' : String(headers[name]),
  ])
  const origin = new URL(to.slice(method.length + 1)).origin
  return {
    to: `${method} ${origin}${url.pathname}${decodeURIComponent(url.search)}`,
    headers: Object.fromEntries(shown) as Record<string, string>,
    body,
  }
}

describe.each(Object.entries(worlds))('a dry run for the %s target', (_kind, make) => {
  test('shows to the byte what then leaves: a draft, a correction, a kill', async () => {
    const world = await make()
    const open: Open = { world, desk: new DeliveryDesk([world.target]) }
    const { desk } = open
    const deeds: string[] = []
    for (const step of [
      () => desk.approve('First'),
      () => desk.correct('Second'),
      () => desk.kill(),
    ]) {
      const edition = await step()
      open.first ??= edition
      const before = world.traffic()
      const run = await tryEdition(open, edition)
      expect(world.traffic()).toBe(before)
      const sent = world.server?.taken.length ?? 0
      await desk.settle()
      deeds.push(run.does)
      expect(run.leaving).not.toEqual([])
      if (world.server === undefined) {
        for (const { to, body } of run.leaving) expect(readFileSync(to, 'utf8')).toBe(body)
        continue
      }
      const [write, ...more] = world.server.taken.slice(sent).filter(isWrite)
      const [shown] = run.leaving
      if (write === undefined || shown === undefined) throw new Error('nothing left')
      // The second look sends to what can't be read once more, the very same.
      for (const again of more) expect(again.body).toBe(write.body)
      expect(withoutTime(shown)).toEqual(withoutTime(came(write, shown)))
    }
    expect(deeds).toEqual(['create', 'change', 'withdraw'])
  })

  test('shows no password, key or signature', async () => {
    const world = await make()
    const desk = new DeliveryDesk([world.target])
    const run = await tryEdition({ world, desk }, await desk.approve('First'))
    await desk.settle()
    const { authorization = '' } = world.server?.taken.find(isWrite)?.headers ?? {}
    const proofs = ['webhook-signature', 'x-superdesk-signature']
    const told = JSON.stringify(run)
    for (const { headers } of run.leaving)
      for (const name of ['authorization', ...proofs])
        expect([undefined, '…']).toContain(headers[name])
    if (authorization !== '') expect(told).not.toContain(authorization.split(' ')[1])
  })

  test('of a dispatch that was killed before it left shows that nothing would', async () => {
    const world = await make()
    const desk = new DeliveryDesk([world.target])
    const run = await tryEdition({ world, desk }, await desk.kill())
    expect(run).toMatchObject({ does: 'nothing', leaving: [] })
  })
})

/** The clock of a signed message goes on between the two. */
const withoutTime = ({ headers, ...rest }: Leaving) => ({
  ...rest,
  headers: { ...headers, 'webhook-timestamp': '' },
})

test('the verdict names field and kind, and never what was found', async () => {
  const world = await worlds.wordpress()
  const desk = new DeliveryDesk([world.target])
  const edition = await desk.approve('As Hidden Nest has it')
  const secret = { kind: 'title', form: 'name', text: 'Hidden Nest', within: [] } as const
  const version = toVersion(edition, edition)
  const run = dryRun(world.target, { version, approved: true }, undefined, [secret])
  expect(run.leaks).toContainEqual({ field: 'title', kind: 'title' })
  expect(describeLeaks(run)).toMatch(/title holds a channel’s title/)
  expect(describeLeaks(run)).not.toMatch(/hidden nest/i)
})

test('what the target would refuse is told before it is tried', async () => {
  const world = await worlds.wordpress()
  const desk = new DeliveryDesk([world.target])
  const edition = await desk.approve('x'.repeat(2000))
  const run = await tryEdition({ world, desk }, edition)
  expect(run).toMatchObject({ does: 'nothing', refused: { code: 'title-too-long' } })
})
