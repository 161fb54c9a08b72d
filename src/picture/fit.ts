import type { Typeface, Weight } from './typeface.ts'

export interface TextStyle {
  size: number
  weight: Weight
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The text cut between characters to at most `width` pixels, with an ellipsis where something was cut. */
export function cutToPixels(
  text: string,
  width: number,
  { size, weight }: TextStyle,
  face: Typeface,
): string {
  if (face.width(text, size, weight) <= width) return text
  let cut = ''
  for (const { segment } of graphemes.segment(text)) {
    if (face.width(`${cut}${segment}…`, size, weight) > width) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

/** The text in at most so many lines of `width` pixels; the last is cut where not all of it fits. */
export function wrapToPixels(
  text: string,
  width: number,
  lines: number,
  style: TextStyle,
  face: Typeface,
): string[] {
  const wrapped: string[] = []
  const words = text.split(' ')
  while (words.length > 0 && wrapped.length < lines - 1) {
    let line = words.shift() ?? ''
    while (words[0] !== undefined && fits(`${line} ${words[0]}`)) line += ` ${words.shift()}`
    wrapped.push(cutToPixels(line, width, style, face))
  }
  if (words.length > 0) wrapped.push(cutToPixels(words.join(' '), width, style, face))
  return wrapped.filter((line) => line !== '')

  function fits(line: string): boolean {
    return face.width(line, style.size, style.weight) <= width
  }
}
