import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startCron } from '../../src/lib/cron.ts'

const everyMinute = '* * * * *'
const minuteMs = 60_000
let stop = () => {}
let runs: string[] = []

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-01T12:00:30Z') })
  runs = []
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const begin = (expression: string) => {
  stop = startCron(expression, () => runs.push(new Date().toISOString().slice(0, 19)))
}

describe('startCron', () => {
  it('runs at each time of its expression, until it is stopped', async () => {
    begin(everyMinute)
    await vi.advanceTimersByTimeAsync(2 * minuteMs)
    expect(runs).toEqual(['2026-03-01T12:01:00', '2026-03-01T12:02:00'])
    stop()
    await vi.advanceTimersByTimeAsync(5 * minuteMs)
    expect(runs).toHaveLength(2)
  })

  it('runs once where the clock is set forward over years, and goes on by the new clock', async () => {
    begin('* * * * * *')
    await vi.advanceTimersByTimeAsync(1000)
    vi.setSystemTime(new Date('2082-01-01T00:00:00.500Z'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(runs).toHaveLength(3)
    expect(runs.slice(1).every((at) => at.startsWith('2082-01-01'))).toBe(true)
  })

  it('does not wait for the old time where the clock is set back', async () => {
    begin(everyMinute)
    await vi.advanceTimersByTimeAsync(minuteMs)
    vi.setSystemTime(new Date('2026-02-28T12:00:00Z'))
    await vi.advanceTimersByTimeAsync(2 * minuteMs)
    expect(runs.slice(1)).toEqual(['2026-02-28T12:01:00', '2026-02-28T12:02:00'])
  })

  it('runs late rather than not at all where the process was held up', async () => {
    begin('0 3 * * *')
    await vi.advanceTimersByTimeAsync(1000)
    vi.setSystemTime(new Date(2026, 2, 2, 3, 0, 7))
    await vi.advanceTimersByTimeAsync(minuteMs)
    expect(runs).toHaveLength(1)
  })
})
