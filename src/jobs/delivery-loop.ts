import type { Logger } from '../lib/logger.ts'
import type { Deliverer } from './deliverer.ts'
import { SingleFlight } from './single-flight.ts'

/** A command of another process may have queued or resumed something. */
const lookMs = 5000

/** Delivers when it is woken, as after an approval, and by time; one run at a time. */
export class DeliveryLoop {
  private readonly deliverer: Pick<Deliverer, 'run'>
  private readonly logger: Logger
  private readonly stopping = new AbortController()
  private readonly flight = new SingleFlight(() => this.work())
  private timer: NodeJS.Timeout | undefined

  constructor(deliverer: Pick<Deliverer, 'run'>, logger: Logger) {
    this.deliverer = deliverer
    this.logger = logger
  }

  /** Asks for a run; resolves when one that began after the call has ended. */
  wake(): Promise<void> {
    return this.stopping.signal.aborted ? Promise.resolve() : this.flight.run()
  }

  /** Breaks off the requests in hand: each is looked up before it is made again. */
  async stop(): Promise<void> {
    this.stopping.abort()
    await this.flight.run()
    clearTimeout(this.timer)
  }

  private async work(): Promise<void> {
    const { signal } = this.stopping
    if (signal.aborted) return
    clearTimeout(this.timer)
    try {
      await this.deliverer.run(signal)
    } catch (error) {
      this.logger.error({ err: error }, 'Delivering failed, and is tried again')
    }
    this.timer = setTimeout(() => void this.wake(), lookMs)
  }
}
