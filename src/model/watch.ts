import type { ChannelEventDetail, ChannelEventKind } from './channel-event.ts'
import type { ToldReason } from './outgoing.ts'
import type { SignalKey } from './signal.ts'
import type { Sourcing } from './story.ts'
import type { StubFlag } from './stub-flag.ts'

/** What a member wants to be told of. */
export type WatchSubject =
  /** Posts that hold the words, read as search reads them. */
  | { kind: 'words'; words: string }
  | { kind: 'channel'; channel: string }
  | { kind: 'story'; story: number }
  /** The first independent origin beside the one a story has; then the watch has done its work. */
  | { kind: 'corroboration'; story: number }
  /** The digest of each desk window, at the times of the configuration. */
  | { kind: 'digest' }

export interface Watch {
  watch: number
  member: number
  /** The chat it is told in, and the topic of a group. */
  chat: number
  thread?: number
  subject: WatchSubject
  since: string
}

/** What a member was, or is to be, told of a story. */
export interface StoryFacts {
  story: number
  headline: string
  sourcing: Sourcing
  origins: number
  channels: number
  signals: readonly SignalKey[]
}

export type NoticeContent =
  /** A watched story, in one message that follows it as it grows. */
  | { kind: 'story'; facts: StoryFacts; because: WatchSubject }
  /** Its sourcing changed in a way that must be seen at once: a message of its own. */
  | { kind: 'turn'; facts: StoryFacts; from: Sourcing; because: WatchSubject }
  /** What changed beneath a stub that the member worked on. */
  | { kind: 'flags'; stub: number; headline: string; flags: readonly StubFlag[] }
  /** A delivery to a target stopped, and waits for a person. */
  | ({ kind: 'stopped'; stub: number; headline: string; target: string } & ToldReason)
  /** A monitored channel went quiet, moved its name or came back. */
  | {
      kind: 'channel'
      channel: string
      what: ChannelEventKind
      words: string
      detail?: ChannelEventDetail
    }
  /** How the desk itself is, in one message from the first alarm until all is well. */
  | { kind: 'health'; since: string; alarms: readonly Alarm[]; endedAt?: string }
  /** The desk window's digest. */
  | { kind: 'digest'; since: string; until: string; stories: readonly StoryFacts[]; more: number }

/** Something at the desk itself that a chief has to look after. */
export type Alarm =
  | { kind: 'source'; source: string; since: string; why: string }
  | { kind: 'disk'; freeMb: number }
  /** Deliveries that have long waited for a person. */
  | { kind: 'deliveries'; count: number }
  /** What the check of the database found not to be as it was stored. */
  | { kind: 'damage'; count: number }
  /** Judging fails time and again; `since` is when it first did. */
  | { kind: 'judging'; since: string }
  /** Sources that are long due and were not asked. */
  | { kind: 'polls'; count: number }

/** `reply` goes before `alert`, `alert` before `digest`. */
export type Urgency = 'alert' | 'digest'

/** One message to one chat: written once, then edited for as long as its topic grows. */
export interface Notice {
  notice: number
  chat: number
  thread?: number
  /** The member it is for, whose role is looked at again when it is sent. */
  member: number
  /** E.g. `story:12`: a later notice of the topic edits the message of the first. */
  topic: string
  urgency: Urgency
  content: NoticeContent
  /** Rises with each change of the content. */
  version: number
  /** The message in its chat, once it was sent. */
  message?: number
  dueAt: string
}

export type NewNotice = Omit<Notice, 'notice' | 'version' | 'message'>

/** `HH:MM` in the desk's time zone; `from` after `to` goes over midnight. */
export interface QuietHours {
  from: string
  to: string
}
