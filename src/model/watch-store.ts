import type { NewNotice, Notice, QuietHours, Watch } from './watch.ts'

/** What members want to be told of, and what they were told. */
export interface WatchStore {
  watches(): Promise<readonly Watch[]>
  /** Stores a watch, once: the same one again is the one there is. */
  watch(watch: Omit<Watch, 'watch'>): Promise<Watch>
  /** Stories that changed since they were told, noted in the transaction of the change. */
  untold(limit: number): Promise<readonly number[]>
  /** Stores notices, settles the stories they tell of, and ends watches that have done their work. */
  tell(
    notices: readonly NewNotice[],
    settled: {
      stories?: readonly number[]
      fulfilled?: readonly Watch[]
      /** Numbers of events of channels. */
      events?: readonly number[]
    },
  ): Promise<void>
  told(chat: number, member: number, topic: string): Promise<Notice | undefined>
  /** The latest notice whose topic begins so. */
  lastTold(chat: number, member: number, topicStart: string): Promise<Notice | undefined>
  /** Notices that are to be sent now, alerts first. */
  due(now: string, limit: number): Promise<readonly Notice[]>
  /** Notes that this version is being sent: whatever happens then, it is not sent again. */
  begin(notice: Notice): Promise<void>
  sent(notice: Notice, message: number): Promise<void>
  /** It surely was not sent, and is tried again then. */
  postpone(notice: Notice, dueAt: string): Promise<void>
  quietHours(member: number): Promise<QuietHours | undefined>
  setQuietHours(member: number, hours: QuietHours | undefined): Promise<void>
}
