import type { ChannelIdentity, NewChannelEvent } from './channel-event.ts'
import type { Rejection } from './delivery.ts'
import type { Coverage } from './gap.ts'
import type { MediaKind, RawPost, Signal, SignalKey } from './signal.ts'

export interface Commit {
  journal: number
  /** Checked posts, canonical channel ids. */
  posts: readonly RawPost[]
  rejected: readonly Rejection[]
  covers?: { channel: string; from: number; to: number; ids: readonly number[] }
  /** Ids that the payload accounts for; canonical channel ids. */
  coverage?: readonly Coverage[]
  /** By what the channel is known from now on, and what became of it. */
  identity?: ChannelIdentity
  events?: readonly NewChannelEvent[]
  ignored: number
  /** Of which kinds the media of these posts are to be fetched. */
  fetchKinds?: ReadonlySet<MediaKind>
  source: string
  cursor?: string
  /** When the payload was received: the time of edits and deletions seen in it. */
  seenAt: string
}

export interface CommitOutcome {
  stored: readonly SignalKey[]
  revised: readonly SignalKey[]
  deleted: readonly SignalKey[]
  /** Posts that were stored before and have not changed. */
  unchanged: number
  rejected: number
}

export interface SignalStore {
  /**
   * Stores what a payload holds, moves the cursor and settles the journal entry in one transaction. The
   * body of a payload that changed nothing is let go; its hash stays.
   */
  commit(commit: Commit): Promise<CommitOutcome>
  get(keys: readonly SignalKey[]): Promise<Map<SignalKey, Signal>>
  /** Signals not analysed since they were stored, revised or deleted, those after one where it is given; oldest first. */
  unanalysed(limit: number, after?: SignalKey): Promise<readonly Signal[]>
  /** When the oldest of the newest `count` signals was posted; undefined when there are fewer. */
  reachOf(count: number): Promise<string | undefined>
  /** Analysed signals with `at` on or after the instant, in time order, in batches. */
  since(at: string, batch: number): AsyncIterable<readonly Signal[]>
  /** The newest analysed signals of a time, both ends included, oldest first. */
  last(query: { since: string; until: string; limit: number }): Promise<readonly Signal[]>
  /** All signals in time order, in batches. */
  all(batch: number): AsyncIterable<readonly Signal[]>
  count(): Promise<number>
  /** Channels met so far, with the last title seen. */
  channels(): Promise<
    readonly { channel: string; title: string; signals: number; lastAt: string }[]
  >
}
