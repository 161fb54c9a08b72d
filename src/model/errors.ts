import type { SourceFault } from './delivery.ts'

/** A fault with a stable code; the message names the item and the next step. */
export class IntakeError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'IntakeError'
    this.code = code
  }
}

/** A source that could not be read. `fault` tells the kinds apart; `retryAfterSeconds` when it said so. */
export class SourceError extends IntakeError {
  readonly fault: SourceFault
  readonly retryAfterSeconds: number | undefined
  /** What the answer shows to have become of the channel. */
  readonly became: 'private' | 'gone' | undefined

  constructor(
    fault: SourceFault,
    message: string,
    options?: ErrorOptions & { retryAfterSeconds?: number; became?: 'private' | 'gone' },
  ) {
    super(`source-${fault}`, message, options)
    this.name = 'SourceError'
    this.fault = fault
    this.retryAfterSeconds = options?.retryAfterSeconds
    this.became = options?.became
  }
}
