import { afterEach, describe, expect, it } from 'vitest'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { analysePending } from '../../src/intake/analyse.ts'
import { ingest } from '../../src/intake/ingest.ts'
import { restoreEngine } from '../../src/intake/restore.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import type { Archive } from '../../src/model/archive.ts'
import { type RawPost, type Signal } from '../../src/model/signal.ts'
import { readers } from '../../src/sources/readers.ts'
import { openArchive } from '../../src/store/archive.ts'
import { toSignal } from '../helpers/to-signal.ts'

const channels = new ChannelBook([])
const gazetteer = await loadGazetteer()
const reach = { windowDays: 60, windowSignals: 1000, now: new Date('2026-03-02T00:00:00Z') }

const createEngine = (version = gazetteer.version) =>
  new Engine({
    tools: createToolkit({ ...gazetteer, version }, channels),
    channels,
    ...{ windowDays: 60, windowSignals: 1000, storyHours: 36 },
    nextStory: 1,
  })

const post = (channel: string, id: number, text: string, more: Partial<RawPost> = {}): RawPost => ({
  channel,
  id,
  at: `2026-03-01T${String(8 + id).padStart(2, '0')}:00:00Z`,
  text,
  ...more,
})

const fire =
  'Strong explosions in Odesa, a warehouse is on fire, the mayor says 14 people are wounded'
const posts = [
  post('alpha', 1, `${fire}\n\nSubscribe to Alpha News`),
  post('alpha', 2, 'Talks in Geneva go on for a third day\n\nSubscribe to Alpha News', {
    edits: [{ at: '2026-03-01T12:00:00Z', text: 'Talks in Geneva have ended, Reuters reports' }],
  }),
  post('beta', 1, 'Ракетный удар по Харькову: погибли 3 человека, ранены 12, горит завод'),
  post('beta', 2, fire, { forwardedFrom: { channel: 'alpha', id: 1 } }),
]
const later: Signal[] = [
  post('gamma', 3, `Breaking! ${fire}`),
  post('gamma', 4, 'В Харькове после ракетного удара 3 погибших и 12 раненых, завод горит'),
  post('delta', 5, 'Talks in Geneva have ended, Reuters reports'),
].map(toSignal)

let archive: Archive
afterEach(() => {
  archive.close()
})

async function judged(): Promise<Engine> {
  archive = openArchive(':memory:')
  const body = posts.map((each) => JSON.stringify(each)).join('\n')
  const payload = {
    source: 'test',
    kind: 'jsonl',
    receivedAt: '2026-03-02T00:00:00Z',
    body,
  } as const
  await ingest(archive, { payload }, { readers, channels, members: () => [] })
  const engine = createEngine()
  for await (const { signals } of analysePending(archive, engine)) expect(signals).toBe(4)
  return engine
}

describe('a restored engine', () => {
  it('judges what comes next like the one that was never stopped, and reads nothing again', async () => {
    const before = await judged()
    const after = createEngine()
    expect(await restoreEngine(archive, after, reach)).toBe(true)
    expect(after.takeReadings().readings).toEqual([])
    const result = before.analyse(later)
    expect(result.links.length).toBeGreaterThan(1)
    expect(after.analyse(later)).toEqual(result)
  })

  it('reads signals again that another reader read, and keeps its own reading', async () => {
    const before = await judged()
    const other = createEngine('another gazetteer')
    await restoreEngine(archive, other, reach)
    const keys = posts.map(({ channel, id }) => `${channel}/${id}`)
    expect(await archive.analysis.readings(keys, before.reader)).toEqual(new Map())
    expect((await archive.analysis.readings(keys, other.reader)).size).toBe(4)
    expect(other.analyse(later)).toEqual(before.analyse(later))
  })

  it('takes back no more than the window holds', async () => {
    await judged()
    const narrow = createEngine()
    await restoreEngine(archive, narrow, { ...reach, windowSignals: 1 })
    expect(narrow.wants([toSignal(post('alpha', 2, ''))])).toEqual([])
    expect(narrow.wants([toSignal(post('beta', 1, ''))])).toEqual(['beta/1'])
  })

  it('finds no readings of signals that the window let go of', async () => {
    const { reader } = await judged()
    await archive.analysis.keepReadings({ reader, readings: [], since: '2026-03-01T10:00:00Z' })
    const keys = posts.map(({ channel, id }) => `${channel}/${id}`)
    const kept = await archive.analysis.readings(keys, reader)
    expect([...kept.keys()]).toEqual(['alpha/2', 'beta/2'])
  })

  it('reads a signal again whose text changed after it was read', async () => {
    const { reader } = await judged()
    const [stored = new Uint8Array()] = (
      await archive.analysis.readings(['alpha/1'], reader)
    ).values()
    const changed = toSignal(post('alpha', 1, 'Quite another text'))
    const after = createEngine()
    after.restore([changed], [], [], new Map([['alpha/1', stored]]))
    expect(after.takeReadings().readings.map(([key]) => key)).toEqual(['alpha/1'])
  })
})
