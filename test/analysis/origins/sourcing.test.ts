import { describe, expect, it } from 'vitest'
import { judgeSourcing } from '../../../src/analysis/origins/sourcing.ts'
import type { Conflict, Origin } from '../../../src/model/story.ts'

const origin = (name: string, withdrawn = false): Origin => ({
  origin: name,
  signals: [],
  reason: withdrawn ? 'alpha/1 was deleted.' : '',
  withdrawn,
})
const own = (...channels: string[]) =>
  channels.map((channel) => ({ channel, origins: [`ch:${channel}`] }))
const all = (origin: string, ...channels: string[]) =>
  channels.map((channel) => ({ channel, origins: [origin] }))
const conflict: Conflict = { detail: 'killed', values: [] }

describe('judgeSourcing', () => {
  it.each([
    ['one origin in one channel', [origin('ch:alpha')], own('alpha'), [], 'single-source'],
    [
      'one origin in many channels',
      [origin('ch:alpha')],
      all('ch:alpha', 'alpha', 'beta', 'gamma'),
      [],
      'echoed',
    ],
    [
      'two origins',
      [origin('ch:alpha'), origin('ch:beta')],
      own('alpha', 'beta'),
      [],
      'corroborated',
    ],
    [
      'two that disagree',
      [origin('ch:alpha'), origin('ch:beta')],
      own('alpha', 'beta'),
      [conflict],
      'contested',
    ],
    [
      'nobody who stands by it',
      [origin('ch:alpha', true)],
      all('ch:alpha', 'alpha', 'beta'),
      [],
      'withdrawn',
    ],
    [
      'two of which one took it back',
      [origin('ch:alpha', true), origin('ch:beta')],
      own('alpha', 'beta'),
      [],
      'echoed',
    ],
    [
      'a conflict within one origin',
      [origin('ch:alpha')],
      own('alpha'),
      [conflict],
      'single-source',
    ],
    [
      'two outlets that one channel names',
      [origin('out:reuters'), origin('out:ap')],
      [{ channel: 'alpha', origins: ['out:reuters', 'out:ap'] }],
      [],
      'single-source',
    ],
    [
      'two channels, one with an outlet that the other names too',
      [origin('out:reuters'), origin('out:ap')],
      [
        { channel: 'alpha', origins: ['out:reuters', 'out:ap'] },
        { channel: 'beta', origins: ['out:ap'] },
      ],
      [],
      'echoed',
    ],
  ] as const)('calls %s what it is', (_, origins, accounts, conflicts, sourcing) => {
    expect(judgeSourcing(origins, accounts, conflicts).sourcing).toBe(sourcing)
  })

  it('words independence as an upper bound', () => {
    const { reason } = judgeSourcing(
      [origin('ch:alpha'), origin('ch:beta')],
      own('alpha', 'beta'),
      [],
    )
    expect(reason).toMatch(/^At most 2 independent origins \(ch:alpha, ch:beta\)/)
  })

  it('names what is disagreed on, and why a story is withdrawn', () => {
    const contested = judgeSourcing([origin('ch:alpha'), origin('ch:beta')], own('alpha', 'beta'), [
      conflict,
    ])
    expect(contested.reason).toContain('disagree on: killed')
    expect(judgeSourcing([origin('ch:alpha', true)], own('alpha'), []).reason).toContain(
      'alpha/1 was deleted',
    )
  })
})
