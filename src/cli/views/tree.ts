import type { Media, Signal, SignalKey } from '../../model/signal.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth } from '../terminal/display-width.ts'
import type { Paint } from '../terminal/paint.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import { certainty } from './certainty.ts'
import type { Branch, Root } from './lineage.ts'

export interface TreeLook {
  paint: Paint
  columns: number
  time: DeskTime
  signals: ReadonlyMap<SignalKey, Signal>
  titleOf: (channel: string) => string
}

/** `deleted` and `edited`, where a signal was. */
export function marksOf(
  signal: Signal,
  { paint, time }: Pick<TreeLook, 'paint' | 'time'>,
): string[] {
  const { at, deletedAt, deletion, revision, media } = signal
  const when =
    deletedAt === undefined
      ? ''
      : (onOneDay([at, deletedAt], time) ? time.time : time.full)(deletedAt)
  const deleted = deletion === 'suspected' ? 'seems deleted' : 'deleted'
  return [
    ...(deletedAt === undefined ? [] : [paint('red', `${deleted} ${when}`)]),
    ...(revision === 0
      ? []
      : [paint('yellow', revision === 1 ? 'edited' : `edited ${revision} times`)]),
    ...countKinds(media),
  ]
}

/** `photo`, `3 photos`, `video`: once for each kind. */
function countKinds(media: readonly Media[]): string[] {
  const counts = new Map<string, number>()
  for (const { kind } of media) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return Array.from(counts, ([kind, count]) => (count === 1 ? kind : `${count} ${kind}s`))
}

/** Times alone mislead where a story goes on for days: an old post that returns would seem the first. */
function onOneDay(instants: readonly string[], time: DeskTime): boolean {
  return new Set(instants.map((at) => time.day(at))).size <= 1
}

/** An origin as a person calls it: `OSINTdefender (channel)`, `Reuters (outlet)`. */
export function nameOrigin(origin: string, titleOf: TreeLook['titleOf']): string {
  const name = origin.slice(origin.indexOf(':') + 1)
  if (origin.startsWith('ch:')) {
    const title = plainLine(titleOf(name))
    return `${isolate(title)}${title === name ? '' : ` @${plainLine(name)}`} (channel)`
  }
  if (origin.startsWith('out:')) return `${isolate(plainLine(name))} (outlet, not monitored)`
  if (origin.startsWith('own:')) return `${isolate(plainLine(name))} (owner of several channels)`
  return isolate(plainLine(origin))
}

/** The trees of who took it from whom, drawn with box characters. */
export function renderTree(roots: readonly Root[], look: TreeLook): string[] {
  return roots.flatMap(({ origin, withdrawn, children }) => [
    `${look.paint('bold', nameOrigin(origin, look.titleOf))}${withdrawn ? look.paint('red', '  withdrawn') : ''}`,
    ...renderBranches(children, '', look),
  ])
}

function renderBranches(branches: readonly Branch[], indent: string, look: TreeLook): string[] {
  return branches.flatMap((branch, index) => {
    const isLast = index === branches.length - 1
    const deeper = `${indent}${isLast ? '   ' : '│  '}`
    const under = `${deeper}${branch.children.length === 0 ? '   ' : '│  '}`
    return [
      look.paint('dim', `${indent}${isLast ? '└─' : '├─'} `) + describeBranch(branch, look),
      ...reasonsOf(branch).map((reason) =>
        look.paint('dim', under + isolate(cutToWidth(reason, look.columns - under.length))),
      ),
      ...renderBranches(branch.children, deeper, look),
    ]
  })
}

function describeBranch({ signal: key, link }: Branch, look: TreeLook): string {
  const { paint, time, signals } = look
  const signal = signals.get(key)
  const oneDay = onOneDay(
    Array.from(signals.values(), ({ at }) => at),
    time,
  )
  const when = oneDay ? time.time : time.full
  return [
    ...(signal === undefined ? [] : [when(signal.at)]),
    paint('cyan', plainLine(key)),
    link === undefined
      ? paint('green', 'first-hand')
      : paint('yellow', `${link.kind}, ${certainty(link.score)}`),
    ...(signal === undefined ? [] : marksOf(signal, look)),
  ].join('  ')
}

function reasonsOf({ link, also }: Branch): string[] {
  return [
    ...(link === undefined ? [] : [plainLine(link.reason)]),
    ...also.map(({ kind, to, reason }) => `also ${kind} of ${plainLine(to)}: ${plainLine(reason)}`),
  ]
}
