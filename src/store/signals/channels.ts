import type Database from 'better-sqlite3'

export interface ChannelTotals {
  channel: string
  title: string
  signals: number
  lastAt: string
}

export interface StoredChannel {
  channel: number
  /** In the spelling first seen. */
  name: string
}

/** Channels met, by the spelling first seen; lookups ignore case. */
export class ChannelTable {
  private readonly find
  private readonly insert
  private readonly retitle
  private readonly totals

  constructor(db: Database.Database) {
    this.find = db.prepare<[string], StoredChannel>(
      'SELECT channel, name FROM channels WHERE name = ?',
    )
    this.insert = db.prepare<[string, string]>('INSERT INTO channels (name, title) VALUES (?, ?)')
    this.retitle = db.prepare<[string, number, string]>(
      'UPDATE channels SET title = ? WHERE channel = ? AND title <> ?',
    )
    this.totals = db.prepare<[], ChannelTotals>(
      `SELECT c.name AS channel, c.title, c.signals, s.at AS lastAt
       FROM channels c JOIN signals s ON s.row = c.last_row
       ORDER BY c.name`,
    )
  }

  get(name: string): StoredChannel | undefined {
    return this.find.get(name)
  }

  /** The channel as stored; a new one is stored now. */
  ensure(name: string): StoredChannel {
    const known = this.find.get(name)
    if (known) return known
    return { channel: Number(this.insert.run(name, name).lastInsertRowid), name }
  }

  setTitle(channel: number, title: string): void {
    this.retitle.run(title, channel, title)
  }

  list(): ChannelTotals[] {
    return this.totals.all()
  }
}
