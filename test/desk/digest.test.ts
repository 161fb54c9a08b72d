import { expect, it } from 'vitest'
import { dueDigest } from '../../src/desk/notices/digest.ts'

const times = ['07:00', '19:00']

it.each([
  ['on the minute', '2026-07-10T04:00:30Z', '2026-07-09T16:00:00.000Z', '2026-07-10T04:00:00.000Z'],
  [
    'within the hour',
    '2026-07-10T16:59:00Z',
    '2026-07-10T04:00:00.000Z',
    '2026-07-10T16:00:00.000Z',
  ],
])('is due %s, from the one before', (_when, now, since, until) => {
  expect(dueDigest(now, times, 'Asia/Jerusalem')).toEqual({ since, until })
})

it('is not due at other times, nor where there are none', () => {
  expect(dueDigest('2026-07-10T06:00:00Z', times, 'Asia/Jerusalem')).toBeUndefined()
  expect(dueDigest('2026-07-10T04:00:00Z', [], 'Asia/Jerusalem')).toBeUndefined()
})

it('covers a day where there is one digest a day', () => {
  expect(dueDigest('2026-07-10T04:00:00Z', ['07:00'], 'Asia/Jerusalem')).toEqual({
    since: '2026-07-09T04:00:00.000Z',
    until: '2026-07-10T04:00:00.000Z',
  })
})
