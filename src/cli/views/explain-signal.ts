import type { ExplainedSignal } from '../../model/explanation.ts'
import { isolate, plain, plainLine } from '../../lib/terminal-text.ts'
import type { DeskTime } from '../terminal/desk-time.ts'
import { cutToWidth } from '../terminal/display-width.ts'
import type { Paint } from '../terminal/paint.ts'

export interface ExplainLook {
  paint: Paint
  columns: number
  time: DeskTime
}

const textLines = 4

/** What was read in one signal. */
export function signalLines(signal: ExplainedSignal, look: ExplainLook): string[] {
  const { paint, columns, time } = look
  const fact = (name: string, value: string) =>
    value === ''
      ? []
      : [`${paint('dim', name.padEnd(9))} ${isolate(cutToWidth(plainLine(value), columns - 14))}`]
  const texts = plain(signal.text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const title = signal.title === signal.channel ? '' : `  ${isolate(plainLine(signal.title))}`
  return [
    `${paint('cyan', plainLine(signal.key))}  ${time.full(signal.at)}${title}${signal.owner === undefined ? '' : `  (owner ${plainLine(signal.owner)})`}`,
    ...texts.slice(0, textLines).map((line) => `  ${isolate(cutToWidth(line, columns - 6))}`),
    ...(texts.length > textLines
      ? [paint('dim', `  … ${texts.length - textLines} more lines`)]
      : []),
    ...fact(
      'language',
      `${signal.lang}, ${Math.round(signal.confidence * 100)} % sure: ${signal.languageEvidence}`,
    ),
    ...fact('event', signal.event),
    ...fact('places', signal.places.join(', ')),
    ...fact('figures', signal.figures.join(', ')),
    ...signal.citations.flatMap(({ words, rule, to, leadsTo }) =>
      fact(
        'cites',
        `"${words}" (${rule}): ${to}${leadsTo.some((key) => key !== to) ? `, which is ${leadsTo.join(', ')}` : ''}`,
      ),
    ),
    ...signal.links.flatMap(({ kind, to, reason }) => fact('link', `${kind} of ${to}: ${reason}`)),
  ]
}
