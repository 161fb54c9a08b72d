import type { Engine } from '../analysis/engine.ts'
import { analysePending, recallStories } from '../intake/analyse.ts'
import { ReadAhead, type ReaderSettings, snapshotOf } from '../intake/read-ahead.ts'
import { restoreEngine } from '../intake/restore.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import type { Archive } from '../model/archive.ts'
import type { AnalysisResult } from '../model/analysis.ts'
import { IntakeError } from '../model/errors.ts'
import type { Decision, Story } from '../model/story.ts'
import type { Stub } from '../model/stub.ts'
import type { Drafter } from './drafter.ts'

export interface AnalystDeps {
  archive: Archive
  channels: ChannelBook
  drafter: Drafter
  /** A new engine without memory. */
  createEngine: () => Promise<Engine>
  /** Outlets that the configuration adds. */
  outlets: ReaderSettings['outlets']
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
  private opening: Promise<Engine | undefined> | undefined
  /** What another thread reads by, as the engine does. */
  private settings: ReaderSettings | undefined

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
    const { settings } = this
    const readAhead = new ReadAhead({ channels, engine, ...(settings && { settings }) })
    const options = { readAhead, ...(signal === undefined ? {} : { signal }) }
    try {
      for await (const { signals, result } of analysePending(archive, engine, options)) {
        yield { signals, stories: result.stories, drafted: [] }
      }
    } finally {
      readAhead.close()
    }
  }

  /**
   * Stores an editor's decision with what it changes; answers the stories that are now others than before. They
   * are drafted by the next run.
   */
  async decide(decision: Decision): Promise<readonly Story[]> {
    const { archive } = this.deps
    await requireJudged(decision.signals, archive)
    return this.redecide(
      decision,
      (engine) => engine.decide(decision),
      async (result) => {
        await archive.analysis.decide(decision, result)
      },
    )
  }

  /** Takes back a stored decision; answers as `decide` does. One that was taken back before changes nothing. */
  async withdraw(number: number, at: string): Promise<readonly Story[]> {
    const { archive } = this.deps
    const decision = (await archive.analysis.decisions()).find((each) => each.decision === number)
    if (decision === undefined) {
      throw new IntakeError('unknown-decision', `There is no decision ${number}.`)
    }
    if (decision.withdrawnAt !== undefined) return []
    return this.redecide(
      decision,
      (engine) => engine.withdraw(decision, at),
      (result) => archive.analysis.withdraw(number, at, result),
    )
  }

  private async redecide(
    { signals }: Decision,
    change: (engine: Engine) => AnalysisResult,
    store: (result: AnalysisResult) => Promise<void>,
  ): Promise<readonly Story[]> {
    const { archive } = this.deps
    const engine = await this.openEngine()
    if (engine === undefined) {
      throw new IntakeError('stopping', 'The desk is being stopped: decide again when it runs.')
    }
    try {
      await recallStories(engine.missing(signals), archive, engine)
      const result = change(engine)
      await store(result)
      await archive.analysis.keepReadings(engine.takeReadings())
      return result.stories
    } catch (error) {
      this.engine = undefined
      throw error
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
    // A decision may come while the memory is being rebuilt for a run.
    this.opening ??= this.rebuild(signal).finally(() => {
      this.opening = undefined
    })
    return this.opening
  }

  private async rebuild(signal?: AbortSignal): Promise<Engine | undefined> {
    const { archive, channels, createEngine, outlets, windowDays, windowSignals, clock } = this.deps
    const engine = await createEngine()
    this.settings = { known: snapshotOf(channels), outlets }
    const reach = { windowDays, windowSignals, now: clock(), signal }
    if (!(await restoreEngine(archive, engine, reach))) return undefined
    this.engine = engine
    return engine
  }
}

async function requireJudged(keys: Decision['signals'], archive: Archive): Promise<void> {
  if (keys[0] === keys[1]) {
    throw new IntakeError('one-signal', `Both name ${keys[0]}: give two different signals.`)
  }
  const stored = await archive.signals.get(keys)
  const judged = await archive.analysis.storyOf(keys)
  for (const key of keys) {
    if (!stored.has(key)) throw new IntakeError('unknown-signal', `There is no signal ${key}.`)
    if (!judged.has(key)) {
      throw new IntakeError(
        'not-judged',
        `${key} is stored and not judged yet: decide again when it is in a story.`,
      )
    }
  }
}
