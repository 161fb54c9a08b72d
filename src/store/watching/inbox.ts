import type Database from 'better-sqlite3'
import type { Payload } from '../../model/delivery.ts'

/** Keys of updates that are no post of a channel, and so may want an answer. */
const answerable = ['message', 'callback_query', 'inline_query', 'my_chat_member'] as const

/** Updates that wait for the bot's answer; noted in the transaction that journals them. */
export class InboxTable {
  private readonly insert
  private readonly oldest
  private readonly remove

  constructor(db: Database.Database) {
    this.insert = db.prepare<[number]>('INSERT OR IGNORE INTO inbox (journal) VALUES (?)')
    this.oldest = db
      .prepare<[number], number>('SELECT journal FROM inbox ORDER BY journal LIMIT ?')
      .pluck()
    this.remove = db.prepare<[number]>('DELETE FROM inbox WHERE journal = ?')
  }

  /** Notes an update that wants an answer. */
  note(journal: number, { kind, body }: Payload): void {
    if (kind === 'telegram-update' && typeof body === 'string' && wantsAnswer(body))
      this.insert.run(journal)
  }

  list(limit: number): readonly number[] {
    return this.oldest.all(limit)
  }

  settle(journal: number): void {
    this.remove.run(journal)
  }
}

function wantsAnswer(body: string): boolean {
  try {
    const update: unknown = JSON.parse(body)
    return typeof update === 'object' && update !== null && answerable.some((key) => key in update)
  } catch {
    return false
  }
}
