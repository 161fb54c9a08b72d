import { describe, expect, it } from 'vitest'
import { SignatureBook } from '../../../src/analysis/copies/signatures.ts'
import { createToolkit } from '../../../src/analysis/create-toolkit.ts'
import { Engine } from '../../../src/analysis/engine.ts'
import { openAhead, readAhead } from '../../../src/analysis/readings/reading-ahead.ts'
import { loadGazetteer } from '../../../src/config/gazetteer.ts'
import { ChannelBook } from '../../../src/lib/channel-book.ts'
import type { RawPost, Signal } from '../../../src/model/signal.ts'
import { toSignal } from '../../helpers/to-signal.ts'

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`
const fire = 'Explosions in Odesa: a warehouse burns, 14 people are wounded, TASS reports'
const posts: RawPost[] = [
  { channel: 'alpha', id: 1, at: at(8), text: fire },
  {
    channel: 'beta',
    id: 1,
    at: at(9),
    text: 'Взрывы в Одессе: горит склад',
    edits: [{ at: at(10), text: 'Взрывы в Одессе: горит склад, 14 раненых, сообщает @alpha' }],
  },
  { channel: 'gamma', id: 1, at: at(11), text: `🔴 ${fire}\nhttps://t.me/gamma` },
]
const signals = posts.map(toSignal)

const gazetteer = await loadGazetteer()
const channels = new ChannelBook([])
for (const channel of ['alpha', 'beta', 'gamma']) channels.meet(channel)
const tools = createToolkit(gazetteer, channels)

const createEngine = () =>
  new Engine({
    ...{ tools, channels, windowDays: 60, windowSignals: 1000, storyHours: 36 },
    nextStory: 1,
  })

const aheadOf = (batch: readonly Signal[], signatures = new SignatureBook()) =>
  batch.map((signal) =>
    openAhead(signal, readAhead(signal, channels.get(signal.channel), tools, signatures)),
  )

describe('signals that were read ahead', () => {
  it('are judged, sought and stored like those that are read in their turn', () => {
    const [now, before] = [createEngine(), createEngine()]
    const ahead = aheadOf(signals)
    expect(before.seeks(signals, ahead)).toEqual(now.seeks(signals))
    const result = now.analyse(signals)
    expect(result.links.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cite', 'copy']))
    expect(before.analyse(signals, ahead)).toEqual(result)
    expect(plain(before)).toEqual(plain(now))
  })

  it('are read anew where a line became a signature since', () => {
    const [now, before] = [createEngine(), createEngine()]
    const batch = Array.from({ length: 7 }, (_, id) =>
      toSignal({ ...posts[0], channel: 'alpha', id, at: at(id), text: signed(id) }),
    )
    // Nothing is a signature yet when all of them are read.
    const ahead = aheadOf(batch)
    expect(before.analyse(batch, ahead)).toEqual(now.analyse(batch))
    expect(plain(before)).toEqual(plain(now))
    expect(before.seeks(batch, ahead)).toEqual(now.seeks(batch))
    expect(before.signatures().length).toBe(1)
  })

  it('are read without the signatures that the reading thread was told of', () => {
    const told = new SignatureBook()
    told.takeOver(taught().signatures())
    const next = [toSignal({ channel: 'alpha', id: 9, at: at(12), text: signed(9) })]
    const [ahead] = aheadOf(next, told)
    expect(ahead?.opened.said.normal.words.map(({ word }) => word)).not.toContain('subscribe')
    expect(ahead).toMatchObject({ signed: 1 })
  })

  it('are read anew where a line is no signature any more', () => {
    const channel = 'alpha'
    const once = toSignal({ channel, id: 1, at: at(8), text: signed(1) })
    const book = new SignatureBook()
    book.takeOver(taught().signatures())
    const engine = createEngine()
    expect(engine.analyse([once], aheadOf([once], book))).toEqual(createEngine().analyse([once]))
    expect(engine.seeks([once], aheadOf([once], book))).toEqual(engine.seeks([once]))
  })

  it('are not taken for a signal that was edited since', () => {
    const [first] = signals
    if (first === undefined) throw new Error('there is no signal')
    const reading = readAhead(first, channels.get('alpha'), tools, new SignatureBook())
    expect(openAhead({ ...first, text: 'Another text' }, reading)).toBeUndefined()
  })
})

const topics = ['bridges', 'harvests', 'elections', 'glaciers', 'railways', 'museums', 'forests']
const signed = (id: number) =>
  `News number ${id * 37} about ${topics[id % topics.length] ?? ''} of the north\n\nSubscribe to the channel of the north`

/** An engine that knows the channel's signature. */
function taught(): Engine {
  const engine = createEngine()
  engine.analyse(
    Array.from({ length: 5 }, (_, id) =>
      toSignal({ channel: 'alpha', id, at: at(id), text: signed(id) }),
    ),
  )
  return engine
}

/** Readings as they are stored. */
const plain = (engine: Engine) =>
  engine.takeReadings().readings.map(([key, bytes]) => [key, Buffer.from(bytes).toString('hex')])
