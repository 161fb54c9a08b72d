import type { Logger } from '../lib/logger.ts'
import type { Analyst } from './analyst.ts'
import { backoffMs } from './backoff.ts'
import { SingleFlight } from './single-flight.ts'
import { Watch } from './watch.ts'

const retry = { firstMs: 5000, longestMs: 600_000 }

/** Judges and drafts whenever it is woken, one run at a time; a fault is told, and tried again later. */
export class AnalysisLoop {
  private readonly analyst: Pick<Analyst, 'run' | 'prepare'>
  private readonly logger: Logger
  private readonly onJudged: () => Promise<void>
  private readonly onRun: (fault?: string) => void
  private readonly watch: Watch
  private readonly stopping = new AbortController()
  private readonly flight = new SingleFlight(() => this.work())
  private readonly waiting: (() => Promise<void>)[] = []
  private failures = 0
  private timer: NodeJS.Timeout | undefined

  /** `onJudged` is called after each step that changed stories, `onRun` after each run, with why it failed. */
  constructor(
    analyst: Pick<Analyst, 'run' | 'prepare'>,
    logger: Logger,
    onJudged: () => Promise<void> = () => Promise.resolve(),
    onRun: (fault?: string) => void = () => undefined,
  ) {
    this.onRun = onRun
    this.analyst = analyst
    this.onJudged = onJudged
    this.logger = logger
    this.watch = new Watch(logger)
  }

  /** Asks for a run; resolves when one that began after the call has ended. */
  wake(): Promise<void> {
    return this.stopping.signal.aborted ? Promise.resolve() : this.flight.run()
  }

  /** Runs work while no batch is being judged, such as an editor's decision; then judges what it led to. */
  between(work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push(() => work().then(resolve, reject))
      if (this.stopping.signal.aborted) void this.workOff()
      else void this.wake()
    })
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.flight.run()
    await this.workOff()
    // The last run may have failed and asked for another.
    clearTimeout(this.timer)
  }

  private async work(): Promise<void> {
    const { signal } = this.stopping
    if (signal.aborted) return
    try {
      let drafted = 0
      await this.workOff()
      for await (const step of this.analyst.run(signal)) {
        drafted += step.drafted.length
        await this.workOff()
        if (step.signals > 0) {
          this.watch.tell(step.stories)
          await this.onJudged()
        }
      }
      // Only a run that came to its end has written the outbox.
      if (!isAborted(signal)) this.tellDrafts(drafted)
      await this.analyst.prepare(signal)
      this.failures = 0
      this.onRun()
    } catch (error) {
      this.failures += 1
      this.onRun(error instanceof Error ? error.message : String(error))
      const delayMs = backoffMs(this.failures, retry)
      this.logger.error(
        { err: error },
        `Judging failed, and is tried again in ${delayMs / 1000} s; signals keep coming in meanwhile`,
      )
      clearTimeout(this.timer)
      this.timer = setTimeout(() => void this.wake(), delayMs)
    }
  }

  private async workOff(): Promise<void> {
    for (const work of this.waiting.splice(0)) await work()
  }

  private tellDrafts(count: number): void {
    if (count > 0)
      this.logger.info(`${count} ${count === 1 ? 'draft' : 'drafts'} written to the outbox`)
  }
}

// A call, so that the compiler does not take the flag for unchanged since the run began.
const isAborted = (signal: AbortSignal): boolean => signal.aborted
