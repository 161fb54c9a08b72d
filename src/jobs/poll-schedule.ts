import { setMaxListeners } from 'node:events'
import { startCron } from '../lib/cron.ts'
import { limitSignal } from '../lib/limit-signal.ts'
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
}

/** Less than the minute between two polls, so that one hiccup costs no poll. */
const firstBackoffMs = 30_000

/**
 * Polls sources by cron: each starts a little late, none overlaps itself, and one that fails is left
 * alone for longer and longer while the others go on.
 */
export class PollSchedule {
  private readonly options: PollScheduleOptions
  private readonly deps: PollDeps
  private readonly health = new SourceHealth()
  private readonly stopping = new AbortController()
  private readonly rests = new Map<string, { fromMs: number; toMs: number }>()
  private readonly running = new Map<string, Promise<void>>()
  private clocks: (() => void)[] = []

  constructor(options: PollScheduleOptions, deps: PollDeps) {
    this.options = options
    this.deps = deps
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

  /** Starts no more polls, breaks off the running ones between two deliveries, and waits for them. */
  async stop(): Promise<void> {
    this.stopping.abort()
    for (const stop of this.clocks) stop()
    this.clocks = []
    await Promise.all(this.running.values())
  }

  private async poll(sources: readonly Source[], limiter: Limiter, late: boolean): Promise<void> {
    await Promise.all(sources.map((source) => this.pollOnce(source, limiter, late)))
  }

  private pollOnce(source: Source, limiter: Limiter, late: boolean): Promise<void> {
    const now = this.deps.clock().getTime()
    const busy = this.running.has(source.name)
    if (busy || this.stopping.signal.aborted) return Promise.resolve()
    const rest = this.rests.get(source.name)
    // Before its beginning the clock was set back: the rest would last by so much longer.
    if (rest !== undefined && now >= rest.fromMs && now < rest.toMs) return Promise.resolve()
    const run = this.run(source, limiter, late).finally(() => this.running.delete(source.name))
    this.running.set(source.name, run)
    return run
  }

  private async run(source: Source, limiter: Limiter, late: boolean): Promise<void> {
    const { jitterSeconds, maxBackoffMinutes, longestPollMinutes = 15 } = this.options
    const random = this.options.random ?? Math.random
    if (late) await pause(random() * jitterSeconds * 1000, this.stopping.signal)
    await limiter.run(async () => {
      if (this.stopping.signal.aborted) return
      const { signal, release } = limitSignal(this.stopping.signal, longestPollMinutes * 60_000)
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
      const fromMs = this.deps.clock().getTime()
      this.rests.set(source.name, { fromMs, toMs: fromMs + wait })
    })
  }
}
