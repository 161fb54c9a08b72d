import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Patterns, Sentences } from '../../src/lib/sentences.ts'
import { nestingGaps, Template } from '../../src/lib/template.ts'

const count = fc.nat({ max: 9999 }).map(String)
const word = fc.stringMatching(/^[\p{L}\d_-]{1,12}$/u)
/** Words of a post, but for the quotation marks that stand around them. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => !text.includes('"'))
const quoting: ReadonlySet<string> = new Set(['words', 'otherWords', 'is', 'was'])

/** Tests that each sentence of a table is read as what it was filled with; `inner` is one that stands in others. */
export function testReadBack<Table extends Patterns>(
  table: Sentences<Table>,
  inner: string,
  values: Readonly<Record<string, fc.Arbitrary<string>>> = {},
): void {
  const valueOf = (gap: string) => {
    if (nestingGaps.has(gap)) return fc.constant(inner)
    return values[gap] ?? (quoting.has(gap) ? words : fc.oneof(word, count))
  }
  test.each(Object.entries(table.patterns))(
    '%s: what was filled in is read back',
    (key, pattern) => {
      const template = new Template(pattern)
      const filled = fc.record(Object.fromEntries(template.gaps.map((gap) => [gap, valueOf(gap)])))
      fc.assert(
        fc.property(filled, (gaps) => {
          expect(table.read(template.fill(gaps))).toEqual([{ kind: 'known', key, gaps }])
        }),
      )
    },
  )
}
