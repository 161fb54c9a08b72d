import type Database from 'better-sqlite3'
import type { Edition } from '../../model/desk.ts'

/** What approvals, corrections and kills froze; never changed. */
export class EditionTable {
  private readonly insert
  private readonly ofStub
  private readonly one

  constructor(db: Database.Database) {
    this.insert = db.prepare<[string, number, number, string, string]>(
      'INSERT INTO editions (dispatch, edition, stub, at, content) VALUES (?, ?, ?, ?, ?)',
    )
    this.ofStub = db
      .prepare<[number], string>('SELECT content FROM editions WHERE stub = ? ORDER BY edition')
      .pluck()
    this.one = db
      .prepare<[string, number], string>(
        'SELECT content FROM editions WHERE dispatch = ? AND edition = ?',
      )
      .pluck()
  }

  add(edition: Edition): void {
    const { dispatch, edition: number, stub, at } = edition
    this.insert.run(dispatch, number, stub, at, JSON.stringify(edition))
  }

  of(stub: number): readonly Edition[] {
    return this.ofStub.all(stub).map((content) => JSON.parse(content) as Edition)
  }

  get(dispatch: string, edition: number): Edition | undefined {
    const content = this.one.get(dispatch, edition)
    return content === undefined ? undefined : (JSON.parse(content) as Edition)
  }
}
