/**
 * What became of a channel. `moved`: the same channel, another public name. `retitled`: another title.
 * `replaced`: another channel under the same name. `private`: there, and shows no posts. `gone`: nobody has the
 * name. `silent`: no post for much longer than is usual for it. `back`: read again, or posting again.
 */
export type ChannelEventKind =
  'moved' | 'retitled' | 'replaced' | 'private' | 'gone' | 'silent' | 'back'

export interface ChannelEventDetail {
  /** The name or title now, and the one before. */
  now?: string
  was?: string
  /** Numeric ids, without the `-100`. */
  idNow?: number
  idWas?: number
  /** Where the posts of a channel that took the name are kept. */
  successor?: string
  lastAt?: string
  /** Median time between two posts. */
  usualMinutes?: number
}

export interface NewChannelEvent {
  channel: string
  at: string
  kind: ChannelEventKind
  detail: ChannelEventDetail
}

export interface ChannelEvent extends NewChannelEvent {
  event: number
}

/** By what a channel is known: what the platform said of it last. */
export interface ChannelIdentity {
  channel: string
  /** Public name. */
  name?: string
  telegramId?: number
  title?: string
  /** Who has its name now. */
  successor?: string
}

/** Who a payload says it is from. `newest` is the last post it shows. */
export interface SeenIdentity extends Omit<ChannelIdentity, 'successor'> {
  newest?: { id: number; at: string }
}

export interface ChannelEventStore {
  identity(channel: string): Promise<ChannelIdentity | undefined>
  /** The channel that has the numeric id. */
  holderOf(telegramId: number): Promise<string | undefined>
  /** The post with the highest id. */
  newest(channel: string): Promise<{ id: number; at: string } | undefined>
  /** When its last posts were posted, latest first. */
  instants(channel: string, limit: number): Promise<readonly string[]>
  /** False when that is so already, or makes no sense: nothing comes back that was not away. */
  note(event: NewChannelEvent): Promise<boolean>
  /** Latest first. */
  list(query: { channel?: string; limit: number }): Promise<readonly ChannelEvent[]>
  /** Events that nobody was told of yet, oldest first. */
  untold(limit: number): Promise<readonly ChannelEvent[]>
}
