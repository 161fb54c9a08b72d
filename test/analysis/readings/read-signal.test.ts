import { describe, expect, it } from 'vitest'
import { textsOf } from '../../../src/analysis/readings/read-signal.ts'

const revision = (text: string) => ({ revision: 0, at: '2026-03-01T08:00:00Z', text })

describe('the texts of a signal', () => {
  it('are each version once, the standing one last', () => {
    const revisions = [revision('Two dead'), revision('Three dead')]
    expect(textsOf({ text: 'Four dead', revisions })).toEqual([
      'Two dead',
      'Three dead',
      'Four dead',
    ])
  })

  it('end with the standing one also where an edit was taken back', () => {
    const revisions = [revision('Two dead'), revision('Three dead')]
    expect(textsOf({ text: 'Two dead', revisions })).toEqual(['Three dead', 'Two dead'])
  })
})
