import type { StoredReadings } from '../../model/analysis-store.ts'
import type { SignalKey } from '../../model/signal.ts'

/** Readings that are to be stored, until somebody takes them. */
export class ReadingBook {
  private readonly reader: string
  private readings: (readonly [SignalKey, Uint8Array])[] = []
  private since: string | undefined

  /** `reader` names everything that the readings rest on. */
  constructor(reader: string) {
    this.reader = reader
  }

  note(key: SignalKey, reading: Uint8Array): void {
    this.readings.push([key, reading])
  }

  /** Readings of signals before the instant are of no use any more. */
  forgetBefore(ms: number): void {
    this.since = new Date(ms).toISOString()
  }

  take(): StoredReadings {
    const { reader, readings, since } = this
    this.readings = []
    this.since = undefined
    return { reader, readings, ...(since === undefined ? {} : { since }) }
  }
}
