import { describe, expect, it } from 'vitest'
import { createToolkit } from '../../src/analysis/create-toolkit.ts'
import { Engine } from '../../src/analysis/engine.ts'
import { askTools, type ToolAnswers } from '../../src/analysis/tool-answers.ts'
import { loadGazetteer } from '../../src/config/gazetteer.ts'
import { ChannelBook } from '../../src/lib/channel-book.ts'
import { toSignal } from '../helpers/to-signal.ts'

const at = (hour: number) => `2026-03-01T${String(hour).padStart(2, '0')}:00:00Z`
const fire = 'Explosions in Odesa: a warehouse burns, 14 people are wounded, TASS reports'
const signals = [
  { channel: 'alpha', id: 1, at: at(8), text: fire },
  {
    channel: 'beta',
    id: 1,
    at: at(9),
    text: 'Взрывы в Одессе: горит склад',
    edits: [{ at: at(10), text: 'Взрывы в Одессе: горит склад, 14 раненых, сообщает @alpha' }],
  },
  { channel: 'gamma', id: 1, at: at(11), text: `🔴 ${fire}\nhttps://t.me/gamma` },
].map(toSignal)

describe('tools that were asked before', () => {
  it('make the same judgements as tools that are asked now', async () => {
    const channels = new ChannelBook([])
    for (const { channel } of signals) channels.meet(channel)
    const tools = createToolkit(await loadGazetteer(), channels)
    const engines = [1, 2].map(
      () =>
        new Engine({
          ...{ tools, channels, windowDays: 60, windowSignals: 1000, storyHours: 36 },
          nextStory: 1,
        }),
    )
    const asked = signals.map((signal) => askTools(signal, channels.get(signal.channel), tools))
    // As they pass from one thread to another.
    const answers = JSON.parse(JSON.stringify(asked)) as ToolAnswers[]
    const [now, before] = [engines[0]?.analyse(signals), engines[1]?.analyse(signals, answers)]
    expect(now?.links.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['cite', 'copy']))
    expect(before).toEqual(now)
  })
})
