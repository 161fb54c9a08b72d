import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client'
import { monotonicMs } from '../lib/monotonic.ts'
import { askDisk, type Disk } from '../lib/disk.ts'
import type { Archive } from '../model/archive.ts'
import type { CommitOutcome } from '../model/signal-store.ts'
import type { StatsStore } from '../model/stats.ts'
import type { Delivery } from '../model/delivery.ts'
import type { OverduePoll, Reading } from './health.ts'

/** The pulse and the sources are read at most so often, however often they are asked for. */
const freshMs = 10_000

export interface MetricsDeps {
  archive: Archive
  /** Names of the sources that the desk listens to now. */
  sources: ReadonlySet<string>
  /** File of the database, whose disk is looked at. */
  database: string
  clock: () => Date
  /** Left out, it is the system's. */
  monotonicMs?: () => number
  /** Left out, it asks the system. */
  diskOf?: (database: string) => Promise<Disk>
}

/** What Prometheus reads: counts since the start, and how the archive is now. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly deps: MetricsDeps
  private readonly nowMs: () => number
  private readonly startedMs: number
  /** When each source was last read since the start: the clock may be set meanwhile. */
  private readonly readMs = new Map<string, number>()
  private polled: () => readonly OverduePoll[] = () => []
  private readonly posts
  private readonly polls
  private readonly sends
  private readonly gauges
  /** Why what comes in can't be stored or judged just now: what can't be written can't be read in the archive. */
  private readonly faults = new Map<'store' | 'judge', string>()
  private read: { atMs: number; reading: Reading } | undefined

  constructor(deps: MetricsDeps) {
    this.deps = deps
    this.nowMs = deps.monotonicMs ?? monotonicMs
    this.startedMs = this.nowMs()
    const registers = [this.registry]
    // Memory, CPU, and the delay of the event loop.
    collectDefaultMetrics({ register: this.registry })
    this.posts = new Counter({
      name: 'intake_posts_total',
      help: 'Posts taken in, by what came of them',
      labelNames: ['outcome'],
      registers,
    })
    this.polls = new Counter({
      name: 'intake_polls_total',
      help: 'Polls of sources, by outcome',
      labelNames: ['source', 'outcome'],
      registers,
    })
    this.sends = new Counter({
      name: 'intake_sends_total',
      help: 'Messages and other calls to Telegram, by outcome',
      labelNames: ['outcome'],
      registers,
    })
    const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
      new Gauge({ name: `intake_${name}`, help, labelNames: [...labelNames], registers })
    this.gauges = {
      signals: gauge('signals', 'Signals stored'),
      quarantined: gauge('quarantined', 'Pieces that could not be read'),
      waiting: gauge('waiting', 'What waits, by kind', ['kind']),
      stubs: gauge('stubs', 'Stubs by state', ['state']),
      deliveries: gauge('deliveries', 'Copies of editions on their way, by state', ['state']),
      database: gauge('database_bytes', 'Size of the database and of its log', ['file']),
      gaps: gauge('gaps', 'Open gaps in what the desk saw, by kind', ['kind']),
      disk: gauge('disk_free_bytes', 'Free on the disk of the database'),
      lag: gauge('channel_newest_seconds', 'Age of the newest post of a channel', ['channel']),
      silence: gauge('source_success_age_seconds', 'Since a source was last read', ['source']),
      failures: gauge('source_failures', 'Failed polls of a source in a row', ['source']),
    }
  }

  /** Counts what came of each delivery. */
  ingest(ingest: (delivery: Delivery) => Promise<CommitOutcome>) {
    return async (delivery: Delivery): Promise<CommitOutcome> => {
      const outcome = await this.storing(ingest(delivery))
      const { stored, revised, deleted, unchanged, rejected } = outcome
      this.posts.inc({ outcome: 'new' }, stored.length)
      this.posts.inc({ outcome: 'edited' }, revised.length)
      this.posts.inc({ outcome: 'deleted' }, deleted.length)
      this.posts.inc({ outcome: 'duplicate' }, unchanged)
      this.posts.inc({ outcome: 'quarantined' }, rejected)
      return outcome
    }
  }

  /** Counts how each poll went. */
  stats(stats: StatsStore): StatsStore {
    return {
      read: () => stats.read(),
      quarantined: (limit) => stats.quarantined(limit),
      recordPoll: (source, at, error) => {
        if (error === undefined) this.readMs.set(source, this.nowMs())
        this.polls.inc({ source, outcome: error === undefined ? 'read' : 'failed' })
        return this.storing(stats.recordPoll(source, at, error))
      },
    }
  }

  /** Counts what came of a message to Telegram. */
  countSend(outcome: string): void {
    this.sends.inc({ outcome })
  }

  /** Notes why judging failed, or that it went well. */
  noteJudging(fault?: string): void {
    if (fault === undefined) this.faults.delete('judge')
    else this.faults.set('judge', `What came in can’t be judged: ${fault}`)
  }

  /** Where it reads which polls were due and did not come. */
  watchPolls(overdue: () => readonly OverduePoll[]): void {
    this.polled = overdue
  }

  get overdue(): readonly OverduePoll[] {
    return this.polled()
  }

  /** Sentences on what keeps the desk from its work. */
  get troubles(): readonly string[] {
    return [...this.faults.values()]
  }

  private async storing<T>(work: Promise<T>): Promise<T> {
    try {
      const done = await work
      this.faults.delete('store')
      return done
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      this.faults.set('store', `What comes in can’t be stored: ${said}`)
      throw error
    }
  }

  /** In the text format of Prometheus. */
  async text(): Promise<string> {
    await this.gather()
    return this.registry.metrics()
  }

  get contentType(): string {
    return this.registry.contentType
  }

  /** The archive and its sources as they were a few seconds ago at most. */
  async recent(): Promise<Reading> {
    const atMs = this.nowMs()
    if (this.read === undefined || atMs - this.read.atMs > freshMs)
      this.read = { atMs, reading: await this.readNow() }
    return this.read.reading
  }

  private async readNow(): Promise<Reading> {
    const { archive, sources, database, diskOf = askDisk } = this.deps
    const disk = await diskOf(database).catch(() => undefined)
    return {
      pulse: await archive.pulse(),
      sources: (await archive.sources()).filter(({ source }) => sources.has(source)),
      gaps: await archive.gaps.counts(),
      ...(disk === undefined ? {} : { disk }),
    }
  }

  private async gather(): Promise<void> {
    const { pulse, sources, gaps, disk } = await this.recent()
    const { gauges } = this
    const age = (at: string) => (this.deps.clock().getTime() - Date.parse(at)) / 1000
    for (const one of Object.values(gauges)) one.reset()
    gauges.signals.set(pulse.signals)
    gauges.quarantined.set(pulse.quarantined)
    for (const [kind, n] of Object.entries(pulse.waiting)) gauges.waiting.set({ kind }, n)
    for (const [state, n] of Object.entries(pulse.stubs)) gauges.stubs.set({ state }, n)
    for (const [state, n] of Object.entries(pulse.deliveries)) gauges.deliveries.set({ state }, n)
    gauges.database.set({ file: 'database' }, pulse.databaseBytes)
    gauges.database.set({ file: 'log' }, pulse.logBytes)
    for (const [kind, n] of Object.entries(gaps)) gauges.gaps.set({ kind }, n)
    // Not known is not zero.
    if (disk === undefined) gauges.disk.remove()
    else gauges.disk.set(disk.freeBytes)
    for (const { channel, at } of pulse.newest) gauges.lag.set({ channel }, age(at))
    for (const { source, lastSuccessAt, failures } of sources) {
      gauges.failures.set({ source }, failures)
      if (lastSuccessAt !== undefined)
        gauges.silence.set({ source }, this.silence(source, age(lastSuccessAt)))
    }
  }

  /** Seconds since a source was read. A time that is still to come was noted before the clock was set back. */
  private silence(source: string, ageSeconds: number): number {
    const readMs = this.readMs.get(source)
    if (readMs === undefined && ageSeconds >= 0) return ageSeconds
    return (this.nowMs() - (readMs ?? this.startedMs)) / 1000
  }
}
