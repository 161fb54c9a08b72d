import type { Act, StubAct } from '../../model/desk.ts'
import { undoneBy } from './record.ts'

/** What Intake did, and what only notes that a person looked, is nobody's to undo. */
const lasting: ReadonlySet<StubAct['kind']> = new Set(['exported', 'seen', 'undo'])

/** The act that an undo by this member takes back: the last that stands, if it is theirs. */
export function lastUndoable(
  acts: readonly Act<StubAct>[],
  member: number,
): Act<StubAct> | undefined {
  const undone = undoneBy(acts)
  const last = acts.findLast(
    ({ act, content }) => !undone.has(act) && content.kind !== 'seen' && content.kind !== 'undo',
  )
  return last !== undefined && last.by === member && !lasting.has(last.content.kind)
    ? last
    : undefined
}

export const isUndoable = (acts: readonly Act<StubAct>[], member: number): boolean =>
  lastUndoable(acts, member) !== undefined
