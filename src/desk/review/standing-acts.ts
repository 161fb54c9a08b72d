import type { Act } from '../../model/desk.ts'
import { undoneBy } from './record.ts'

/**
 * What only notes something, what takes something else back, and what members set for themselves, which they
 * set otherwise: none is taken back by itself.
 */
const notes: ReadonlySet<Act['content']['kind']> = new Set([
  'seen',
  'undo',
  'watch',
  'unwatch',
  'quiet',
  'language',
])

/** Of a log, newest first, what a member did and nobody has undone. */
export function standingActs(log: readonly Act[], member: number): readonly Act[] {
  const undone = undoneBy(log)
  return log.filter(
    ({ act, by, content }) => by === member && !undone.has(act) && !notes.has(content.kind),
  )
}

/** The members among those added that there were before an act on one of them; `log` holds the acts before it, newest first. */
export function memberBefore(
  log: readonly Act[],
  member: number,
): Extract<Act['content'], { kind: 'member-add' }> | undefined {
  const undone = undoneBy(log)
  const last = log.find(
    ({ act, content }) => !undone.has(act) && 'member' in content && content.member === member,
  )
  return last?.content.kind === 'member-add' ? last.content : undefined
}
