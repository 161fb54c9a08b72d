import type { Finding } from '../../export/targets/target.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import type { DeliveryReason, Outgoing, OutgoingState } from '../../model/outgoing.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth, wrapToWidth } from '../terminal/display-width.ts'
import type { Paint, Style } from '../terminal/paint.ts'

const states: Readonly<Record<OutgoingState, readonly [string, Style]>> = {
  queued: ['○ waits', 'dim'],
  sending: ['◌ under way', 'yellow'],
  done: ['● stands', 'green'],
  stopped: ['× stopped', 'red'],
  superseded: ['· overtaken', 'dim'],
  recalled: ['· taken back', 'dim'],
}

interface View {
  paint: Paint
  columns: number
  time: DeskTime
}

/** Deliveries with what they wait for; what a person changed in a target stands below, both texts. */
export function renderDeliveries(deliveries: readonly Outgoing[], view: View): string {
  return deliveries.map((delivery) => renderDelivery(delivery, view)).join('')
}

function renderDelivery(delivery: Outgoing, view: View): string {
  const { stub, edition, target, state, settledAt, createdAt, nextAt, attempts, reason, url } =
    delivery
  const { paint, time } = view
  const [word, style] = states[state]
  const when = state === 'done' || state === 'stopped' ? (settledAt ?? createdAt) : createdAt
  const tries = attempts > 1 ? `  ${attempts} tries` : ''
  const next = state === 'sending' && nextAt !== undefined ? `  again ${time.full(nextAt)}` : ''
  const head = `${paint(style, word.padEnd(12))}  #${stub} edition ${edition} → ${target}  ${time.full(when)}${tries}${next}\n`
  const where = url === undefined || state === 'superseded' ? '' : `    ${paint('dim', url)}\n`
  return (
    head + where + (reason === undefined || state === 'superseded' ? '' : explain(reason, view))
  )
}

function explain({ words, difference = [] }: DeliveryReason, view: View): string {
  const { columns, paint } = view
  const lines = wrapToWidth(plainLine(words), columns - 4).map((line) => `    ${line}\n`)
  const texts = difference.flatMap(({ field, ours, theirs }) => {
    const [mine, other] = aroundChange(plainLine(ours), plainLine(theirs))
    return [
      `    ${paint('bold', field)}\n`,
      `      ${paint('dim', 'desk')}  ${cutToWidth(isolate(mine), columns - 12)}\n`,
      `      ${paint('dim', 'there')} ${cutToWidth(isolate(other), columns - 12)}\n`,
    ]
  })
  return lines.join('') + texts.join('')
}

const before = 30

/** Both texts from shortly before where they part. */
function aroundChange(a: string, b: string): [string, string] {
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  const from = a.lastIndexOf(' ', Math.max(0, same - before)) + 1
  const cut = (text: string) => (from === 0 ? text : `…${text.slice(from)}`) || '(nothing)'
  return [cut(a), cut(b)]
}

const marks: Readonly<Record<Finding['level'], readonly [string, Style]>> = {
  ok: ['✓', 'green'],
  doubt: ['?', 'yellow'],
  wrong: ['×', 'red'],
}

/** What a check of one target found. */
export function renderFindings(
  { name, kind }: { name: string; kind: string },
  findings: readonly Finding[],
  paint: Paint,
): string {
  const lines = findings.map(({ level, words }) => {
    const [mark, style] = marks[level]
    return `  ${paint(style, mark)} ${plainLine(words)}\n`
  })
  return `${paint('bold', name)} (${kind})\n${lines.join('')}`
}
