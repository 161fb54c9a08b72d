import type Database from 'better-sqlite3'
import { farAhead } from '../../lib/time.ts'
import type { NewNotice, Notice, NoticeContent, Urgency } from '../../model/watch.ts'

interface NoticeRecord {
  notice: number
  chat: number
  thread: number | null
  member: number
  topic: string
  urgency: Urgency
  content: string
  version: number
  message: number | null
  due_at: string
}

const columns = 'notice, chat, thread, member, topic, urgency, content, version, message, due_at'

/**
 * Messages to be sent, and those that were. Sending is noted before it is tried: what a crash interrupts is
 * not sent a second time, though it may not have arrived; the next change of its topic brings it.
 */
export class NoticeTable {
  private readonly upsert
  private readonly one
  private readonly last
  private readonly waiting
  private readonly setBegun
  private readonly setSent
  private readonly setDue

  constructor(db: Database.Database) {
    this.upsert = db.prepare<[Omit<NoticeRecord, 'notice' | 'version' | 'message'>]>(
      `INSERT INTO notices (chat, thread, member, topic, urgency, content, due_at)
       VALUES (@chat, @thread, @member, @topic, @urgency, @content, @due_at)
       ON CONFLICT DO UPDATE SET content = excluded.content, version = version + 1,
         due_at = excluded.due_at, urgency = excluded.urgency
       WHERE content <> excluded.content`,
    )
    this.one = db.prepare<[number, number, string], NoticeRecord>(
      `SELECT ${columns} FROM notices WHERE chat = ? AND member = ? AND topic = ?`,
    )
    this.last = db.prepare<[{ chat: number; member: number; start: string }], NoticeRecord>(
      `SELECT ${columns} FROM notices WHERE chat = @chat AND member = @member
         AND topic >= @start AND topic < @start || '~' ORDER BY notice DESC LIMIT 1`,
    )
    this.waiting = db.prepare<[string, string, number], NoticeRecord>(
      `SELECT ${columns} FROM notices WHERE version > begun AND (due_at <= ? OR due_at > ?)
       ORDER BY urgency, due_at, notice LIMIT ?`,
    )
    this.setBegun = db.prepare<[number, number]>('UPDATE notices SET begun = ? WHERE notice = ?')
    this.setSent = db.prepare<[number, number, number]>(
      'UPDATE notices SET sent = ?, message = ? WHERE notice = ?',
    )
    this.setDue = db.prepare<[string, number]>(
      'UPDATE notices SET due_at = ?, begun = sent WHERE notice = ?',
    )
  }

  put({ thread, content, dueAt, ...notice }: NewNotice): void {
    const record = { ...notice, thread: thread ?? null, content: JSON.stringify(content) }
    this.upsert.run({ ...record, due_at: dueAt })
  }

  find(chat: number, member: number, topic: string): Notice | undefined {
    const record = this.one.get(chat, member, topic)
    return record && toNotice(record)
  }

  findLast(chat: number, member: number, start: string): Notice | undefined {
    const record = this.last.get({ chat, member, start })
    return record && toNotice(record)
  }

  /** Alerts before digests, the longest due first. */
  due(now: string, limit: number): readonly Notice[] {
    return this.waiting.all(now, farAhead(now), limit).map(toNotice)
  }

  begin(notice: number, version: number): void {
    this.setBegun.run(version, notice)
  }

  sent(notice: number, version: number, message: number): void {
    this.setSent.run(version, message, notice)
  }

  /** It was not sent, and is tried again then. */
  postpone(notice: number, dueAt: string): void {
    this.setDue.run(dueAt, notice)
  }
}

function toNotice({ thread, message, due_at, content, ...record }: NoticeRecord): Notice {
  return {
    ...record,
    content: JSON.parse(content) as NoticeContent,
    dueAt: due_at,
    ...(thread === null ? {} : { thread }),
    ...(message === null ? {} : { message }),
  }
}
