import { memberBefore } from '../../desk/review/standing-acts.ts'
import type { Act, DeskAct } from '../../model/desk.ts'
import type { Asking } from '../context.ts'
import type { Menus } from '../menus.ts'
import { noteAct } from '../note-act.ts'
import { rich } from '../rich.ts'
import { type Reply, say } from '../screen.ts'
import { showNumber } from './pair.ts'
import { isOf, isStanding } from './standing-decisions.ts'

/** Something that was done at the desk and to no stub, by the number of its act. */
interface Done {
  of: number
  content: DeskAct
}

/**
 * Does the opposite, and puts that into the log. Asked for again after a kill between the two, it only does
 * what is left.
 */
export async function reverse(
  asking: Asking,
  { of, content }: Done,
  log: readonly Act[],
  menus: Menus,
): Promise<Reply> {
  switch (content.kind) {
    case 'join':
    case 'part':
      await endDecision(asking, content)
      await noteAct(asking, { kind: 'undo', of })
      return showStoryOf(asking, content.signals[0])
    case 'withdraw':
      await decideAgain(asking, content)
      await noteAct(asking, { kind: 'undo', of })
      return showStoryOf(asking, content.signals[0])
    case 'member-add':
    case 'member-remove': {
      const before = log.filter(({ act }) => act < of)
      return restoreMember(asking, { of, content }, before, menus)
    }
    default:
      return say(rich`${asking.words.undo.gone}`)
  }
}

async function endDecision(
  { desk, member }: Asking,
  { kind, signals: [a, b] }: Extract<DeskAct, { kind: 'join' | 'part' }>,
): Promise<void> {
  const all = await desk.archive.analysis.decisions()
  const standing = all.findLast(
    (each) => isStanding(each) && each.by === member.id && each.kind === kind && isOf(each, a, b),
  )
  if (standing !== undefined) await desk.withdraw(standing.decision, desk.clock().toISOString())
}

async function decideAgain(
  { desk, member }: Asking,
  { decision, signals: [a, b] }: Extract<DeskAct, { kind: 'withdraw' }>,
): Promise<void> {
  const all = await desk.archive.analysis.decisions()
  const was = all.find((each) => each.decision === decision)
  if (was === undefined || all.some((each) => isStanding(each) && isOf(each, a, b))) return
  const { kind, signals } = was
  await desk.decide({ kind, signals, at: desk.clock().toISOString(), by: member.id })
}

/** Makes the member again what they were before the act; `before` are the acts before it, newest first. */
async function restoreMember(
  asking: Asking,
  {
    of,
    content: { member: id, name },
  }: { of: number; content: Extract<DeskAct, { member: number }> },
  before: readonly Act[],
  menus: Menus,
): Promise<Reply> {
  const { desk, words } = asking
  const was = memberBefore(before, id)
  const change = was && { name: was.name, role: was.role }
  await noteAct(asking, { kind: 'undo', of }, { members: desk.members.addedWith(id, change) })
  const now = desk.members.get(id)
  void (now === undefined ? menus.takeBack(id) : menus.offer(now))
  return say(
    rich`${was === undefined ? words.member.removed(name) : words.member.added(was.name, words.roles[was.role])}`,
  )
}

async function showStoryOf(asking: Asking, signal: string): Promise<Reply> {
  const story = (await asking.desk.archive.analysis.storyOf([signal])).get(signal)
  return showNumber(asking, story ?? -1)
}
