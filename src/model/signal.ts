/** `channel/id`, e.g. `osintdefender/4711`. */
export type SignalKey = string

/**
 * Where the platform says a post was forwarded from. `channel` is a handle without `@`,
 * `tg<digits>` where only the numeric id is known, or `name:<display name>` where the origin
 * hides everything but its name.
 */
export interface ForwardedFrom {
  channel: string
  id?: number
  at?: string
  title?: string
}

export type MediaKind =
  | 'photo'
  | 'video'
  | 'round-video'
  | 'audio'
  | 'voice'
  | 'document'
  | 'sticker'
  | 'poll'
  | 'location'

/** What a post shows beside its words, as far as its source tells. */
export interface Media {
  kind: MediaKind
  url?: string
  /** Where the platform gives files by name and not by address: the name, for the desk's own bot only. */
  file?: string
  sha256?: string
  bytes?: number
  /** In pixels. */
  width?: number
  height?: number
}

/** One later version of a post. `at` is when it was edited, or when the edit was seen. */
export interface Edit {
  at: string
  text: string
}

/** One post as a source read it, before it is checked or stored. The JSON Lines format. */
export interface RawPost {
  channel: string
  /** Positive integer, unique in the channel. */
  id: number
  /** ISO 8601 UTC. */
  at: string
  text: string
  /** The channel's title, where the source tells it. */
  title?: string
  forwardedFrom?: ForwardedFrom
  /** Id of a post in the same channel. */
  replyTo?: number
  edits?: readonly Edit[]
  /** Set where the source says that `text` is an edited version and tells when. */
  editedAt?: string
  deletedAt?: string
  views?: number
  media?: readonly Media[]
  url?: string
  /** The platform's id of the album this post is a part of; parts become one signal. */
  album?: string
  /** The outlet a feed item names as its origin (RSS `<source>`). */
  outlet?: string
  /** Telegram user id of the desk member who forwarded the post to the bot. */
  handedInBy?: number
}

/** One version of a signal's text; revision 0 is the text as first posted. */
export interface Revision {
  revision: number
  at: string
  text: string
}

/** One post as stored. `text` is the version that stands; `revisions` holds all versions when edited. */
export interface Signal {
  key: SignalKey
  channel: string
  id: number
  at: string
  text: string
  /** Number of the version that stands; 0 when never edited. */
  revision: number
  /** All versions in order, the standing one last; empty when never edited. */
  revisions: readonly Revision[]
  forwardedFrom?: ForwardedFrom
  replyTo?: number
  deletedAt?: string
  /** `declared` by the source, or `suspected` because it vanished from a page. */
  deletion?: 'declared' | 'suspected'
  views?: number
  media: readonly Media[]
  url?: string
  outlet?: string
  handedInBy?: number
  /** ISO 639-1 or `und`; set by analysis. */
  lang: string
  confidence: number
}

/** Composes a signal's key. */
export const signalKey = (channel: string, id: number): SignalKey => `${channel}/${id}`
