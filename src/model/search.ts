import type { Signal } from './signal.ts'

export interface SearchQuery {
  /** May be empty where language, channel or time narrow the search: then all that is left is found. */
  words: string
  lang?: string
  channel?: string
  since?: string
  limit: number
  offset: number
}

export interface SearchHit {
  signal: Signal
  story?: number
  /** Part of the text around the first hit; hits stand between U+0002 and U+0003. */
  excerpt: string
}

export interface KindredQuery {
  text: string
  /** Posts with `at` in [since, before). */
  since: string
  before: string
  limit: number
}

export interface SearchStore {
  /** Newest first. Any string is a valid query; no words found in it, no hits. */
  find(query: SearchQuery): Promise<readonly SearchHit[]>
  /** Stories of posts that share the rarest words of a text, those that share the most first. */
  kindred(query: KindredQuery): Promise<readonly number[]>
}
