/**
 * Why posts may be missing. By ids: `unread`, a page between was not read yet; `skipped`, the bot listened and
 * was given the ids before and after; `missed`, more is missing than it can have been given and lost. By time:
 * `failed`, the source could not be read; `stopped`, Intake was not running.
 */
export type GapKind = 'unread' | 'skipped' | 'missed' | 'failed' | 'stopped'

/** A stretch of ids, or of time, in which the desk did not see what was posted. */
export interface Gap {
  gap: number
  kind: GapKind
  source: string
  /** Left out for a source of several channels. */
  channel?: string
  /** Of a gap in ids: those that are missing still, lowest first; empty once it is closed. */
  missing: readonly IdRange[]
  /** First and last id that were missing when it was noticed. */
  ids?: IdRange
  /** Posts from after `fromAt` were not seen, up to `toAt`; without it they are not seen yet. */
  fromAt: string
  toAt?: string
  /** The fault as it was told, where there was one. */
  fault?: string
  noticedAt: string
  /** When all of it had arrived, or was shown not to be there; with the posts that arrived. */
  closedAt?: string
  arrived?: number
}

/** Both ends are in it. */
export interface IdRange {
  from: number
  to: number
}

/** Ids of a channel that a payload accounts for: posts, service rows, and what a page shows to be gone. */
export interface Coverage extends IdRange {
  channel: string
  /** Collected where they are newest: what lies between them and ids collected before is missing. */
  collected: boolean
}

export interface GapQuery {
  channel?: string
  /** Only those that are not closed. */
  open?: boolean
  kinds?: readonly GapKind[]
  /** Only those that reach past the instant. */
  since?: string
  limit: number
}

/** What the desk did not see. Facts are added and closed, never changed. */
export interface GapStore {
  /** Latest first. */
  list(query: GapQuery): Promise<readonly Gap[]>
  /** Open ones by kind. */
  counts(): Promise<Readonly<Record<GapKind, number>>>
  /** Open gaps that posts may be missing in, overlapping [from, to]; oldest first. */
  during(from: string, to: string): Promise<readonly Gap[]>
  /** Ranges that the source is to be asked for; each is handed out a few times only, which is counted. */
  toFill(source: string): Promise<readonly IdRange[]>
  /** Says that Intake runs; after a pause each source has a gap from the last time it said so. */
  beat(at: string, sources: readonly string[]): Promise<void>
}
