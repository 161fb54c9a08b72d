import { pause } from './pause.ts'

/** Gives turns at most one per delay, with up to a quarter more so that requests do not beat time. */
export class Pace {
  readonly #delayMs: number
  #nextAtMs = 0

  constructor(delayMs: number) {
    this.#delayMs = delayMs
  }

  /** Resolves when it is the caller's turn, or early when the signal is aborted. */
  async turn(signal: AbortSignal): Promise<void> {
    const nowMs = Date.now()
    const turnAtMs = Math.max(this.#nextAtMs, nowMs)
    this.#nextAtMs = turnAtMs + this.#delayMs * (1 + Math.random() / 4)
    if (turnAtMs > nowMs) await pause(turnAtMs - nowMs, signal)
  }
}
