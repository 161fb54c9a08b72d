import type Database from 'better-sqlite3'
import type { JournalEntry, JournalStore } from '../../model/journal.ts'
import type { Payload, PayloadKind } from '../../model/delivery.ts'
import { IntakeError } from '../../model/errors.ts'
import { answer } from '../answer.ts'
import type { InboxTable } from '../watching/inbox.ts'
import { hashBody, packBody, unpackBody } from './journal-body.ts'
import type { SourceTable } from './sources.ts'

interface JournalRecord {
  journal: number
  source: string
  kind: PayloadKind
  channel: string | null
  address: string | null
  meta: string | null
  sha256: Buffer
  body: Buffer | null
  is_text: number
  received_at: string
}

/** How a payload ended. */
export interface Settlement {
  journal: number
  state: 'done' | 'quarantined'
  /** Something stored or quarantined came of it. */
  contributed: boolean
}

const columns = 'journal, source, kind, channel, address, meta, sha256, body, is_text, received_at'

/**
 * Raw payloads as received: written `pending`, then `done`, or `quarantined` when nothing in them could
 * be read. The same bytes from the same source are one entry.
 */
export class Journal implements JournalStore {
  private readonly db: Database.Database
  private readonly sources: SourceTable
  private readonly inbox: InboxTable
  private readonly put
  private readonly byNumber
  private readonly allPending
  private readonly close
  private readonly sourceOf

  constructor(db: Database.Database, sources: SourceTable, inbox: InboxTable) {
    this.inbox = inbox
    this.db = db
    this.sources = sources
    this.put = db.prepare<
      [Omit<JournalRecord, 'journal' | 'is_text'> & { is_text: number }],
      { journal: number; seen: number }
    >(
      `INSERT INTO journal (source, kind, channel, address, meta, sha256, body, is_text, first_at,
           received_at, state)
         VALUES (@source, @kind, @channel, @address, @meta, @sha256, @body, @is_text, @received_at,
           @received_at, 'pending')
         ON CONFLICT (source, sha256) DO UPDATE SET
           state = 'pending', seen = seen + 1, body = coalesce(body, excluded.body),
           address = excluded.address, meta = excluded.meta, received_at = excluded.received_at
         RETURNING journal, seen`,
    )
    this.byNumber = db.prepare<[number], JournalRecord>(
      `SELECT ${columns} FROM journal WHERE journal = ?`,
    )
    this.allPending = db.prepare<[], JournalRecord>(
      `SELECT ${columns} FROM journal WHERE state = 'pending' ORDER BY journal`,
    )
    this.sourceOf = db
      .prepare<[number], string>('SELECT source FROM journal WHERE journal = ?')
      .pluck()
    // An update of the bot comes once, so its body is kept whatever came of it.
    this.close = db.prepare<[Omit<Settlement, 'contributed'> & { contributed: number }]>(
      `UPDATE journal SET state = @state, contributed = max(contributed, @contributed),
         body = CASE WHEN max(contributed, @contributed) = 1 OR kind = 'telegram-update' THEN body END
       WHERE journal = @journal`,
    )
  }

  async append(payload: Payload, cursor?: string): Promise<number> {
    const { source, kind, channel, address, receivedAt, body, meta } = payload
    const record = {
      source,
      kind,
      channel: channel ?? null,
      address: address ?? null,
      meta: meta ? JSON.stringify(meta) : null,
      sha256: hashBody(body),
      body: await packBody(body),
      is_text: typeof body === 'string' ? 1 : 0,
      received_at: receivedAt,
    }
    const run = this.db.transaction(() => {
      if (cursor !== undefined) this.sources.moveCursor(source, cursor)
      const { journal, seen } = this.put.get(record) ?? { journal: 0, seen: 0 }
      // What Telegram brings again waits for its answer already, or has it.
      if (seen === 1) this.inbox.note(journal, payload)
      return journal
    })
    return run.immediate()
  }

  pending(): Promise<readonly JournalEntry[]> {
    return answer(() => this.allPending.all().map(toEntry))
  }

  read(journal: number): Promise<JournalEntry | undefined> {
    return answer(() => {
      const record = this.byNumber.get(journal)
      return record && toEntry(record)
    })
  }

  cursor(source: string): Promise<string | undefined> {
    return answer(() => this.sources.cursor(source))
  }

  /** For the commit of an entry, inside its transaction. */
  requireEntry(journal: number): void {
    if (this.sourceOf.get(journal) === undefined) {
      throw new IntakeError(
        'unknown-journal-entry',
        `journal entry ${journal} does not exist; append the payload before committing its posts`,
      )
    }
  }

  settle({ journal, state, contributed }: Settlement): void {
    this.close.run({ journal, state, contributed: contributed ? 1 : 0 })
  }
}

function toEntry(record: JournalRecord): JournalEntry {
  return {
    journal: record.journal,
    source: record.source,
    kind: record.kind,
    ...(record.channel !== null && { channel: record.channel }),
    ...(record.address !== null && { address: record.address }),
    ...(record.meta !== null && { meta: JSON.parse(record.meta) as Record<string, string> }),
    receivedAt: record.received_at,
    body: unpackBody(record.body, record.is_text === 1),
    sha256: record.sha256.toString('hex'),
  }
}
