import { readNumbers } from '../../analysis/figures/numbers.ts'
import { fold } from '../../lib/text.ts'
import type { Signal } from '../../model/signal.ts'

const quotation = /[“«„"]([^”»“"«„]{3,})[”»"]/gu

/**
 * Figures and quotations in an editor's words that no signal of the story has, as they stand in the words:
 * to be looked at again, not refused. "Three" and `3` are one figure in all languages of the desk.
 */
export function findUnsupported(text: string, signals: readonly Signal[]): string[] {
  const known = new Set(
    signals.flatMap((signal) => readNumbers(signal.text).map(({ value }) => value)),
  )
  const figures = readNumbers(text).filter(({ value }) => !known.has(value))
  const said = signals.map((signal) => fold(signal.text))
  const quotations = Array.from(text.matchAll(quotation), ([, quoted = '']) => quoted)
  return Array.from(
    new Set([
      ...figures.map(({ from, to }) => text.slice(from, to)),
      ...quotations.filter((quoted) => !said.some((whole) => whole.includes(fold(quoted)))),
    ]),
  )
}
