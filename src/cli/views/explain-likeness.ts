import type { LikenessExplanation } from '../../model/explanation.ts'
import { isolate, plainLine } from '../../lib/terminal-text.ts'
import { cutToWidth, displayWidth, padToWidth } from '../terminal/display-width.ts'
import type { ExplainLook } from './explain-signal.ts'

const termColumns = 28

/** The score step by step, against its thresholds, and the terms that both have. */
export function likenessLines(
  likeness: LikenessExplanation,
  weighedBy: number,
  { paint, columns }: ExplainLook,
): string[] {
  const { score, mergeAt, suggestAt, bound, storySize, features, shared } = likeness
  const names = Math.max(0, ...features.map(({ name }) => displayWidth(name)))
  const size =
    storySize > 1 ? `; the earlier's story of ${storySize} signals asks ${bound.toFixed(2)}` : ''
  const rows = features.map(({ name, value, how, weight }) =>
    [
      padToWidth(plainLine(name), names),
      how === 'veto' ? paint('red', ' veto ') : `${signs[how] ?? ' '} ${weight.toFixed(2)}`,
      isolate(cutToWidth(plainLine(value), Math.max(20, columns - names - 14))),
    ].join('  '),
  )
  return [
    ...rows,
    `${padToWidth('likeness', names)}  = ${score.toFixed(2)}  ${judgement(likeness, paint)}`,
    '',
    `Of ${mergeAt.toFixed(2)} on signals are one story${size}; from ${suggestAt.toFixed(2)} on an editor is asked.`,
    ...termLines(likeness, columns),
    ...(shared.length === 0
      ? []
      : [
          paint(
            'dim',
            `Words weigh by how rare they are in ${weighedBy.toLocaleString('en')} signals before.`,
          ),
        ]),
  ]
}

const signs: Readonly<Record<string, string>> = { score: ' ', times: '×', plus: '+' }

function judgement({ verdict }: LikenessExplanation, paint: ExplainLook['paint']): string {
  const said = {
    merge: ['green', 'one story'],
    suggest: ['yellow', 'an editor is asked'],
    apart: ['dim', 'apart'],
  } as const
  const [style, words] = said[verdict]
  return paint(style, words)
}

function termLines({ shared }: LikenessExplanation, columns: number): string[] {
  if (shared.length === 0) return ['Nothing in common.']
  const inRow = Math.max(1, Math.floor((columns - 2) / (termColumns + 2)))
  const cells = shared.map(({ term, kind, weight }) =>
    padToWidth(
      `${weight.toFixed(1)} ${isolate(cutToWidth(plainLine(term), termColumns - 12))} ${kind}`,
      termColumns,
    ),
  )
  return ['', 'In common:'].concat(
    Array.from({ length: Math.ceil(cells.length / inRow) }, (_, row) =>
      `  ${cells.slice(row * inRow, (row + 1) * inRow).join('  ')}`.trimEnd(),
    ),
  )
}
