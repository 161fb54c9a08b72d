import { describe, expect, it } from 'vitest'
import { deskWindow, localTime, monthDay, onDay } from '../../src/desk/compose/window.ts'

const zone = 'Asia/Jerusalem'

describe('desk time', () => {
  it.each([
    ['one moment', '2026-07-10T17:46:00Z', '2026-07-10T17:46:59Z', '20:46'],
    ['one day', '2026-07-10T17:46:00Z', '2026-07-10T18:10:00Z', '20:46–21:10'],
    [
      'over midnight in the zone',
      '2026-07-10T20:50:00Z',
      '2026-07-10T21:10:00Z',
      'July 10, 23:50 – July 11, 00:10',
    ],
    [
      'over a year',
      '2025-12-31T21:00:00Z',
      '2026-01-01T00:00:00Z',
      'December 31, 2025, 23:00 – January 1, 2026, 02:00',
    ],
  ])('gives the window of %s', (_title, first, last, expected) => {
    expect(deskWindow(first, last, zone)).toBe(expected)
  })

  it('takes the day from the desk’s zone, not from UTC', () => {
    expect(localTime('2026-07-10T21:30:00Z', zone)).toMatchObject({
      date: '2026-07-11',
      clock: '00:30',
    })
    expect(localTime('2026-01-10T21:30:00Z', zone)).toMatchObject({ clock: '23:30' })
  })

  it.each([
    ['2026-07-10T17:46:00Z', '2026-07-10T18:00:00Z', 'on Friday at 20:46'],
    ['2026-07-10T17:46:00Z', '2026-07-16T10:00:00Z', 'on Friday at 20:46'],
    ['2026-07-10T17:46:00Z', '2026-07-17T10:00:00Z', 'on Friday, July 10, at 20:46'],
    ['2025-07-11T17:46:00Z', '2026-07-17T10:00:00Z', 'on Friday, July 11, 2025, at 20:46'],
    ['2026-07-20T17:46:00Z', '2026-07-17T10:00:00Z', 'on Monday, July 20, at 20:46'],
  ])('says when %s was, from %s', (at, now, expected) => {
    expect(onDay(at, now, zone)).toBe(expected)
  })

  it('adds the year to a date of another year only', () => {
    expect(monthDay('2026-07-02', '2026-07-10T00:00:00Z', zone)).toBe('July 2')
    expect(monthDay('2025-07-02', '2026-07-10T00:00:00Z', zone)).toBe('July 2, 2025')
  })
})
