import type { RawPost } from '../../model/signal.ts'
import type { SignalRecord } from './signal-record.ts'

type Deletion = Pick<SignalRecord, 'deleted_at' | 'deletion'>

/**
 * What a post says about the deletion of its signal: a declared one stands for good; a suspected one is
 * taken back when the post is seen later than it was missed. A hand-in may be of a copy kept by a member.
 */
export function nextDeletion(known: Deletion, post: RawPost, seenAt: string): Deletion {
  if (known.deletion === 'declared') return known
  if (post.deletedAt !== undefined) return { deleted_at: post.deletedAt, deletion: 'declared' }
  const isBack = known.deleted_at !== null && seenAt > known.deleted_at
  return isBack && post.handedInBy === undefined ? { deleted_at: null, deletion: null } : known
}
