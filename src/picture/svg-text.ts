import { type Html, markup, trusted } from '../lib/markup.ts'
import { colours } from './paint.ts'
import type { Weight } from './typeface.ts'

export interface TextLook {
  size: number
  weight?: Weight
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  /** Draws paper around the letters, so that lines behind do not run into them. */
  halo?: boolean
  /** Set for a line of a longer text, which is ordered as the whole text is. */
  fromRight?: boolean
}

const strong = /[\p{L}]/u
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const arabicRuns = /(\p{Script=Arabic}+(?:[\s\u200c]+\p{Script=Arabic}+)*)/u

/** Our own controls: what is between them is ordered from right to left, whatever stands around. */
const opening = trusted('\u2067')
const closing = trusted('\u2069')

/** True where the first letter of the text is of a script written from right to left. */
export function readsFromRight(text: string): boolean {
  const letter = strong.exec(text)
  return letter !== null && rightToLeft.test(letter[0])
}

/** One line of text at a baseline; a text that begins from the right is ordered from the right. */
export function drawText(x: number, y: number, text: string, look: TextLook): Html {
  const { size, weight = 'regular', fill = colours.ink, anchor = 'start', halo = false } = look
  const words =
    (look.fromRight ?? readsFromRight(text))
      ? markup`${opening}${shapable(text)}${closing}`
      : shapable(text)
  const behind = halo
    ? markup` stroke="${colours.paper}" stroke-width="9" stroke-linejoin="round" paint-order="stroke"`
    : markup``
  return markup`<text x="${px(x)}" y="${px(y)}" font-size="${size}" font-weight="${weight === 'bold' ? 700 : 400}" fill="${fill}" text-anchor="${anchor}"${behind}>${words}</text>\n`
}

/** The renderer shapes Hebrew and Arabic side by side as one script, and Arabic letters would not join. */
function shapable(text: string): Html {
  if (!/\p{Script=Hebrew}/u.test(text)) return markup`${text}`
  const parts = text.split(arabicRuns)
  return markup`${parts.map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`${opening}${part}${closing}`))}`
}

/** A coordinate in tenths of a pixel. */
export const px = (value: number): number => Math.round(value * 10) / 10
