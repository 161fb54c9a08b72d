import { describe, expect, test } from 'vitest'
import { PollSchedule, type PollGroup } from '../../src/jobs/poll-schedule.ts'
import { pause } from '../../src/lib/pause.ts'
import { SourceError } from '../../src/model/errors.ts'
import { delivery, recordingDeps, scriptedSource } from './helpers.ts'

const everySecond = '* * * * * *'
const options = { jitterSeconds: 0, maxBackoffMinutes: 60 }

const quick = (name: string) =>
  scriptedSource(name, async function* (poll) {
    yield await Promise.resolve(delivery(name, `${name} ${poll}`))
  })

const stuck = (name: string) =>
  scriptedSource(name, async function* (_poll, { signal }) {
    await pause(60_000, signal)
    yield* []
  })

async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 5000
  while (!condition() && Date.now() < end) await pause(10)
  expect(condition()).toBe(true)
}

const group = (kind: string, ...sources: PollGroup['sources']): PollGroup => ({
  kind,
  cron: everySecond,
  sources,
})

describe('the schedule', () => {
  test('reads the first group before the others begin', async () => {
    const { deps, ingested } = recordingDeps()
    const schedule = new PollSchedule(
      { ...options, groups: [group('file', quick('file:a')), group('feed', quick('feed:b'))] },
      deps,
    )
    await schedule.start()
    await until(() => ingested.length >= 2)
    await schedule.stop()
    expect(ingested.slice(0, 2)).toEqual(['file:a 1', 'feed:b 1'])
  })

  test('polls again by the clock, and never a source that is still being read', async () => {
    const { deps } = recordingDeps()
    const [a, b] = [quick('feed:a'), stuck('feed:b')]
    const schedule = new PollSchedule(
      { ...options, groups: [group('file'), group('feed', a, b)] },
      deps,
    )
    await schedule.start()
    await until(() => a.polls >= 3)
    await schedule.stop()
    expect(b.polls).toBe(1)
  })

  test('a source that hangs or fails holds up no other', async () => {
    const { deps, ingested } = recordingDeps()
    const failing = scriptedSource('feed:gone', () => {
      throw new SourceError('unreachable', 'feed:gone cannot be reached.')
    })
    const sources = [failing, stuck('feed:stuck'), quick('feed:a'), quick('feed:b')]
    const schedule = new PollSchedule(
      { ...options, groups: [group('feed'), group('x', ...sources)] },
      deps,
    )
    await schedule.start()
    await until(() => ingested.includes('feed:a 1') && ingested.includes('feed:b 1'))
    await schedule.stop()
  })

  test('leaves a failing source alone for its backoff', async () => {
    let now = 0
    const { deps } = recordingDeps()
    const failing = scriptedSource('feed:gone', () => {
      throw new SourceError('throttled', 'feed:gone asks for patience.', { retryAfterSeconds: 600 })
    })
    const other = quick('feed:a')
    const schedule = new PollSchedule(
      { ...options, monotonicMs: () => now, groups: [group('feed', failing, other)] },
      deps,
    )
    await schedule.start()
    await until(() => other.polls >= 3)
    expect(failing.polls).toBe(1)
    now = 600_000
    await until(() => failing.polls === 2)
    await schedule.stop()
  })

  test('polls a failing source again after its backoff though the clock is set back', async () => {
    let [now, elapsedMs] = [7_200_000, 0]
    const { deps } = recordingDeps({ clock: () => new Date(now) })
    const failing = scriptedSource('feed:gone', () => {
      throw new SourceError('unreachable', 'feed:gone cannot be reached.')
    })
    const schedule = new PollSchedule(
      { ...options, monotonicMs: () => elapsedMs, groups: [group('feed', failing)] },
      deps,
    )
    await schedule.start()
    now -= 3_600_000
    elapsedMs = 60_000
    await until(() => failing.polls === 2)
    await schedule.stop()
  })

  test('tells a poll that is due again and again and does not come to an end', async () => {
    let elapsedMs = 0
    let open = () => {}
    const held = new Promise<void>((resolve) => (open = resolve))
    const { deps } = recordingDeps()
    const holding = scriptedSource('feed:held', async function* () {
      await held
      yield* []
    })
    const other = quick('feed:a')
    const schedule = new PollSchedule(
      {
        ...options,
        monotonicMs: () => elapsedMs,
        groups: [group('file'), group('feed', holding, other)],
      },
      deps,
    )
    await schedule.start()
    elapsedMs = 31 * 60_000
    expect(schedule.overdue()).toEqual([])
    await until(() => other.polls >= 5)
    expect(schedule.overdue()).toEqual([{ source: 'feed:held', sinceMs: elapsedMs }])
    open()
    await until(() => schedule.overdue().length === 0)
    await schedule.stop()
  })

  test('starts each poll of the clock late by its share of the jitter', async () => {
    const { deps } = recordingDeps()
    const source = quick('feed:a')
    const schedule = new PollSchedule(
      { ...options, jitterSeconds: 100, random: () => 0.5, groups: [group('feed', source)] },
      deps,
    )
    await schedule.start()
    await pause(1500)
    expect(source.polls).toBe(1)
    await schedule.stop()
  })

  test('stops soon, waiting for the delivery in hand', async () => {
    let stored = false
    const { deps } = recordingDeps({
      ingest: async () => {
        await pause(100)
        stored = true
        return { stored: [], revised: [], deleted: [], unchanged: 0, rejected: 0 }
      },
    })
    const schedule = new PollSchedule(
      { ...options, groups: [group('file'), group('feed', quick('feed:a'), stuck('feed:b'))] },
      deps,
    )
    await schedule.start()
    await pause(20)
    const before = Date.now()
    await schedule.stop()
    expect(stored).toBe(true)
    expect(Date.now() - before).toBeLessThan(2000)
  })
})
