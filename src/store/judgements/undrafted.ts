import type Database from 'better-sqlite3'

/** Stories whose stubs, or those who watch them, are not up to date; noted in the transaction that changes a story. */
export class UndraftedTable {
  private readonly insert
  private readonly insertUntold
  private readonly insertStubs
  private readonly all
  private readonly remove

  constructor(db: Database.Database) {
    this.insert = db.prepare<[number]>('INSERT OR IGNORE INTO undrafted (story) VALUES (?)')
    this.insertUntold = db.prepare<[number]>('INSERT OR IGNORE INTO untold (story) VALUES (?)')
    this.insertStubs = db.prepare('INSERT OR IGNORE INTO undrafted SELECT stub FROM stubs')
    this.all = db.prepare<[], number>('SELECT story FROM undrafted ORDER BY story').pluck()
    this.remove = db.prepare<[number]>('DELETE FROM undrafted WHERE story = ?')
  }

  add(story: number): void {
    this.insert.run(story)
    this.insertUntold.run(story)
  }

  /** Every story that has a stub, whether the story is there or not. */
  addAllWithStubs(): void {
    this.insertStubs.run()
  }

  list(): readonly number[] {
    return this.all.all()
  }

  settle(stories: readonly number[]): void {
    for (const story of stories) this.remove.run(story)
  }
}
