import type { RawPost } from '../../src/model/signal.ts'

/** A post of the channel `alpha`; every call gives the same one but for the overrides. */
export function makePost(overrides: Partial<RawPost> = {}): RawPost {
  return {
    channel: 'alpha',
    id: 1,
    at: '2026-03-04T02:14:36Z',
    text: 'Explosions reported near the harbour.',
    ...overrides,
  }
}
