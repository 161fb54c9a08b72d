import type { Signal } from '../../src/model/signal.ts'
import { signalKey } from '../../src/model/signal.ts'

/** A stored signal of the channel `alpha`, analysed as English; its key follows channel and id. */
export function makeSignal(overrides: Partial<Signal> = {}): Signal {
  const { channel = 'alpha', id = 1 } = overrides
  return {
    key: signalKey(channel, id),
    channel,
    id,
    at: '2026-03-04T02:14:36Z',
    text: 'Explosions reported near the harbour.',
    revision: 0,
    revisions: [],
    media: [],
    lang: 'en',
    confidence: 1,
    ...overrides,
  }
}
