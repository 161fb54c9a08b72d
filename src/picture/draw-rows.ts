import { type Html, markup } from '../lib/markup.ts'
import { cutToPixels, wrapToPixels } from './fit.ts'
import { columns, page, rowHeight, sizes } from './geometry.ts'
import type { PlacedRow, TreeLayout } from './layout.ts'
import { nameRow, nameShared } from './names.ts'
import { colours } from './paint.ts'
import { drawText, px, readsFromRight } from './svg-text.ts'
import type { TreeInput } from './tree-input.ts'
import type { Typeface } from './typeface.ts'

const nameWidth = columns.namesEnd - columns.names
/** Less of a note tells nothing. */
const worthCutting = 130
const title = { size: sizes.name, weight: 'bold' } as const
const note = { size: sizes.small, weight: 'regular' } as const

/** The bands of the rows, behind everything. */
export function drawBands({ rows }: TreeLayout): Html {
  const odd = rows.filter((_, index) => index % 2 === 0)
  return markup`${odd.map(
    ({ y }) =>
      markup`<rect x="0" y="${px(y - rowHeight / 2)}" width="${page.width}" height="${rowHeight}" fill="${colours.band}"/>\n`,
  )}`
}

/** The names of the rows, with a bar along all rows of one origin. */
export function drawNames({ rows }: TreeLayout, input: TreeInput, face: Typeface): Html {
  return markup`${rows.map((row) => [drawBar(row), drawName(row, input, face)])}`

  function drawBar({ group, y }: PlacedRow): Html {
    if (group >= input.story.origins.length) return markup``
    return markup`<rect x="${page.margin}" y="${px(y - rowHeight / 2)}" width="12" height="${rowHeight}" fill="${colours.origin}"/>\n`
  }
}

function drawName(row: PlacedRow, input: TreeInput, face: Typeface): Html {
  const [only] = row.rows
  if (row.rows.length > 1 || only === undefined) {
    const words = nameShared(row, input, face)
    const lines = wrapToPixels(words, nameWidth, 2, note, face)
    const look = { ...note, fill: colours.soft, fromRight: readsFromRight(words) }
    const first = row.y + 9 - (lines.length - 1) * 18
    return markup`${lines.map((line, index) => drawText(columns.names, first + index * 36, line, look))}`
  }
  const name = nameRow(only, input, face)
  const pill = name.origin === undefined ? '' : originWords(name.origin.withdrawn, input)
  const pillWidth = pill === '' ? 0 : face.width(pill, sizes.small, 'bold') + 28
  const rest = nameWidth - pillWidth - (pillWidth === 0 ? 0 : 12)
  const cut = cutToPixels(name.note, rest, note, face)
  const below = cut !== name.note && rest < worthCutting ? '' : cut
  const alone = below === '' && pill === ''
  return markup`${drawText(columns.names, row.y + (alone ? 11 : -8), cutToPixels(name.title, nameWidth, title, face), title)}${
    pill === '' ? '' : drawPill(columns.names, row.y + 4, pill, pillWidth)
  }${
    below === ''
      ? ''
      : drawText(columns.names + (nameWidth - rest), row.y + 28, below, {
          ...note,
          fill: colours.soft,
        })
  }`
}

const originWords = (withdrawn: boolean, { labels }: TreeInput) =>
  withdrawn ? `${labels.origin} · ${labels.withdrawn}` : labels.origin

function drawPill(x: number, y: number, words: string, width: number): Html {
  return markup`<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="34" rx="17" fill="${colours.origin}"/>\n${drawText(x + width / 2, y + 26, words, { size: sizes.small, weight: 'bold', anchor: 'middle' })}`
}
