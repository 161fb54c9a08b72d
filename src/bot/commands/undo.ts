import { mayAct } from '../../desk/review/member-book.ts'
import { standingActs } from '../../desk/review/standing-acts.ts'
import { lastUndoable } from '../../desk/review/undo.ts'
import type { Act, DeskAct } from '../../model/desk.ts'
import type { ActionOf } from '../action.ts'
import type { Command } from '../command.ts'
import type { Asking } from '../context.ts'
import type { Menus } from '../menus.ts'
import { bold, lines, nothing, type Rich, rich } from '../rich.ts'
import { actOnStub } from '../review/act.ts'
import { type Reply, rows, say } from '../screen.ts'
import { actLine } from './log.ts'
import { reverse } from './reverse.ts'
import { describeWatch } from './watch.ts'

/** Acts of the desk among which a member's last are sought. */
const lookedThrough = 500
const mostShown = 10

/** Whether an act can be taken back now; `gone` where it no longer stands. */
type Fate = { kind: 'free' } | { kind: 'gone' } | { kind: 'stays'; why: string }

export const undo: Command = { name: 'undo', role: 'reader', run: (asking) => offerUndo(asking) }

/** Shows what the member did last, with a button that takes it back; what can't be is said, and the one before it offered. */
async function offerUndo(asking: Asking): Promise<Reply> {
  const { desk, member, words } = asking
  const log = await desk.archive.desk.log({ limit: lookedThrough })
  const mine = standingActs(log, member.id)
  const watches = await desk.archive.watching.watches()
  const watch = watches.findLast((each) => each.member === member.id)
  if (watch !== undefined && watch.since > (mine[0]?.at ?? '')) {
    const action = { do: 'unwatch' as const, watch: watch.watch }
    return say(
      lines([bold(words.undo.last), rich`🔔 ${describeWatch(watch.subject, words)}`]),
      rows([{ label: `↩️ ${words.watch.end}`, action }]),
    )
  }
  const told: Rich[] = []
  for (const act of mine.slice(0, mostShown)) {
    const fate = await fateOf(asking, act, log)
    if (fate.kind === 'gone') continue
    told.push(bold(told.length === 0 ? words.undo.last : words.undo.before), actLine(act, asking))
    if (fate.kind === 'free') {
      const take = { label: `↩️ ${words.undo.take}`, action: { do: 'undo' as const, act: act.act } }
      return say(lines(told), rows([take]))
    }
    told.push(rich`${fate.why}`, nothing)
  }
  return say(told.length === 0 ? rich`${words.undo.none}` : lines(told))
}

/** Takes one act back; where it no longer stands, or others came after it, nothing is done. */
export async function takeBack(
  asking: Asking,
  { act: number }: ActionOf<'undo'>,
  menus: Menus,
): Promise<Reply> {
  const { desk, member, words } = asking
  const log = await desk.archive.desk.log({ limit: lookedThrough })
  const act = standingActs(log, member.id).find((each) => each.act === number)
  const fate: Fate = act === undefined ? { kind: 'gone' } : await fateOf(asking, act, log)
  if (act === undefined || fate.kind !== 'free') {
    const told = fate.kind === 'stays' ? fate.why : words.undo.gone
    return { ...say(rich`${told}`), toast: told, stays: true }
  }
  if (act.stub !== undefined) {
    const open = await desk.reviewDesk.open(act.stub)
    const base = { head: open?.record.head ?? 0, version: open?.stub.version ?? 0 }
    return actOnStub(asking, act.stub, { kind: 'undo' }, base)
  }
  const done = { of: number, content: act.content as DeskAct }
  const reply = await reverse(asking, done, log, menus)
  return { ...reply, toast: words.card.undone }
}

async function fateOf(
  asking: Asking,
  { act, stub, content }: Act,
  log: readonly Act[],
): Promise<Fate> {
  const { desk, member, words } = asking
  const needs = content.kind.startsWith('member-') ? 'chief' : 'editor'
  if (!mayAct(member.role, needs)) return { kind: 'stays', why: words.needsRole(needs) }
  if (stub !== undefined) {
    const open = await desk.reviewDesk.open(stub)
    if (open === undefined) return { kind: 'gone' }
    const isLast = lastUndoable(open.acts, member.id)?.act === act
    return isLast ? { kind: 'free' } : { kind: 'stays', why: words.undo.later }
  }
  switch (content.kind) {
    case 'join':
    case 'part': {
      const [a, b] = content.signals
      const isWithdrawn = log.some(
        ({ act: later, content: then }) =>
          later > act && then.kind === 'withdraw' && isPair(then.signals, a, b),
      )
      return { kind: isWithdrawn ? 'gone' : 'free' }
    }
    case 'withdraw':
      return { kind: 'free' }
    case 'member-add':
    case 'member-remove':
      return desk.members.get(content.member)?.from === 'config'
        ? { kind: 'stays', why: words.member.fromConfig(content.name) }
        : { kind: 'free' }
    case 'hand-in':
      return { kind: 'stays', why: words.undo.handIn }
    case 'send-on':
      return { kind: 'stays', why: words.undo.sentOn }
    default:
      return { kind: 'gone' }
  }
}

const isPair = (signals: readonly string[], a: string, b: string) =>
  signals.includes(a) && signals.includes(b)
