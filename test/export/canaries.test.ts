import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scanParcel } from '../../src/jobs/scan-parcel.ts'
import { tryExport } from '../../src/jobs/try-export.ts'
import { writeFeeds } from '../../src/jobs/write-feeds.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { StubAct } from '../../src/model/desk.ts'
import { DeliveryDesk } from '../helpers/delivery-desk.ts'
import { makeEdition } from '../helpers/make-edition.ts'
import { makeChannel } from '../helpers/make-story.ts'
import { tempArchive, tempFolder } from '../helpers/temp-archive.ts'
import { english } from './stub-cases.ts'
import { worlds } from './target-worlds.ts'

const canary = (name: string) => `canary${name}`

/** The stub with a word of its own in every field that stays inside. */
function stuffed() {
  const stub = english()
  const span = { signal: `${canary('span')}/7` as const, from: 0, to: 4 }
  return {
    ...stub,
    signals: [`${canary('signals')}/1` as const, ...stub.signals],
    tldr: stub.tldr.map((sentence) => ({ ...sentence, spans: [span] })),
    body: stub.body.map((paragraph) => paragraph.map((one) => ({ ...one, spans: [span] }))),
    quotations: stub.quotations.map((one) => ({ ...one, span })),
    prior: stub.prior.map((one) => ({ ...one, dispatch: canary('prior') })),
    related: stub.related.map((one) => ({ ...one, dispatch: canary('related') })),
    conflicts: [
      {
        detail: 'killed',
        values: [
          {
            value: '2',
            signals: [`${canary('conflict')}/3` as const],
            origins: [`ch:${canary('origin')}` as const],
          },
        ],
      },
    ],
  }
}

test.each(Object.entries(worlds))(
  'nothing of the inside of a stub is in the traffic, the log or the reasons of the %s target',
  async (_kind, make) => {
    const world = await make()
    const desk = new DeliveryDesk([world.target], { stub: stuffed() })
    await desk.approve('First')
    await desk.settle()
    await desk.correct('Second')
    if (world.server)
      world.server.mishapOf = () => ({ status: 400, body: '{"code":"x","message":"no"}' })
    await desk.settle()
    if (world.server) world.server.mishapOf = () => undefined
    await desk.archive.outgoing.resume({})
    await desk.settle()
    await desk.kill()
    await desk.settle()
    const told = [world.traffic(), desk.log.join(''), JSON.stringify(desk.stopped)].join('\n')
    expect(told).toContain('stands in site')
    expect(told.toLowerCase()).not.toContain('canary')
    expect(JSON.stringify(await desk.archive.outgoing.list({}))).not.toContain('canary')
  },
)

test('nothing of the inside of a stub is in a dry run or in the feeds', async () => {
  const archive = tempArchive()
  const stub = stuffed()
  await archive.stubs.save([stub])
  const channels = new ChannelBook([
    makeChannel(canary('signals'), { title: canary('title') }),
    makeChannel('osintdefender', { title: 'OSINTdefender', nameable: true }),
  ])
  const edition = makeEdition(stub, { note: canary('note') })
  const acts: StubAct[] = [
    { kind: 'approve', dispatch: edition.dispatch, edition: 1 },
    { kind: 'exported', edition: 1 },
  ]
  for (const content of acts)
    await archive.desk.append({
      act: { at: edition.at, by: 1, name: canary('member'), stub: stub.stub, content },
      ...(content.kind === 'approve' ? { edition, targets: [] } : {}),
    })
  const targets = (await Promise.all(Object.values(worlds).map((make) => make()))).map(
    ({ target }) => target,
  )
  const deps = { archive, targets, channels, members: [], clock: () => new Date() }
  const runs = await tryExport(stub.stub, deps)
  expect(runs).toHaveLength(targets.length)
  const folder = tempFolder()
  const { files } = await writeFeeds(folder, { ...deps, feed: { title: 'The Wire' } })
  const told = [JSON.stringify(runs), ...files.map((file) => readFileSync(file, 'utf8'))]
  for (const text of told) {
    expect(text).toContain(stub.headline.slice(0, 40))
    expect(text.toLowerCase()).not.toContain('canary')
  }
})

test('a channel’s title, id or key in a text stops the delivery, unless it was named', async () => {
  const channels = new ChannelBook([makeChannel('hidden_one', { title: 'The Hidden One' })])
  const stub = { ...english(), signals: ['hidden_one/5' as const] }
  const archive = tempArchive()
  for (const headline of ['As hidden_one says', 'The  HIDDEN one says', 'See t.me/hidden_one/5']) {
    const world = await worlds.wordpress()
    const desk = new DeliveryDesk([world.target], {
      stub,
      scan: (edition, parcel) =>
        scanParcel(edition, parcel, { archive, channels, members: () => [] }),
    })
    await desk.approve(headline)
    await desk.settle()
    expect(desk.stopped[0]?.reason?.code).toBe('leak')
    expect(world.traffic()).toBe('')
  }
})
