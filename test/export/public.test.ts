import { describe, expect, it } from 'vitest'
import { toPublic, toPublicDispatch } from '../../src/export/public.ts'
import { makeEdition } from '../helpers/make-edition.ts'
import { english, fiveLanguages } from './stub-cases.ts'

describe('toPublicDispatch', () => {
  it('holds nothing that only the desk has use for', () => {
    const dispatch = toPublicDispatch(makeEdition(english(), { note: 'The desk erred' }))
    for (const key of [
      'stub',
      'story',
      'version',
      'state',
      'earlier',
      'composedAt',
      'prior',
      'note',
    ])
      expect(dispatch).not.toHaveProperty(key)
    expect(dispatch).toMatchObject({ dispatch: 'wire-5f0c', edition: 1, kind: 'new' })
  })

  it('leaves a field out that nobody listed', () => {
    const stub = { ...english(), secret: 'canary' }
    expect(JSON.stringify(toPublicDispatch(makeEdition(stub)))).not.toContain('canary')
  })

  it('keeps nothing of a killed dispatch but its headline', () => {
    const stub = english()
    const killed = toPublicDispatch(makeEdition(stub, { kind: 'kill', edition: 2 }))
    expect(killed.headline).toBe(stub.headline)
    const rest = JSON.stringify({ ...killed, headline: '' })
    for (const { text } of [...stub.tldr, ...stub.body.flat()]) expect(rest).not.toContain(text)
    expect(killed).toMatchObject({ sourcing: 'withdrawn', related: [], sources: [] })
  })

  it('does not tell the number of a story whose headline makes no slug', () => {
    const stub = { ...fiveLanguages(), slug: 'story-23' }
    expect(toPublicDispatch(makeEdition(stub)).slug).toBe('dispatch')
  })
})

describe('toPublic', () => {
  it('counts the signals whose channel may be named, and tells not which nor why', () => {
    const stub = english()
    const naming = { reason: 'It was there', by: 'Dana', at: '2026-07-10T18:00:00Z' }
    const shown = toPublic(stub, [
      { ...naming, signal: 'osintdefender/4711' },
      { ...naming, signal: 'another_story/1' },
    ])
    expect(shown.named).toBe(1)
    for (const inside of ['osintdefender/4711', 'It was there', 'Dana'])
      expect(JSON.stringify(shown)).not.toContain(inside)
  })
})
