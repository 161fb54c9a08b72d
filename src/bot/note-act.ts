import type { DeskAct, Member } from '../model/desk.ts'
import type { Asking } from './context.ts'

/** Puts what a member did at the desk into the audit log, in one step with the update that asked for it. */
export async function noteAct(
  { desk, member: { id: by, name }, journal }: Asking,
  content: DeskAct,
  members?: readonly Member[],
): Promise<void> {
  const act = { at: desk.clock().toISOString(), by, name, content }
  await desk.archive.desk.append({
    act,
    settles: journal,
    ...(members === undefined ? {} : { members }),
  })
  if (members !== undefined) desk.members.setAdded(members)
}
