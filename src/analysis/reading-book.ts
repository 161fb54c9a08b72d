import type { StoredReadings } from '../model/archive.ts'
import type { SignalKey } from '../model/signal.ts'
import { type LearningSignal, storeReading } from './stored-reading.ts'

/** Readings that are to be stored, until somebody takes them. */
export class ReadingBook {
  private readonly reader: string
  private readings: (readonly [SignalKey, string])[] = []
  private since: string | undefined

  /** `reader` names everything that the readings rest on. */
  constructor(reader: string) {
    this.reader = reader
  }

  note(read: LearningSignal): void {
    this.readings.push([read.signal.key, storeReading(read)])
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
