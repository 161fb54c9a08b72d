import { expect, test } from 'vitest'
import { runDeliveries } from '../bench/deliveries.ts'

test.each(['wordpress', 'ghost'] as const)(
  'each dispatch stands once in %s, in its last version, however the line and the process fail',
  async (kind) => {
    const figures = await runDeliveries(6, { kind, seed: 3, lifeRequests: 20 })
    expect(figures).toMatchObject({ once: 6, missing: 0, doubled: 0, stale: 0, stopped: 0 })
    expect(figures.kills).toBeGreaterThan(0)
  },
  180_000,
)
