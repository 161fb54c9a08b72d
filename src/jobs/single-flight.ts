/** Work that never runs twice at once: calls during a run ask for one more run after it. */
export class SingleFlight {
  private current: Promise<void> | undefined
  private asked = 0
  private readonly work: () => Promise<void>

  constructor(work: () => Promise<void>) {
    this.work = work
  }

  /** Resolves when a run that began after the call has ended; rejects with the fault of the run. */
  run(): Promise<void> {
    this.asked += 1
    this.current ??= this.loop()
    return this.current
  }

  private async loop(): Promise<void> {
    let answered: number
    try {
      do {
        answered = this.asked
        await this.work()
      } while (answered !== this.asked)
    } finally {
      // In the same step as the last look at `asked`, so that no call falls between.
      this.current = undefined
    }
  }
}
