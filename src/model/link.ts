import type { SignalKey } from './signal.ts'

export type LinkKind = 'forward' | 'copy' | 'cite' | 'translation' | 'variant'

/** The kinds that say "derives from"; `variant` (same words, other figures or place) does not. */
export const derivingKinds: ReadonlySet<LinkKind> = new Set([
  'forward',
  'copy',
  'cite',
  'translation',
])

/**
 * From a later signal to what it derives from. `to` is a signal key, `ch:<channel>` for a channel
 * whose post is not stored, or `out:<outlet>` for an outlet that is not monitored.
 */
export interface Link {
  from: SignalKey
  to: string
  kind: LinkKind
  /** 0–1, how sure the rule is. */
  score: number
  /** One sentence: which rule, which words. */
  reason: string
}
