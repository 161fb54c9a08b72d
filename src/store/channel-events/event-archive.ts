import type Database from 'better-sqlite3'
import type {
  ChannelEvent,
  ChannelEventStore,
  ChannelIdentity,
  NewChannelEvent,
} from '../../model/channel-event.ts'
import { answer } from '../answer.ts'
import type { ChannelEventTable } from './event-table.ts'

/** What became of channels, as the rest of Intake asks it. */
export class ChannelEventArchive implements ChannelEventStore {
  private readonly db: Database.Database
  private readonly table: ChannelEventTable
  private readonly last
  private readonly lastTimes

  constructor(db: Database.Database, table: ChannelEventTable) {
    this.db = db
    this.table = table
    this.last = db.prepare<[string], { id: number; at: string }>(
      `SELECT s.id, s.at FROM signals s JOIN channels c USING (channel)
       WHERE c.name = ? ORDER BY s.id DESC LIMIT 1`,
    )
    this.lastTimes = db
      .prepare<[string, number], string>(
        `SELECT s.at FROM signals s JOIN channels c USING (channel)
         WHERE c.name = ? ORDER BY s.id DESC LIMIT ?`,
      )
      .pluck()
  }

  identity(channel: string): Promise<ChannelIdentity | undefined> {
    return answer(() => this.table.identity(channel))
  }

  holderOf(telegramId: number): Promise<string | undefined> {
    return answer(() => this.table.holderOf(telegramId))
  }

  newest(channel: string): Promise<{ id: number; at: string } | undefined> {
    return answer(() => this.last.get(channel))
  }

  instants(channel: string, limit: number): Promise<readonly string[]> {
    return answer(() => this.lastTimes.all(channel, limit).sort().reverse())
  }

  note(event: NewChannelEvent): Promise<boolean> {
    const run = this.db.transaction(() => this.table.note(event))
    return answer(() => run.immediate())
  }

  list({ channel, limit }: { channel?: string; limit: number }): Promise<readonly ChannelEvent[]> {
    return answer(() => this.table.list(channel ?? null, limit))
  }

  untold(limit: number): Promise<readonly ChannelEvent[]> {
    return answer(() => this.table.untold(limit))
  }
}
