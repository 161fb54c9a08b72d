import { expect, test } from 'vitest'
import { createClock } from '../../src/bot/clock.ts'

const now = new Date('2026-07-10T18:00:00Z')
const clock = createClock(now, 'Asia/Jerusalem', 'en')

test.each([
  ['today', '2026-07-10T09:00:00Z', '2026-07-10T10:30:00Z', '12:00 – 13:30'],
  ['within one minute', '2026-07-10T09:00:10Z', '2026-07-10T09:00:50Z', '12:00'],
  ['on one day of before', '2026-07-02T09:00:00Z', '2026-07-02T10:30:00Z', '2 Jul 12:00 – 13:30'],
  ['into today', '2026-07-09T20:50:00Z', '2026-07-09T21:10:00Z', '9 Jul 23:50 – 00:10'],
  ['over days', '2026-07-02T09:00:00Z', '2026-07-04T10:30:00Z', '2 Jul 12:00 – 4 Jul 13:30'],
  ['in another year', '2025-07-02T09:00:00Z', '2025-07-02T10:30:00Z', '2 Jul 2025 12:00 – 13:30'],
])('a span %s names a day only where it has to', (_what, from, to, told) => {
  expect(clock.span(from, to)).toBe(told)
})
