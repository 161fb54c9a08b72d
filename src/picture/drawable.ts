import { plainLine } from '../lib/terminal-text.ts'
import type { Typeface } from './typeface.ts'

/** Hebrew and Arabic need two marks on a letter; more are a tower over the neighbouring lines. */
const tooManyMarks = /(?<=\p{M}\p{M})\p{M}+/gu
const strayMarks = /(?<=^|\s)\p{M}+/gu
/** Joins and parts letters of Persian and the scripts of India. */
const nonJoiner = '\u200c'

/**
 * One line of a text that the typeface can draw: a run of letters that it has not becomes an ellipsis, emoji
 * and other signs that it has not are left out, and nothing is left that could turn the direction. Empty where
 * no letter or figure is left.
 */
export function drawable(text: string, { draws }: Pick<Typeface, 'draws'>): string {
  const kept = Array.from(plainLine(text.normalize('NFC')), (character) => {
    if (character === nonJoiner || character === ' ' || draws(character)) return character
    return /[\p{L}\p{N}]/u.test(character) ? '…' : ''
  }).join('')
  const line = kept
    .replace(strayMarks, '')
    .replace(tooManyMarks, '')
    .replace(/…[…\s]*…/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(line) ? line : ''
}
