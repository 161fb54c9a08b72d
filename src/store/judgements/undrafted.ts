import type Database from 'better-sqlite3'

/** Stories whose stubs, or those who watch them, are not up to date; noted in the transaction that changes a story. */
export class UndraftedTable {
  private readonly insert
  private readonly insertUntold
  private readonly insertStubs
  private readonly all
  private readonly one
  private readonly remove
  private readonly forgetAgain

  constructor(db: Database.Database) {
    // A story that changes while it is drafted is noted already: only a trigger sees that it is noted again.
    db.exec(`
      CREATE TEMP TABLE IF NOT EXISTS noted_again (story INTEGER PRIMARY KEY);
      CREATE TEMP TRIGGER IF NOT EXISTS undrafted_noted BEFORE INSERT ON main.undrafted
      BEGIN INSERT OR IGNORE INTO noted_again (story) VALUES (new.story); END;
    `)
    this.insert = db.prepare<[number]>('INSERT OR IGNORE INTO undrafted (story) VALUES (?)')
    this.insertUntold = db.prepare<[number]>('INSERT OR IGNORE INTO untold (story) VALUES (?)')
    this.insertStubs = db.prepare('INSERT OR IGNORE INTO undrafted SELECT stub FROM stubs')
    this.all = db.prepare<[], number>('SELECT story FROM undrafted ORDER BY story').pluck()
    this.one = db.prepare<[number], number>('SELECT 1 FROM undrafted WHERE story = ?').pluck()
    this.remove = db.prepare<[number]>(
      'DELETE FROM undrafted WHERE story = ? AND story NOT IN (SELECT story FROM noted_again)',
    )
    this.forgetAgain = db.prepare('DELETE FROM noted_again')
  }

  add(story: number): void {
    this.insert.run(story)
    this.insertUntold.run(story)
  }

  /** Every story that has a stub, whether the story is there or not. */
  addAllWithStubs(): void {
    this.insertStubs.run()
  }

  /** What changes from now on stays noted when these are settled. */
  list(): readonly number[] {
    this.forgetAgain.run()
    return this.all.all()
  }

  has(story: number): boolean {
    return this.one.get(story) !== undefined
  }

  settle(stories: readonly number[]): void {
    for (const story of stories) this.remove.run(story)
  }
}
