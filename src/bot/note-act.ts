import type { DeskEntry } from '../model/desk-store.ts'
import type { DeskAct } from '../model/desk.ts'
import type { Asking } from './context.ts'

/**
 * Puts what a member did at the desk into the audit log, in one step with what it changes and with the update
 * that asked for it; false where there is nothing to be changed any more.
 */
export async function noteAct(
  { desk, member: { id: by, name }, journal }: Asking,
  content: DeskAct,
  changes: Pick<DeskEntry, 'members' | 'unwatch'> = {},
): Promise<boolean> {
  const act = { at: desk.clock().toISOString(), by, name, content }
  const { kind } = await desk.archive.desk.append({ act, settles: journal, ...changes })
  if (kind === 'done' && changes.members !== undefined) desk.members.setAdded(changes.members)
  return kind === 'done'
}
