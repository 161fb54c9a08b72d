import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { ChainEntry, ChainHead } from '../../model/chain.ts'

export interface ChainRecord {
  entry: number
  at: string
  kind: string
  subject: string
  content: Buffer
  hash: Buffer
  items: string | null
}

export const chainColumns = 'entry, at, kind, subject, content, hash, items'

export const sha256 = (content: string | Uint8Array): Buffer =>
  createHash('sha256').update(content).digest()

/** Adds to the chain of hashes; to be called within the transaction that writes what is hashed. */
export class Chain {
  private readonly insert
  private readonly last

  constructor(db: Database.Database) {
    this.insert = db.prepare<[ChainRecord]>(
      `INSERT INTO chain (${chainColumns})
       VALUES (@entry, @at, @kind, @subject, @content, @hash, @items)`,
    )
    this.last = db.prepare<[], Pick<ChainRecord, 'entry' | 'hash'>>(
      'SELECT entry, hash FROM chain ORDER BY entry DESC LIMIT 1',
    )
  }

  /** One entry for one thing, by its SHA-256. */
  append(kind: string, subject: string, content: Buffer, at: string): ChainHead {
    return this.put({ kind, subject, content, at, items: null })
  }

  /** One entry for many rows, a line for each. */
  appendItems(kind: string, subject: string, lines: readonly string[], at: string): ChainHead {
    const items = lines.join('\n')
    return this.put({ kind, subject, content: sha256(items), at, items })
  }

  head(): ChainHead | undefined {
    const last = this.last.get()
    return last && { entry: last.entry, hash: last.hash.toString('hex') }
  }

  private put(entry: Omit<ChainRecord, 'entry' | 'hash'>): ChainHead {
    const before = this.last.get()
    const numbered = { ...entry, entry: (before?.entry ?? 0) + 1 }
    const hash = chainHash(before?.hash, numbered)
    this.insert.run({ ...numbered, hash })
    return { entry: numbered.entry, hash: hash.toString('hex') }
  }
}

/** The hash of an entry that follows the one with the hash given; none comes before the first. */
export function chainHash(
  previous: Buffer | undefined,
  { entry, at, kind, subject, content }: Omit<ChainRecord, 'hash' | 'items'>,
): Buffer {
  const before = previous?.toString('hex') ?? ''
  return sha256(JSON.stringify([before, entry, at, kind, subject, content.toString('hex')]))
}

export const toChainEntry = (record: ChainRecord): ChainEntry => ({
  entry: record.entry,
  at: record.at,
  kind: record.kind,
  subject: record.subject,
  content: record.content.toString('hex'),
  hash: record.hash.toString('hex'),
  ...(record.items !== null && { items: record.items }),
})
