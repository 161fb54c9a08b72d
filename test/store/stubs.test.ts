import { describe, expect, it } from 'vitest'
import type { Dispatch, Stub } from '../../src/model/stub.ts'
import { tempArchive } from '../helpers/temp-archive.ts'

const makeStub = (overrides: Partial<Stub> = {}): Stub => ({
  stub: 1,
  story: 1,
  version: 1,
  state: 'draft',
  section: 'The Wire',
  kicker: { beat: 'World', form: 'Dispatch', topic: 'General' },
  strength: 'moderate',
  headline: 'Explosions near the harbour',
  slug: 'explosions-near-the-harbour',
  byline: 'The Desk',
  lang: 'en',
  sourceNote: { primary: 'Internal intake', reviewedSignals: 0, signals: 2, window: '20:46' },
  tldr: [{ text: 'One.', spans: [{ signal: 'alpha/1', from: 0, to: 4 }] }],
  body: [],
  quotations: [],
  prior: [],
  notStated: ['casualties'],
  sourcing: 'single-source',
  sourcingNote: 'One source.',
  corroboration: 'Corroboration is awaited.',
  conflicts: [],
  related: [],
  sources: [],
  accountability: 'Policy.',
  signals: ['alpha/1'],
  composedAt: '2026-03-04T03:00:00Z',
  ...overrides,
})

describe('a saved stub', () => {
  it('is given back as it was', async () => {
    const { stubs } = tempArchive()
    expect(await stubs.save([makeStub()])).toEqual([makeStub()])
    expect(await stubs.get(1)).toEqual(makeStub())
    expect(await stubs.get(2)).toBeUndefined()
  })

  it('composed again to the same content stays as it is', async () => {
    const { stubs } = tempArchive()
    await stubs.save([makeStub()])
    const { stub, story, ...rest } = makeStub({ composedAt: '2026-03-05T00:00:00Z' })
    expect(await stubs.save([{ ...rest, story, stub }])).toEqual([makeStub()])
    expect(await stubs.get(1)).toEqual(makeStub())
  })

  it('gets a higher version when its content differs, and keeps the state the desk gave it', async () => {
    const { stubs } = tempArchive()
    await stubs.save([makeStub({ state: 'in-review' })])
    const [saved] = await stubs.save([makeStub({ headline: 'Two explosions' })])
    expect(saved).toMatchObject({ version: 2, state: 'in-review', headline: 'Two explosions' })
    expect(await stubs.get(1)).toEqual(saved)
    const [again] = await stubs.save([makeStub({ headline: 'Two explosions' })])
    expect(again?.version).toBe(2)
  })

  it('is removed while it is a draft only', async () => {
    const { stubs, stats } = tempArchive()
    await stubs.save([makeStub(), makeStub({ stub: 2, state: 'approved' })])
    await stubs.remove([1, 2, 3])
    expect(await stubs.get(1)).toBeUndefined()
    expect(await stubs.get(2)).toMatchObject({ state: 'approved' })
    expect((await stats.read()).stubs).toEqual({ approved: 1 })
  })

  it('is one of all, in batches', async () => {
    const { stubs } = tempArchive()
    await stubs.save([3, 1, 2].map((stub) => makeStub({ stub })))
    const batches: number[][] = []
    for await (const batch of stubs.all(2)) batches.push(batch.map(({ stub }) => stub))
    expect(batches).toEqual([[1, 2], [3]])
  })
})

describe('dispatches', () => {
  const dispatch = (id: string, at: string): Dispatch => ({
    dispatch: id,
    at,
    headline: 'Earlier',
    tldr: 'It was.',
    text: 'It was so.',
    url: 'https://wire.example/d1',
  })

  it('come back in time order, and only what is new or changed counts', async () => {
    const { dispatches } = tempArchive()
    const later = dispatch('d1', '2026-03-02T00:00:00Z')
    const earlier = dispatch('d2', '2026-03-01T00:00:00Z')
    expect(await dispatches.save([later, earlier])).toBe(2)
    expect(await dispatches.save([later, { ...earlier, headline: 'Other' }])).toBe(1)
    expect(await dispatches.save([later])).toBe(0)
    expect(await dispatches.all()).toEqual([{ ...earlier, headline: 'Other' }, later])
  })
})
