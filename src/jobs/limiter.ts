/** Runs tasks in the order they were given, at most `most` at a time. */
export class Limiter {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) {
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    } else {
      this.running += 1
    }
    try {
      return await task()
    } finally {
      // The place is handed on without being given up, so a newcomer can't slip in between.
      const next = this.waiting.shift()
      if (next === undefined) this.running -= 1
      else next()
    }
  }
}
