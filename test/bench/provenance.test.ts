import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { benchProvenance } from './provenance.ts'

interface Figures {
  sourcing: number
  origins: number
  links: { precision: number; recall: number }
  b3: { precision: number; recall: number }
  falseCorroboration: number
}

it.each([
  ['newsrooms', { sourcing: 0.7, origins: 0.65 }],
  ['halls', { sourcing: 0.8, origins: 0.8 }],
  ['ports', { sourcing: 0.55, origins: 0.55 }],
])(
  'the scenarios of %s, in six languages, corroborate nothing falsely and keep what they reach',
  async (name, least) => {
    vi.spyOn(console, 'log').mockReturnValue()
    const file = fileURLToPath(new URL(`../fixtures/provenance/${name}.jsonl`, import.meta.url))
    const figures = (await benchProvenance(file)) as unknown as Figures
    expect(figures.falseCorroboration).toBe(0)
    expect(figures.sourcing).toBeGreaterThanOrEqual(least.sourcing)
    expect(figures.origins).toBeGreaterThanOrEqual(least.origins)
    expect(figures.links.precision).toBeGreaterThanOrEqual(0.9)
    expect(figures.links.recall).toBeGreaterThanOrEqual(0.8)
    expect(figures.b3.precision).toBeGreaterThanOrEqual(0.9)
    expect(figures.b3.recall).toBeGreaterThanOrEqual(0.8)
  },
)
