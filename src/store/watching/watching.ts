import type Database from 'better-sqlite3'
import type { WatchStore } from '../../model/watch-store.ts'
import type { NewNotice, Notice, QuietHours, Watch } from '../../model/watch.ts'
import { answer } from '../answer.ts'
import type { ChannelEventTable } from '../channel-events/event-table.ts'
import { NoticeTable } from './notices.ts'
import { WatchTable } from './watches.ts'

/** What members want to be told of, and what they were told. */
export class Watching implements WatchStore {
  private readonly db: Database.Database
  private readonly watchTable: WatchTable
  private readonly notices: NoticeTable
  private readonly untoldRows
  private readonly settle

  private readonly channelEvents: ChannelEventTable

  constructor(db: Database.Database, channelEvents: ChannelEventTable) {
    this.channelEvents = channelEvents
    this.db = db
    this.watchTable = new WatchTable(db)
    this.notices = new NoticeTable(db)
    this.untoldRows = db
      .prepare<[number], number>('SELECT story FROM untold ORDER BY story LIMIT ?')
      .pluck()
    this.settle = db.prepare<[number]>('DELETE FROM untold WHERE story = ?')
  }

  watches(): Promise<readonly Watch[]> {
    return answer(() => this.watchTable.all())
  }

  watch(watch: Omit<Watch, 'watch'>): Promise<Watch> {
    return answer(() => this.watchTable.add(watch))
  }

  untold(limit: number): Promise<readonly number[]> {
    return answer(() => this.untoldRows.all(limit))
  }

  tell(
    notices: readonly NewNotice[],
    {
      stories = [],
      fulfilled = [],
      events = [],
    }: { stories?: readonly number[]; fulfilled?: readonly Watch[]; events?: readonly number[] },
  ): Promise<void> {
    const run = this.db.transaction(() => {
      for (const notice of notices) this.notices.put(notice)
      for (const story of stories) this.settle.run(story)
      for (const event of events) this.channelEvents.tell(event)
      for (const { watch, member } of fulfilled) this.watchTable.remove(watch, member)
    })
    return answer(() => {
      run.immediate()
    })
  }

  told(chat: number, member: number, topic: string): Promise<Notice | undefined> {
    return answer(() => this.notices.find(chat, member, topic))
  }

  lastTold(chat: number, member: number, topicStart: string): Promise<Notice | undefined> {
    return answer(() => this.notices.findLast(chat, member, topicStart))
  }

  due(now: string, limit: number): Promise<readonly Notice[]> {
    return answer(() => this.notices.due(now, limit))
  }

  begin({ notice, version }: Notice): Promise<void> {
    return answer(() => {
      this.notices.begin(notice, version)
    })
  }

  sent({ notice, version }: Notice, message: number): Promise<void> {
    return answer(() => {
      this.notices.sent(notice, version, message)
    })
  }

  postpone({ notice }: Notice, dueAt: string): Promise<void> {
    return answer(() => {
      this.notices.postpone(notice, dueAt)
    })
  }

  quietHours(member: number): Promise<QuietHours | undefined> {
    return answer(() => this.watchTable.quietHours(member))
  }

  setQuietHours(member: number, hours: QuietHours | undefined): Promise<void> {
    return answer(() => {
      this.watchTable.setQuietHours(member, hours)
    })
  }
}
