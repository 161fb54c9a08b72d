import type { StoredReadings } from '../../model/archive.ts'
import type { SignalKey } from '../../model/signal.ts'
import { type LearningSignal, storeReading } from './stored-reading.ts'
import type { TermWeights } from '../text/term-weights.ts'

/** Readings that are to be stored, until somebody takes them. */
export class ReadingBook {
  private readonly reader: string
  private readonly weights: TermWeights
  private readings: (readonly [SignalKey, Uint8Array])[] = []
  private since: string | undefined

  /** `reader` names everything that the readings rest on. */
  constructor(reader: string, weights: TermWeights) {
    this.reader = reader
    this.weights = weights
  }

  note(read: LearningSignal): void {
    this.readings.push([read.signal.key, storeReading(read, this.weights)])
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
