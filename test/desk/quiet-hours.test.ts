import { expect, it } from 'vitest'
import { afterQuiet, readQuietHours } from '../../src/desk/notices/quiet-hours.ts'

const zone = 'Asia/Jerusalem'
const night = { from: '23:00', to: '07:00' }

it.each([
  ['in the evening', '2026-07-10T19:59:00Z', '2026-07-10T19:59:00Z'],
  ['from the first minute', '2026-07-10T20:00:00Z', '2026-07-11T04:00:00.000Z'],
  ['after midnight', '2026-07-10T23:30:00Z', '2026-07-11T04:00:00.000Z'],
  ['in the morning', '2026-07-11T04:00:00Z', '2026-07-11T04:00:00Z'],
])('holds what comes in the night until the morning: %s', (_when, now, due) => {
  expect(afterQuiet(now, night, zone)).toBe(due)
})

it('holds nothing for those who have no quiet hours', () => {
  expect(afterQuiet('2026-07-10T20:00:00Z', undefined, zone)).toBe('2026-07-10T20:00:00Z')
})

it.each([
  ['23:00-07:00', night],
  ['23–7', night],
  [' 9:30 — 10 ', { from: '09:30', to: '10:00' }],
  ['24:00-07:00', undefined],
  ['23:60-07:00', undefined],
  ['07:00-07:00', undefined],
  ['at night', undefined],
  ['', undefined],
])('reads %s', (typed, hours) => {
  expect(readQuietHours(typed)).toEqual(hours)
})
