import type { MediaKind, SignalKey } from './signal.ts'

/** A photo or video to be fetched. */
export interface PictureTask {
  picture: number
  kind: MediaKind
  signal: SignalKey
  /** An http or https address, or `file:` and the platform's name of the file. */
  address: string
  /** How often it was tried before. */
  attempts: number
}

/** What was found in a photo or video. */
export interface PictureFacts {
  /** `jpeg`, `png`, `webp`, `gif`, `mp4`, `webm`. */
  type: string
  bytes: number
  /** In pixels; of photos only. */
  width?: number
  height?: number
  /** Hex. */
  sha256: string
  /** Perceptual hash, 32 bytes; left out for videos, and for a picture too plain to be told from others. */
  print?: Uint8Array
  /** The file itself is kept, for the time that the config says. */
  kept?: boolean
}

/** A picture that was posted before. */
export interface PictureReturn {
  /** The signal that showed it first, as far as the desk knows. */
  signal: SignalKey
  at: string
  story?: number
  /** In how many stories it had been before this one, posts of no story among them. */
  stories: number
  /** Left and right are exchanged. */
  mirrored: boolean
}

/** A photo or video of a signal, with what is known of it. */
export interface Picture {
  picture: number
  address: string
  state: 'waiting' | 'fetched' | 'failed'
  /** Why it was not fetched. */
  reason?: string
  fetchedAt?: string
  facts?: PictureFacts
  returned?: PictureReturn
}

/** Photos and videos of signals: which to fetch, and what was found in them. `SignalStore.commit` puts them in. */
export interface PictureStore {
  /** Those of the latest posts first. */
  due(at: string, limit: number): Promise<readonly PictureTask[]>
  /** Counts an attempt before it is made, so that a picture that ends the process is not tried for ever. */
  begin(picture: number): Promise<void>
  /**
   * Stores what was found, with those like it; answers whether a story has to be drafted anew, which is noted
   * in the same transaction.
   */
  keep(
    picture: number,
    facts: PictureFacts,
    like: readonly { picture: number; mirrored: boolean }[],
    at: string,
  ): Promise<boolean>
  later(picture: number, reason: string, dueAt: string): Promise<void>
  fail(picture: number, reason: string): Promise<void>
  /** Of each of these signals that has any. */
  of(keys: readonly SignalKey[]): Promise<ReadonlyMap<SignalKey, readonly Picture[]>>
  /** Those that were given up, of the latest posts first. */
  failed(limit: number): Promise<readonly { signal: SignalKey; reason: string }[]>
  /** The newest prints, in the order in which they were stored, in batches. */
  prints(
    most: number,
    batch: number,
  ): AsyncIterable<readonly { picture: number; print: Uint8Array }[]>
  /** Pictures fetched before the instant whose files are kept; the same file is named once. */
  keptBefore(at: string, limit: number): Promise<readonly Pick<PictureFacts, 'sha256' | 'type'>[]>
  /** Notes that the file is gone. */
  letGo(sha256: string): Promise<void>
}

/** What came of asking for a photo's bytes. */
export type PictureAnswer =
  | { kind: 'bytes'; bytes: Uint8Array }
  /** It can't be had, now or later; why, in words. */
  | { kind: 'none'; reason: string }
  | { kind: 'later'; reason: string; afterSeconds?: number }
