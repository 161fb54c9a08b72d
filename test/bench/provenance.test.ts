import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { benchProvenance } from './provenance.ts'

const scenarios = fileURLToPath(new URL('../fixtures/provenance/newsrooms.jsonl', import.meta.url))

it('scenarios of six languages corroborate nothing falsely, and keep what they reach', async () => {
  vi.spyOn(console, 'log').mockReturnValue()
  const figures = (await benchProvenance(scenarios)) as {
    sourcing: number
    origins: number
    links: { precision: number; recall: number }
    b3: { precision: number; recall: number }
    falseCorroboration: number
  }
  expect(figures.falseCorroboration).toBe(0)
  expect(figures.sourcing).toBeGreaterThanOrEqual(0.65)
  expect(figures.origins).toBeGreaterThanOrEqual(0.6)
  expect(figures.links.precision).toBeGreaterThanOrEqual(0.9)
  expect(figures.b3.precision).toBeGreaterThanOrEqual(0.9)
  expect(figures.b3.recall).toBeGreaterThanOrEqual(0.8)
})
