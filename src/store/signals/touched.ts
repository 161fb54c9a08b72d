import { isDeepStrictEqual } from 'node:util'
import type { SignalKey } from '../../model/signal.ts'
import { signalKey } from '../../model/signal.ts'
import type { SignalRecord } from './signal-record.ts'

/** What a commit did so far, signal by signal. */
export class Touched {
  readonly stored = new Set<SignalKey>()
  readonly revised = new Set<SignalKey>()
  readonly deleted = new Set<SignalKey>()
  unchanged = 0
  /** Something was learned that analysis does not need, such as a link to a photo. */
  isCompleted = false
  /** Rows that were written with something that the chain speaks for. */
  readonly written = new Set<number>()
  /** Rows to analyse. */
  readonly rows = new Set<number>()
  readonly texts = new Map<number, { text: string; isNew: boolean }>()

  store(row: number, key: SignalKey, text: string, isDeleted: boolean): void {
    this.stored.add(key)
    this.written.add(row)
    if (isDeleted) this.deleted.add(key)
    this.rows.add(row)
    this.texts.set(row, { text, isNew: true })
  }

  change(before: SignalRecord, after: SignalRecord, isRevised: boolean): void {
    const key = signalKey(after.name, after.id)
    const isDeleted = after.deletion !== null && before.deletion !== after.deletion
    const isBack = after.deletion === null && before.deletion !== null
    if (isDeleted) this.deleted.add(key)
    if ((isRevised || isBack) && !this.stored.has(key)) this.revised.add(key)
    if (isRevised || isDeleted || isBack) this.rows.add(after.row)
    else this.unchanged++
    if (!isDeepStrictEqual({ ...before, views: 0 }, { ...after, views: 0 }))
      this.written.add(after.row)
    if (before.media !== after.media || before.url !== after.url) this.isCompleted = true
    if (before.text !== after.text) {
      const isNew = this.texts.get(after.row)?.isNew ?? false
      this.texts.set(after.row, { text: after.text, isNew })
    }
  }
}
