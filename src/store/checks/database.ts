import type Database from 'better-sqlite3'

/** SQLite's own look at the file: pages, b-trees, and the references between tables. */
export function* checkDatabase(db: Database.Database) {
  const lines = db.pragma('quick_check(20)') as { quick_check: string }[]
  for (const { quick_check: problem } of lines) {
    if (problem === 'ok') yield undefined
    else yield { place: 'database file', problem }
  }
  const broken = db.pragma('foreign_key_check') as {
    table: string
    rowid: number | null
    parent: string
  }[]
  for (const { table, rowid, parent } of broken.slice(0, 20)) {
    const place = `${table}, row ${rowid ?? '?'}`
    yield { place, problem: `It belongs to a row of ${parent} that is not there.` }
  }
}
