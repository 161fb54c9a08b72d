import { setMaxListeners } from 'node:events'
import { startCron } from '../lib/cron.ts'
import { limitSignal } from '../lib/limit-signal.ts'
import { monotonicMs } from '../lib/monotonic.ts'
import { pause } from '../lib/pause.ts'
import type { Source } from '../model/delivery.ts'
import { backoffMs } from './backoff.ts'
import { Limiter } from './limiter.ts'
import { type PollDeps, pollSource, SourceHealth } from './poll-source.ts'

/** Sources of one kind and the cron expression by which they are polled. */
export interface PollGroup {
  kind: string
  cron: string
  sources: readonly Source[]
}

export interface PollScheduleOptions {
  /** The first group is polled to its end before the others begin; afterwards each goes by its own clock. */
  groups: readonly PollGroup[]
  jitterSeconds: number
  maxBackoffMinutes: number
  /** Polls of one group that may run at once. */
  atOnce?: number
  /** A poll is broken off after so long, and goes on from its cursor the next time. */
  longestPollMinutes?: number
  random?: () => number
  /** By which rests and polls that do not come are measured; left out, the system's. */
  monotonicMs?: () => number
}

/** A source that is due again and again, and whose poll does not come to an end. */
export interface OverduePoll {
  source: string
  sinceMs: number
}

interface RunningPoll {
  ended: Promise<void>
  fromMs: number
  /** Polls that were due meanwhile. */
  missed: number
}

/** Less than the minute between two polls, so that one hiccup costs no poll. */
const firstBackoffMs = 30_000
/** So many polls have to be due meanwhile, and a poll to last twice as long as it may, before it is told. */
const mostMissed = 3

/**
 * Polls sources by cron: each starts a little late, none overlaps itself, and one that fails is left
 * alone for longer and longer while the others go on.
 */
export class PollSchedule {
  private readonly options: PollScheduleOptions
  private readonly deps: PollDeps
  private readonly health = new SourceHealth()
  private readonly stopping = new AbortController()
  private readonly nowMs: () => number
  /** Until when a source that failed is left alone. */
  private readonly rests = new Map<string, number>()
  private readonly running = new Map<string, RunningPoll>()
  private clocks: (() => void)[] = []

  constructor(options: PollScheduleOptions, deps: PollDeps) {
    this.options = options
    this.deps = deps
    this.nowMs = options.monotonicMs ?? monotonicMs
    // Each source that is read or waited for listens.
    setMaxListeners(0, this.stopping.signal)
  }

  /**
   * Polls everything once and from then on by the clock; resolves when the first group's first polls have
   * ended, so that local files come before the network.
   */
  async start(): Promise<void> {
    const [first, ...others] = this.options.groups.map((group) => ({
      sources: group.sources,
      cron: group.cron,
      limiter: new Limiter(this.options.atOnce ?? 4),
    }))
    if (first === undefined) return
    await this.poll(first.sources, first.limiter, false)
    if (this.stopping.signal.aborted) return
    for (const { sources, limiter } of others) void this.poll(sources, limiter, false)
    for (const { cron, sources, limiter } of [first, ...others]) {
      this.clocks.push(startCron(cron, () => void this.poll(sources, limiter, true)))
    }
  }

  /** Polls that began, or wait for their turn, too long ago. */
  overdue(): readonly OverduePoll[] {
    const now = this.nowMs()
    return Array.from(this.running)
      .filter(([, { missed }]) => missed >= mostMissed)
      .map(([source, { fromMs }]) => ({ source, sinceMs: now - fromMs }))
      .filter(({ sinceMs }) => sinceMs > 2 * this.longestPollMs)
  }

  /** Starts no more polls, breaks off the running ones between two deliveries, and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort()
    for (const stop of this.clocks) stop()
    this.clocks = []
    await Promise.all(Array.from(this.running.values(), ({ ended }) => ended))
  }

  private async poll(sources: readonly Source[], limiter: Limiter, late: boolean): Promise<void> {
    await Promise.all(sources.map((source) => this.pollOnce(source, limiter, late)))
  }

  private pollOnce(source: Source, limiter: Limiter, late: boolean): Promise<void> {
    if (this.stopping.signal.aborted) return Promise.resolve()
    const busy = this.running.get(source.name)
    if (busy !== undefined) {
      busy.missed += 1
      return Promise.resolve()
    }
    if (this.nowMs() < (this.rests.get(source.name) ?? 0)) return Promise.resolve()
    const ended = this.run(source, limiter, late).finally(() => this.running.delete(source.name))
    this.running.set(source.name, { ended, fromMs: this.nowMs(), missed: 0 })
    return ended
  }

  private async run(source: Source, limiter: Limiter, late: boolean): Promise<void> {
    const { jitterSeconds, maxBackoffMinutes } = this.options
    const random = this.options.random ?? Math.random
    if (late) await pause(random() * jitterSeconds * 1000, this.stopping.signal)
    await limiter.run(async () => {
      if (this.stopping.signal.aborted) return
      const { signal, release } = limitSignal(this.stopping.signal, this.longestPollMs)
      const outcome = await pollSource(source, this.health, this.deps, signal).finally(release)
      if (outcome.kind !== 'failed') {
        this.rests.delete(source.name)
        return
      }
      const wait = backoffMs(
        this.health.failures(source.name),
        { firstMs: firstBackoffMs, longestMs: maxBackoffMinutes * 60_000 },
        outcome.retryAfterSeconds,
      )
      this.rests.set(source.name, this.nowMs() + wait)
    })
  }

  private get longestPollMs(): number {
    return (this.options.longestPollMinutes ?? 15) * 60_000
  }
}
