import type Database from 'better-sqlite3'
import type { Member } from '../../model/desk.ts'

type MemberRecord = Omit<Member, 'from'>

/** Members that a chief added by the bot. */
export class MemberTable {
  private readonly inOrder
  private readonly insert
  private readonly removeAll

  constructor(db: Database.Database) {
    this.inOrder = db.prepare<[], MemberRecord>('SELECT id, name, role FROM members ORDER BY id')
    this.insert = db.prepare<[MemberRecord]>(
      'INSERT INTO members (id, name, role) VALUES (@id, @name, @role)',
    )
    this.removeAll = db.prepare('DELETE FROM members')
  }

  all(): readonly Member[] {
    return this.inOrder.all().map((record) => ({ ...record, from: 'desk' as const }))
  }

  /** Makes these the members that were added. */
  replace(members: readonly Member[]): void {
    this.removeAll.run()
    for (const { id, name, role } of members) this.insert.run({ id, name, role })
  }
}
