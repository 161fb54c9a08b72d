import { describe, expect, it } from 'vitest'
import { describeBlind } from '../../src/desk/compose/blind.ts'
import type { Gap } from '../../src/model/gap.ts'

const makeGap = (overrides: Partial<Gap> = {}): Gap => ({
  gap: 1,
  kind: 'failed',
  source: 'preview:alpha',
  channel: 'alpha',
  missing: [],
  fromAt: '2026-07-03T11:02:00Z',
  toAt: '2026-07-03T11:31:00Z',
  noticedAt: '2026-07-03T11:05:00Z',
  ...overrides,
})
const look = { titleOf: (channel: string) => channel.toUpperCase(), timezone: 'Asia/Jerusalem' }
const describeAll = (gaps: Gap[]) => describeBlind(gaps, look)

describe('what the desk did not see', () => {
  it('names the channel inside the desk only', () => {
    expect(describeAll([makeGap()])).toEqual([
      {
        words: 'Blind 14:02–14:31 on a monitored channel (source down)',
        named: 'Blind 14:02–14:31 on ALPHA (source down)',
      },
    ])
  })

  it('tells a pause of Intake once for all channels', () => {
    const gaps = ['alpha', 'beta', 'gamma', 'delta'].map((channel) =>
      makeGap({ kind: 'stopped', channel, source: `feed:${channel}` }),
    )
    expect(describeAll(gaps).map(({ words, named }) => [words, named])).toEqual([
      [
        'Blind 14:02–14:31 on 4 monitored channels (Intake was not running)',
        'Blind 14:02–14:31 on ALPHA, BETA, GAMMA and 1 more (Intake was not running)',
      ],
    ])
  })

  it('does not tell twice what an outage of the channel explains', () => {
    const ids = { from: 4, to: 9 }
    const unread = makeGap({ kind: 'unread', ids, missing: [ids], fromAt: '2026-07-03T11:20:00Z' })
    expect(describeAll([makeGap(), unread])).toHaveLength(1)
    expect(describeAll([makeGap({ source: 'preview:beta' }), unread])).toHaveLength(2)
  })

  it('says since when it lasts, and sums up what is too much', () => {
    const lasting = makeGap()
    delete lasting.toAt
    expect(describeAll([lasting])[0]?.words).toContain('Blind since July 3, 14:02 on')
    const many = Array.from({ length: 7 }, (_each, hour) =>
      makeGap({ fromAt: `2026-07-03T0${hour}:00:00Z` }),
    )
    expect(
      describeAll(many)
        .map(({ words }) => words)
        .slice(3),
    ).toEqual([expect.stringContaining('Blind 06:00'), '… and 3 more such periods'])
  })
})
