import { describe, expect, it } from 'vitest'
import { judgeSourcing } from '../../src/analysis/sourcing.ts'
import type { Conflict, Origin } from '../../src/model/story.ts'

const origin = (name: string, withdrawn = false): Origin => ({
  origin: name,
  signals: [],
  reason: withdrawn ? 'alpha/1 was deleted.' : '',
  withdrawn,
})
const conflict: Conflict = { detail: 'killed', values: [] }

describe('judgeSourcing', () => {
  it.each([
    ['one origin in one channel', [origin('ch:alpha')], ['alpha'], [], 'single-source'],
    ['one origin in many channels', [origin('ch:alpha')], ['alpha', 'beta', 'gamma'], [], 'echoed'],
    [
      'two origins',
      [origin('ch:alpha'), origin('out:reuters')],
      ['alpha', 'beta'],
      [],
      'corroborated',
    ],
    [
      'two that disagree',
      [origin('ch:alpha'), origin('ch:beta')],
      ['alpha', 'beta'],
      [conflict],
      'contested',
    ],
    ['nobody who stands by it', [origin('ch:alpha', true)], ['alpha', 'beta'], [], 'withdrawn'],
    [
      'two of which one took it back',
      [origin('ch:alpha', true), origin('ch:beta')],
      ['alpha', 'beta'],
      [],
      'echoed',
    ],
    ['a conflict within one origin', [origin('ch:alpha')], ['alpha'], [conflict], 'single-source'],
  ] as const)('calls %s what it is', (_, origins, channels, conflicts, sourcing) => {
    expect(judgeSourcing(origins, channels, conflicts).sourcing).toBe(sourcing)
  })

  it('words independence as an upper bound', () => {
    const { reason } = judgeSourcing([origin('ch:alpha'), origin('ch:beta')], ['alpha', 'beta'], [])
    expect(reason).toMatch(/^At most 2 independent origins \(ch:alpha, ch:beta\)/)
  })

  it('names what is disagreed on, and why a story is withdrawn', () => {
    const contested = judgeSourcing([origin('ch:alpha'), origin('ch:beta')], ['alpha'], [conflict])
    expect(contested.reason).toContain('disagree on: killed')
    expect(judgeSourcing([origin('ch:alpha', true)], ['alpha'], []).reason).toContain(
      'alpha/1 was deleted',
    )
  })
})
