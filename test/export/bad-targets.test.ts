import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { TargetConfig } from '../../src/config/export-target.ts'
import { createTarget } from '../../src/export/targets/create-targets.ts'
import { DeliveryDesk, listening } from '../helpers/delivery-desk.ts'
import { GhostServer } from '../helpers/ghost-server.ts'
import { tempFolder } from '../helpers/temp-archive.ts'
import { WordPressServer } from '../helpers/wordpress-server.ts'

const clock = () => new Date()
const mapping = { beats: {}, topics: {}, forms: {} }

async function wordpress(config: Partial<Extract<TargetConfig, { kind: 'wordpress' }>> = {}) {
  const server = await listening(new WordPressServer())
  const whole = {
    name: 'site',
    kind: 'wordpress' as const,
    address: server.url,
    user: 'intake',
    mapping,
    ...config,
  }
  const target = createTarget(whole, server.secret, clock)
  return { server, target, desk: new DeliveryDesk([target]) }
}

async function ghost() {
  const server = await listening(new GhostServer())
  const target = createTarget(
    { name: 'site', kind: 'ghost', address: server.url, mapping },
    server.key,
    clock,
  )
  return { server, target, desk: new DeliveryDesk([target]) }
}

const why = ({ stopped }: DeliveryDesk) => stopped.at(-1)?.reason

