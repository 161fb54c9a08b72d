import { crc32 } from 'node:zlib'
import type Database from 'better-sqlite3'
import type { StoredReadings } from '../../model/analysis-store.ts'
import type { SignalKey } from '../../model/signal.ts'
import { firstRowAt } from '../signals/signal-row.ts'
import type { SignalTable } from '../signals/signal-table.ts'

/** A sum stands before the bytes of a reading: what a disk damaged is as good as none, and is read anew. */
const sumBytes = 4
/** Told in the reader's name, as readings without a sum are another's. */
const summed = (reader: string) => `${reader} summed`

/** What analysis read in the signals of its window, so that a start need not read them again. */
export class ReadingTable {
  private readonly signals: SignalTable
  private readonly put
  private readonly ofRow
  private readonly removeBefore

  constructor(db: Database.Database, signals: SignalTable) {
    this.signals = signals
    this.put = db.prepare<[number, string, Uint8Array]>(
      `INSERT INTO readings (row, reader, content) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET reader = excluded.reader, content = excluded.content`,
    )
    this.ofRow = db
      .prepare<[number, string], Uint8Array>(
        'SELECT content FROM readings WHERE row = ? AND reader = ?',
      )
      .pluck()
    this.removeBefore = db.prepare<[number]>('DELETE FROM readings WHERE row < ?')
  }

  keep({ reader, readings, since }: StoredReadings): void {
    for (const [key, content] of readings) {
      const row = this.signals.findRow(key)
      if (row !== undefined) this.put.run(row, summed(reader), withSum(content))
    }
    if (since !== undefined) this.removeBefore.run(firstRowAt(since))
  }

  /** Those of the reader; another's are as good as none. */
  get(keys: readonly SignalKey[], reader: string): Map<SignalKey, Uint8Array> {
    const found = new Map<SignalKey, Uint8Array>()
    for (const key of keys) {
      const row = this.signals.findRow(key)
      const stored = row === undefined ? undefined : this.ofRow.get(row, summed(reader))
      const content = stored === undefined ? undefined : withoutSum(stored)
      if (content !== undefined) found.set(key, content)
    }
    return found
  }
}

function withSum(content: Uint8Array): Uint8Array {
  const sum = Buffer.alloc(sumBytes)
  sum.writeUInt32LE(crc32(content))
  return Buffer.concat([sum, content])
}

/** Undefined where the bytes are not those that were kept. */
function withoutSum(stored: Uint8Array): Uint8Array | undefined {
  const content = stored.subarray(sumBytes)
  const sum = Buffer.from(stored.buffer, stored.byteOffset, stored.length)
  return stored.length >= sumBytes && sum.readUInt32LE() === crc32(content) ? content : undefined
}
