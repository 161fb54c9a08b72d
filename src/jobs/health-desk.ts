import { findAlarms, type HealthRead, keyOf } from '../desk/notices/alarms.ts'
import type { MemberBook } from '../desk/review/member-book.ts'
import { afterQuiet } from '../desk/notices/quiet-hours.ts'
import { askDisk, type Disk } from '../lib/disk.ts'
import { monotonicMs } from '../lib/monotonic.ts'
import { Stopwatch } from '../lib/stopwatch.ts'
import type { Archive } from '../model/archive.ts'
import type { NewNotice, Notice, NoticeContent } from '../model/watch.ts'

export interface HealthDeskDeps {
  archive: Archive
  members: MemberBook
  timezone: string
  /** Names of the sources that the desk listens to now; what others were like last is history. */
  listensTo: ReadonlySet<string>
  /** File of the database, whose disk is looked at. */
  database: string
  leastFreeMegabytes: number
  clock: () => Date
  /** Called when there is something to send. */
  onNotices: () => void
  /** Left out, it is the system's. */
  monotonicMs?: () => number
  /** Left out, it asks the system. */
  diskOf?: (database: string) => Promise<Disk>
}

const everyMs = 60_000
/** What comes back so soon after it was well is the same trouble: told in the same message. */
const sameTroubleMs = 3_600_000
const mostStopped = 100

/** Tells chiefs when the desk is unwell, in one message that follows it until it is well again. */
export class HealthDesk {
  private readonly deps: HealthDeskDeps
  private readonly nowMs: () => number
  private readonly stopwatch: Stopwatch
  private lookedAtMs = -Infinity
  private findings: number | undefined
  private judging: HealthRead['judging']
  private overdue: () => HealthRead['overdue'] = () => undefined

  constructor(deps: HealthDeskDeps) {
    this.deps = deps
    this.nowMs = deps.monotonicMs ?? monotonicMs
    this.stopwatch = new Stopwatch(this.nowMs)
  }

  /** How many faults the last check of the database found. */
  checked(findings: number): void {
    this.findings = findings
  }

  /** What came of a run of judging. */
  judged(fault?: string): void {
    this.judging =
      fault === undefined
        ? { failures: 0 }
        : {
            failures: (this.judging?.failures ?? 0) + 1,
            since: this.judging?.since ?? this.deps.clock().toISOString(),
          }
  }

  /** Where it reads which polls were due and did not come. */
  watchPolls(overdue: () => HealthRead['overdue']): void {
    this.overdue = overdue
  }

  /** Looks once a minute, however often it is called. */
  async tell(): Promise<void> {
    const nowMs = this.nowMs()
    if (nowMs - this.lookedAtMs < everyMs) return
    this.lookedAtMs = nowMs
    const { archive, members, onNotices } = this.deps
    const read = await this.read()
    const notices: NewNotice[] = []
    for (const { id, role } of members.all()) {
      if (role !== 'chief') continue
      const last = await archive.watching.lastTold(id, id, 'health:')
      const notice = await this.noticeFor(id, last, read)
      if (notice !== undefined) notices.push(notice)
    }
    if (notices.length === 0) return
    await archive.watching.tell(notices, {})
    onNotices()
  }

  private async noticeFor(
    chief: number,
    last: Notice | undefined,
    read: HealthRead,
  ): Promise<NewNotice | undefined> {
    const now = this.deps.clock().toISOString()
    const before = last?.content.kind === 'health' ? last.content : undefined
    const alarms = findAlarms(read, before?.alarms ?? [], now)
    const wasUnwell = (before?.alarms.length ?? 0) > 0
    if (alarms.length === 0 && !wasUnwell) return undefined
    const isSame =
      wasUnwell ||
      (before?.endedAt !== undefined &&
        Date.parse(now) - Date.parse(before.endedAt) < sameTroubleMs)
    const since = isSame && before !== undefined ? before.since : now
    const content: NoticeContent = {
      kind: 'health',
      since,
      alarms,
      ...(alarms.length === 0 ? { endedAt: now } : {}),
    }
    const { archive, timezone } = this.deps
    const dueAt = afterQuiet(now, await archive.watching.quietHours(chief), timezone)
    const topic = `health:${since}`
    return { chat: chief, member: chief, topic, urgency: 'alert', content, dueAt }
  }

  private async read(): Promise<HealthRead> {
    const { archive, listensTo, database, leastFreeMegabytes, diskOf = askDisk } = this.deps
    const [states, stopped] = await Promise.all([
      archive.sources(),
      archive.outgoing.list({ states: ['stopped'], limit: mostStopped }),
    ])
    // Some file systems don't tell.
    const disk = await diskOf(database).catch(() => undefined)
    const sources = states.filter(({ source }) => listensTo.has(source))
    const overdue = this.overdue()
    const seenMs = this.stopwatch.look([
      ...sources.filter(({ failures }) => failures > 0).map(({ source }) => source),
      ...stopped.map(({ delivery }) => keyOf(delivery)),
    ])
    return {
      sources,
      stopped,
      seenMs,
      leastFreeMegabytes,
      ...(overdue === undefined ? {} : { overdue }),
      ...(disk === undefined ? {} : { disk }),
      ...(this.findings === undefined ? {} : { findings: this.findings }),
      ...(this.judging === undefined ? {} : { judging: this.judging }),
    }
  }
}
