import type Database from 'better-sqlite3'
import { formatInstant } from '../../lib/time.ts'
import type { Commit } from '../../model/signal-store.ts'
import type { GapKind, IdRange } from '../../model/gap.ts'
import type { ChannelTable } from '../signals/channels.ts'
import { type GapRecord, idsOf } from './gap-record.ts'
import { GapTable } from './gap-table.ts'
import { StretchTable } from './stretches.ts'

/** An album has at most ten posts, so one that was deleted leaves no more ids than these. */
const albumPosts = 10
/** Telegram keeps updates for a bot that does not ask for them so long. */
const botKeepsMs = 24 * 3_600_000
/** Longest fault that is kept with a gap, in UTF-16 units. */
const faultLength = 300

const botSource = 'telegram-bot'

/** Notices what was not seen, and when it arrived after all; called inside the transactions of others. */
export class GapLedger {
  readonly table: GapTable
  readonly stretches: StretchTable
  private readonly channels: ChannelTable
  private readonly before
  private readonly after
  private readonly join

  constructor(db: Database.Database, channels: ChannelTable) {
    this.table = new GapTable(db)
    this.stretches = new StretchTable(db)
    this.channels = channels
    const nearest = (test: string, order: string) =>
      db
        .prepare<[number, number], string>(
          `SELECT at FROM signals WHERE channel = ? AND id ${test} ? ORDER BY id ${order} LIMIT 1`,
        )
        .pluck()
    this.before = nearest('<', 'DESC')
    this.after = nearest('>', 'ASC')
    this.join = db.prepare<[number, string]>(
      `UPDATE gaps SET joined = coalesce(joined, ?)
       WHERE source = ? AND closed_at IS NULL AND to_at IS NULL AND kind IN ('failed', 'stopped')`,
    )
  }

  /** What a commit accounts for; to be called when its posts are stored. `stored` of them are new. */
  take(
    { source, coverage = [], seenAt }: Pick<Commit, 'source' | 'coverage' | 'seenAt'>,
    { known, stored }: { known: number; stored: number },
  ): void {
    const opened: { id: number; channel: string; range: IdRange }[] = []
    const covered = new Map<string, IdRange>()
    for (const { channel, from, to, collected } of coverage) {
      const found = collected ? this.channels.ensure(channel) : this.channels.get(channel)
      if (found === undefined) continue
      const id = found.channel
      if (!collected && this.stretches.spanOf(id) === undefined) continue
      const wider = collected ? this.stretches.widen(id, { from, to }) : []
      opened.push(...wider.map((range) => ({ id, channel, range })))
      this.stretches.cover(id, { from, to })
      const sofar = covered.get(channel) ?? { from, to }
      covered.set(channel, { from: Math.min(sofar.from, from), to: Math.max(sofar.to, to) })
    }
    for (const { id, channel, range } of opened) {
      for (const missing of this.stretches.missing(id, range))
        this.openIds(source, { id, channel }, missing, seenAt)
    }
    for (const [channel, range] of covered) this.closeIds(channel, range, seenAt)
    // A payload of a feed that holds something known follows on what was read before the fault.
    if (known + stored > 0) this.join.run(known > 0 ? 1 : 0, source)
  }

  /** The source could not be read. Files keep what they hold until they are read. */
  failed(source: string, at: string, fault: string, lastSuccessAt: string | null): void {
    if (source.startsWith('file:')) return
    if (this.table.inTime(source).some(({ to_at }) => to_at === null)) return
    // The bot waits for updates, which are kept for it: its last answer may be long ago.
    // One that is still to come was noted before the clock was set back.
    const wasRead = lastSuccessAt !== null && Date.parse(lastSuccessAt) <= Date.parse(at)
    const from = source === botSource || !wasRead ? at : lastSuccessAt
    this.openTime('failed', source, from, at, fault.slice(0, faultLength))
  }

