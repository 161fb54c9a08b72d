import type { Engine } from '../analysis/engine.ts'
import { analysePending } from '../intake/analyse.ts'
import { type ChannelSnapshot, ReadAhead, snapshotOf } from '../intake/read-ahead.ts'
import { restoreEngine } from '../intake/restore.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { Story } from '../model/story.ts'
import type { Stub } from '../model/stub.ts'
import type { Drafter } from './drafter.ts'

export interface AnalystDeps {
  archive: Archive
  channels: ChannelBook
  drafter: Drafter
  /** A new engine without memory. */
  createEngine: () => Promise<Engine>
  windowDays: number
  windowSignals: number
  clock: () => Date
}

/** One step: signals judged with the stories they changed, or drafts written. */
export interface AnalystStep {
  signals: number
  stories: readonly Story[]
  drafted: readonly Stub[]
}

/** Judges what waits and drafts what changed; keeps the engine's memory between runs. */
export class Analyst {
  private readonly deps: AnalystDeps
  private engine: Engine | undefined
  /** The channels known when the engine was made. */
  private known: ChannelSnapshot | undefined

  constructor(deps: AnalystDeps) {
    this.deps = deps
  }

  /** Rebuilds the engine's memory, so that the first run does not have to. */
  async prepare(signal?: AbortSignal): Promise<void> {
    await this.openEngine(signal)
  }

  /** Steps until nothing waits. After a fault the memory is rebuilt, as it may be half of a batch ahead. */
  async *run(signal?: AbortSignal): AsyncIterable<AnalystStep> {
    const { archive, drafter } = this.deps
    try {
      const [waiting] = await archive.signals.unanalysed(1)
      if (waiting !== undefined) yield* this.judge(signal)
      for await (const drafted of drafter.draftPending(signal)) {
        yield { signals: 0, stories: [], drafted }
      }
    } catch (error) {
      this.engine = undefined
      throw error
    }
  }

  private async *judge(signal?: AbortSignal): AsyncIterable<AnalystStep> {
    const engine = await this.openEngine(signal)
    if (engine === undefined) return
    const { archive, channels } = this.deps
    const readAhead = new ReadAhead(channels, this.known)
    const options = { readAhead, ...(signal === undefined ? {} : { signal }) }
    try {
      for await (const { signals, result } of analysePending(archive, engine, options)) {
        yield { signals, stories: result.stories, drafted: [] }
      }
    } finally {
      readAhead.close()
    }
  }

  /** Forgets all judgements and the memory of them; the next run judges everything anew. */
  async forget(): Promise<void> {
    this.engine = undefined
    await this.deps.archive.analysis.reset()
  }

  /** The engine with its memory; undefined when it was stopped before it had all of it. */
  private async openEngine(signal?: AbortSignal): Promise<Engine | undefined> {
    if (this.engine !== undefined) return this.engine
    const { archive, channels, createEngine, windowDays, windowSignals, clock } = this.deps
    const engine = await createEngine()
    this.known = snapshotOf(channels)
    const reach = { windowDays, windowSignals, now: clock(), signal }
    if (!(await restoreEngine(archive, engine, reach))) return undefined
    this.engine = engine
    return engine
  }
}
