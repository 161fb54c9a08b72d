import type Database from 'better-sqlite3'
import type { QuietHours, Watch, WatchSubject } from '../../model/watch.ts'

interface WatchRecord {
  watch: number
  member: number
  chat: number
  thread: number | null
  subject: string
  since: string
}

const columns = 'watch, member, chat, thread, subject, since'

/** Who wants to be told of what, and when not. */
export class WatchTable {
  private readonly inOrder
  private readonly insert
  private readonly same
  private readonly delete
  private readonly quiet
  private readonly putQuiet
  private readonly dropQuiet

  constructor(db: Database.Database) {
    this.inOrder = db.prepare<[], WatchRecord>(`SELECT ${columns} FROM watches ORDER BY watch`)
    this.insert = db.prepare<[Omit<WatchRecord, 'watch'>]>(
      `INSERT INTO watches (member, chat, thread, subject, since)
       VALUES (@member, @chat, @thread, @subject, @since) ON CONFLICT DO NOTHING`,
    )
    this.same = db.prepare<[Pick<WatchRecord, 'member' | 'chat' | 'subject'>], WatchRecord>(
      `SELECT ${columns} FROM watches
       WHERE member = @member AND chat = @chat AND subject = @subject`,
    )
    this.delete = db.prepare<[number, number]>('DELETE FROM watches WHERE watch = ? AND member = ?')
    this.quiet = db.prepare<[number], QuietHours>(
      'SELECT "from", "to" FROM quiet_hours WHERE member = ?',
    )
    this.putQuiet = db.prepare<[QuietHours & { member: number }]>(
      `INSERT INTO quiet_hours (member, "from", "to") VALUES (@member, @from, @to)
       ON CONFLICT DO UPDATE SET "from" = excluded."from", "to" = excluded."to"`,
    )
    this.dropQuiet = db.prepare<[number]>('DELETE FROM quiet_hours WHERE member = ?')
  }

  all(): readonly Watch[] {
    return this.inOrder.all().map(toWatch)
  }

  /** The watch as stored; the one there is where the member has it already. */
  add({ thread, subject, ...watch }: Omit<Watch, 'watch'>): Watch {
    const record = { ...watch, thread: thread ?? null, subject: JSON.stringify(subject) }
    this.insert.run(record)
    const stored = this.same.get(record)
    if (stored === undefined) throw new Error('A watch that was stored is not there')
    return toWatch(stored)
  }

  /** False when there is no such watch of the member. */
  remove(watch: number, member: number): boolean {
    return this.delete.run(watch, member).changes > 0
  }

  quietHours(member: number): QuietHours | undefined {
    return this.quiet.get(member)
  }

  setQuietHours(member: number, hours: QuietHours | undefined): void {
    if (hours === undefined) this.dropQuiet.run(member)
    else this.putQuiet.run({ ...hours, member })
  }
}

function toWatch({ thread, subject, ...watch }: WatchRecord): Watch {
  const read = { ...watch, subject: JSON.parse(subject) as WatchSubject }
  return thread === null ? read : { ...read, thread }
}