  /** The source was read. */
  recovered(source: string, at: string, wasReadBefore: boolean): void {
    for (const record of this.table.inTime(source)) {
      const ended = this.table.end(record, formatInstant(Date.parse(at)))
      const isNew = record.to_at === null
      if (isNew && (!wasReadBefore || isWhole(ended))) this.table.close(ended, at)
    }
    this.closeCaughtUp(source, at)
  }

  /** Intake did not run since the instant. */
  stopped(sources: readonly string[], since: string, at: string): void {
    for (const source of sources) {
      if (source.startsWith('file:')) continue
      if (this.table.inTime(source).some(({ to_at }) => to_at === null)) continue
      this.openTime('stopped', source, since, at, null)
    }
  }

  /** Nobody waits any more for sources that are not listened to. */
  endOthers(sources: readonly string[], at: string): void {
    const listened = new Set(sources)
    for (const record of this.table.lasting())
      if (!listened.has(record.source)) this.table.end(record, formatInstant(Date.parse(at)))
  }

  private openTime(
    kind: GapKind,
    source: string,
    from: string,
    at: string,
    fault: string | null,
  ): void {
    this.table.open({
      kind,
      source,
      channel: channelOf(source),
      from_id: null,
      to_id: null,
      from_at: formatInstant(Date.parse(from)),
      to_at: null,
      fault,
      noticed_at: formatInstant(Date.parse(at)),
    })
  }

  private openIds(
    source: string,
    { id, channel }: { id: number; channel: string },
    missing: IdRange,
    seenAt: string,
  ): void {
    const to_at = this.after.get(id, missing.to) ?? seenAt
    const from_at = this.before.get(id, missing.from) ?? to_at
    this.table.open({
      kind: source === botSource ? this.kindOfBot(missing, from_at, to_at) : 'unread',
      source,
      channel,
      from_id: missing.from,
      to_id: missing.to,
      from_at,
      to_at,
      fault: null,
      noticed_at: seenAt,
    })
  }

  private kindOfBot({ from, to }: IdRange, from_at: string, to_at: string): GapKind {
    const wasAway = this.table.inTime(botSource).some((away) => {
      const until = away.to_at ?? to_at
      return away.from_at <= to_at && until >= from_at && isLong(away.from_at, until)
    })
    return wasAway || to - from >= albumPosts ? 'missed' : 'skipped'
  }

  private closeIds(channel: string, range: IdRange, at: string): void {
    const id = this.channels.get(channel)?.channel
    if (id === undefined) return
    const sources = new Set<string>()
    for (const record of this.table.inIds(channel, range)) {
      const ids = idsOf(record)
      if (ids === undefined || this.stretches.missing(id, ids).length > 0) continue
      this.table.close(record, at)
      sources.add(record.source)
    }
    for (const source of sources) this.closeCaughtUp(source, at)
  }

  /** Of a source that pages back: it has caught up when nothing between two pages is unread any more. */
  private closeCaughtUp(source: string, at: string): void {
    const channel = channelOf(source)
    if (channel === null || !source.startsWith('preview:')) return
    const ended = this.table.inTime(source).filter(({ to_at }) => to_at !== null)
    if (ended.length === 0) return
    const unread = this.table.inIds(channel, all).filter(({ kind }) => kind === 'unread')
    if (unread.length > 0) return
    for (const record of ended) this.table.close(record, at)
  }
}

const all: IdRange = { from: 0, to: Number.MAX_SAFE_INTEGER }

/** The channel of a source that has one. */
function channelOf(source: string): string | null {
  return /^(?:preview|feed):(.+)$/.exec(source)?.[1] ?? null
}

/** A source that was away so shortly, or gave so much, that nothing can have been missed. */
function isWhole({ source, from_at, to_at, joined }: GapRecord): boolean {
  if (source === botSource) return to_at !== null && !isLong(from_at, to_at)
  return source.startsWith('feed:') && joined !== 0
}

/** More is posted meanwhile than waits for the bot. */
const isLong = (from: string, to: string) => Date.parse(to) - Date.parse(from) > botKeepsMs