describe('a WordPress', () => {
  test('whose role was taken away is told apart from a wrong password', async () => {
    const { server, desk, target } = await wordpress()
    server.role = 'subscriber'
    expect(await target.check()).toContainEqual(expect.objectContaining({ level: 'wrong' }))
    await desk.approve('First')
    await desk.settle()
    expect(await desk.states()).toEqual(['stopped unauthorised'])
    server.role = 'contributor'
    await desk.archive.outgoing.resume({})
    await desk.settle()
    expect(server.standing()).toHaveLength(1)
  })

  test('whose account could publish is doubted, and is sent drafts all the same', async () => {
    const { server, desk, target } = await wordpress()
    server.role = 'editor'
    expect((await target.check()).map(({ level }) => level)).toContain('doubt')
    await desk.approve('First')
    await desk.settle()
    expect(server.standing().map(({ status }) => status)).toEqual(['draft'])
  })

  test('that does not know a category is sent nothing, and the id is named', async () => {
    const { server, desk, target } = await wordpress({
      mapping: { ...mapping, beats: { Statecraft: 99 } },
    })
    const [wrong] = (await target.check()).filter(({ level }) => level === 'wrong')
    expect(wrong?.words).toContain('categories 99')
    await desk.approve('First')
    await desk.settle()
    expect(why(desk)?.words).toContain('99')
    expect(server.posts.size).toBe(0)
    server.terms.categories.add(99)
    await desk.archive.outgoing.resume({})
    await desk.settle()
    expect(server.standing()[0]?.categories).toEqual([99])
  })

  test('that strips what it is sent stops the delivery, and shows what became of it', async () => {
    const { server, desk } = await wordpress()
    server.filter = (html) => html.replace(/<ul>[\s\S]*?<\/ul>/g, '')
    await desk.approve('First')
    await desk.settle()
    expect(why(desk)?.code).toBe('altered')
    expect(why(desk)?.difference?.map(({ field }) => field)).toEqual(['content'])
    expect(server.standing()).toHaveLength(1)
    server.filter = (html) => html
    await desk.archive.outgoing.resume({})
    await desk.settle()
    expect(await desk.states()).toEqual(['done'])
    expect(server.standing()).toHaveLength(1)
  })

  test('in which another post has the slug keeps both apart', async () => {
    const { server, desk } = await wordpress()
    await desk.approve('First')
    await desk.settle()
    const [ours] = server.standing()
    const other = { ...server.posts.get(1), id: 77, title: 'Another', content: '<p>Another.</p>' }
    server.posts.clear()
    server.posts.set(77, other as never)
    const fresh = new DeliveryDesk([
      createTarget(
        { name: 'site', kind: 'wordpress', address: server.url, user: 'intake', mapping },
        server.secret,
        clock,
      ),
    ])
    await fresh.approve('First')
    await fresh.settle()
    expect(ours?.slug).toBe(other.slug)
    expect(server.posts.get(77)?.title).toBe('Another')
    expect(why(fresh)?.code).toBe('taken')
    expect(why(fresh)?.words).toMatch(/another's post.*give it another slug.*resume/)
  })

  test('takes up again what a correction brings back after a kill', async () => {
    const { server, desk } = await wordpress()
    await desk.approve('First')
    await desk.settle()
    await desk.kill()
    await desk.settle()
    expect(server.standing()).toEqual([])
    await desk.correct('Second')
    await desk.settle()
    expect(server.standing().map(({ title, status }) => [title, status])).toEqual([
      ['Second', 'draft'],
    ])
    expect(server.posts.size).toBe(1)
  })
})

describe('a Ghost', () => {
  test('whose clock is ten minutes off makes the clock the cause, not the key', async () => {
    const { server, desk, target } = await ghost()
    server.skewSeconds = 600
    expect((await target.check())[0]?.words).toMatch(/clock is \d+ s behind/)
    await desk.approve('First')
    await desk.settle()
    expect(why(desk)?.code).toBe('clock')
    server.skewSeconds = 0
    await desk.archive.outgoing.resume({})
    await desk.settle()
    expect(server.posts.size).toBe(1)
  })

  test('that was edited within the same second is not written over', async () => {
    const { server, desk } = await ghost()
    await desk.approve('First')
    await desk.settle()
    const [post] = server.posts.values()
    Object.assign(post ?? {}, { html: '<p>As the editor has it.</p>' })
    await desk.correct('Second')
    await desk.settle()
    expect(why(desk)?.code).toBe('touched')
    expect(post?.html).toContain('As the editor')
  })

  test('carries nothing of the dispatch but its opaque id in what the public can read', async () => {
    const { server, desk } = await ghost()
    await desk.approve('First')
    await desk.settle()
    expect([...server.posts.values()][0]?.tags).toEqual(['hash-dispatch-k7q2m9x4'])
  })

  test('gets a summary that fits, cut between sentences', async () => {
    const { server, desk } = await ghost()
    await desk.approve('First')
    await desk.settle()
    const [post] = server.posts.values()
    expect(post?.custom_excerpt?.length).toBeLessThanOrEqual(300)
    expect(post?.custom_excerpt).toMatch(/[.…]$/)
  })

  test('with a key that is none is told before anything is sent', async () => {
    const server = await listening(new GhostServer())
    const target = createTarget(
      { name: 'site', kind: 'ghost', address: server.url, mapping },
      'nonsense',
      clock,
    )
    const [finding] = await target.check()
    expect(finding?.words).toMatch(/no Admin API key/)
    expect(server.taken).toEqual([])
  })
})

describe('a folder', () => {
  test('half written by a crash is finished, not taken for a person’s work', async () => {
    const root = path.join(tempFolder(), 'dispatches')
    mkdirSync(root)
    chmodSync(root, 0o755)
    const target = createTarget({ name: 'files', kind: 'folder', folder: root }, '', clock)
    const desk = new DeliveryDesk([target])
    await desk.approve('First')
    await desk.settle()
    const second = await desk.correct('Second')
    const { toVersion } = await import('../../src/export/to-version.ts')
    const packed = target.pack(toVersion(second, second))
    if (packed.kind !== 'done') throw new Error('not packed')
    writeFileSync(
      path.join(root, packed.value.slug, 'dispatch.json'),
      packed.value.fields['dispatch.json'] ?? '',
    )
    await desk.settle()
    expect(await desk.states()).toEqual(['done', 'done'])
  })
})

test('what is no longer in the config is told, and goes on when it is back', async () => {
  const { target, server } = await wordpress()
  const desk = new DeliveryDesk([target])
  await desk.approve('First')
  Object.assign(target, { name: 'renamed' })
  await desk.settle()
  expect(why(desk)?.code).toBe('unknown-target')
  Object.assign(target, { name: 'site' })
  await desk.archive.outgoing.resume({})
  await desk.settle()
  expect(server.standing()).toHaveLength(1)
})
