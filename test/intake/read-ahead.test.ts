import { describe, expect, it, vi } from 'vitest'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { ReadAhead, snapshotOf } from '../../src/intake/read-ahead.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { toSignal } from '../helpers/to-signal.ts'

const batches = [1, 2, 3].map((id) => [
  toSignal({
    channel: 'alpha',
    id,
    at: '2026-03-01T08:00:00Z',
    text: `Explosions in Odesa, ${id * 12} people are wounded, The Harbour Ledger reports`,
  }),
])
const outlets = [
  { slug: 'harbour-ledger', names: ['Harbour Ledger'], words: [], handles: [], domains: [] },
]
const gazetteer = await loadGazetteer()

function createEngine(added = outlets) {
  const channels = new ChannelBook([])
  const tools = createToolkit(gazetteer, channels, added)
  const engine = new Engine({
    ...{ tools, channels, windowDays: 60, windowSignals: 1000, storyHours: 36 },
    nextStory: 1,
  })
  return { channels, engine }
}

describe('ReadAhead', () => {
  it('leaves all reading to this thread where there is only one', async () => {
    const readAhead = new ReadAhead({ ...createEngine(), threads: 1 })
    readAhead.ask(batches)
    for (const batch of batches) expect(await readAhead.take(batch)).toBeUndefined()
  })

  it('leaves to this thread what the other has not begun', async () => {
    const readAhead = new ReadAhead({ ...createEngine(), threads: 2 })
    readAhead.ask(batches)
    // The other thread takes seconds to load.
    for (const batch of batches) expect(await readAhead.take(batch)).toBeUndefined()
    readAhead.close()
  })

  it('reads what this thread would have read, outlets of the configuration among it', async () => {
    const [batch = []] = batches
    const { channels, engine } = createEngine()
    const settings = { known: snapshotOf(channels), outlets }
    const readAhead = new ReadAhead({ channels, engine, settings, threads: 2 })
    const ahead = await vi.waitFor(
      async () => {
        readAhead.ask(batches)
        const taken = await readAhead.take(batch)
        for (const other of batches) void readAhead.take(other)
        expect(taken).toBeDefined()
        return taken
      },
      { timeout: 60_000, interval: 100 },
    )
    readAhead.close()
    const result = engine.analyse(batch, ahead)
    expect(result.links.map(({ to }) => to)).toEqual(['out:harbour-ledger'])
    expect(result).toEqual(createEngine().engine.analyse(batch))
  }, 90_000)

  it('takes nothing from a thread that reads by other outlets than the engine', async () => {
    const [batch = []] = batches
    const { channels, engine } = createEngine()
    const settings = { known: snapshotOf(channels), outlets: [] }
    const readAhead = new ReadAhead({ channels, engine, settings, threads: 2 })
    readAhead.ask(batches)
    await vi.waitFor(
      () => {
        expect(readAhead.hasEnded).toBe(true)
      },
      { timeout: 60_000, interval: 100 },
    )
    expect(await readAhead.take(batch)).toBeUndefined()
  }, 90_000)
})
