import type Database from 'better-sqlite3'
import type {
  ChannelEvent,
  ChannelEventKind,
  ChannelIdentity,
  NewChannelEvent,
} from '../../model/channel-event.ts'

interface EventRecord {
  event: number
  channel: string
  at: string
  kind: ChannelEventKind
  detail: string
}

interface IdentityRecord {
  channel: string
  name: string | null
  telegram_id: number | null
  title: string | null
  successor: string | null
}

const away: readonly ChannelEventKind[] = ['private', 'gone', 'silent']
const columns = 'event, channel, at, kind, detail'

/** What became of channels, and by what they are known; its calls run inside the transactions of others. */
export class ChannelEventTable {
  private readonly insert
  private readonly last
  private readonly select
  private readonly waiting
  private readonly setTold
  private readonly find
  private readonly byId
  private readonly put

  constructor(db: Database.Database) {
    this.insert = db.prepare<[string, string, string, string]>(
      'INSERT INTO channel_events (channel, at, kind, detail) VALUES (?, ?, ?, ?)',
    )
    this.last = db.prepare<[string], Pick<EventRecord, 'kind' | 'at'>>(
      `SELECT kind, at FROM channel_events
       WHERE channel = ? AND kind IN ('private', 'gone', 'silent', 'back')
       ORDER BY event DESC LIMIT 1`,
    )
    this.select = db.prepare<[{ channel: string | null; limit: number }], EventRecord>(
      `SELECT ${columns} FROM channel_events WHERE @channel IS NULL OR channel = @channel
       ORDER BY event DESC LIMIT @limit`,
    )
    this.waiting = db.prepare<[number], EventRecord>(
      `SELECT ${columns} FROM channel_events WHERE told = 0 ORDER BY event LIMIT ?`,
    )
    this.setTold = db.prepare<[number]>('UPDATE channel_events SET told = 1 WHERE event = ?')
    this.find = db.prepare<[string], IdentityRecord>('SELECT * FROM identities WHERE channel = ?')
    this.byId = db
      .prepare<[number], string>('SELECT channel FROM identities WHERE telegram_id = ? LIMIT 1')
      .pluck()
    this.put = db.prepare<[IdentityRecord]>(
      `INSERT INTO identities (channel, name, telegram_id, title, successor)
       VALUES (@channel, @name, @telegram_id, @title, @successor)
       ON CONFLICT DO UPDATE SET name = excluded.name, telegram_id = excluded.telegram_id,
         title = excluded.title, successor = excluded.successor`,
    )
  }

  /** Events of state are noted where they change it; answers whether it was noted. */
  note({ channel, at, kind, detail }: NewChannelEvent): boolean {
    const state = this.last.get(channel)?.kind
    const isAway = state !== undefined && away.includes(state)
    if (kind === 'back' && !isAway) return false
    if (kind === 'silent' && isAway) return false
    if (away.includes(kind) && kind === state) return false
    this.insert.run(channel, at, kind, JSON.stringify(detail))
    return true
  }

  /** Posts of the channel came: it is neither closed nor silent. */
  posted(channel: string, lastAt: string, seenAt: string): void {
    const state = this.last.get(channel)
    if (state === undefined || state.kind === 'back') return
    // Older posts that are read late end no silence.
    if (state.kind === 'silent' && lastAt <= state.at) return
    this.note({ channel, at: seenAt, kind: 'back', detail: { lastAt } })
  }

  tell(event: number): void {
    this.setTold.run(event)
  }

  list(channel: string | null, limit: number): readonly ChannelEvent[] {
    return this.select.all({ channel, limit }).map(toEvent)
  }

  untold(limit: number): readonly ChannelEvent[] {
    return this.waiting.all(limit).map(toEvent)
  }

  identity(channel: string): ChannelIdentity | undefined {
    const found = this.find.get(channel)
    return (
      found && {
        channel: found.channel,
        ...(found.name !== null && { name: found.name }),
        ...(found.telegram_id !== null && { telegramId: found.telegram_id }),
        ...(found.title !== null && { title: found.title }),
        ...(found.successor !== null && { successor: found.successor }),
      }
    )
  }

  holderOf(telegramId: number): string | undefined {
    return this.byId.get(telegramId)
  }

  /** It was read, so that it is closed no more, unless another has its name. */
  identify({ channel, name, telegramId, title, successor }: ChannelIdentity, seenAt: string): void {
    const state = this.last.get(channel)?.kind
    if (successor === undefined && (state === 'private' || state === 'gone'))
      this.note({ channel, at: seenAt, kind: 'back', detail: {} })
    this.put.run({
      channel,
      name: name ?? null,
      telegram_id: telegramId ?? null,
      title: title ?? null,
      successor: successor ?? null,
    })
  }
}

const toEvent = ({ detail, ...event }: EventRecord): ChannelEvent => ({
  ...event,
  detail: JSON.parse(detail) as ChannelEvent['detail'],
})
