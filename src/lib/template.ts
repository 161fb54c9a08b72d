/** A sentence with named gaps: `A reply to {post}.` */
export type Pattern = string

/** The names of a pattern's gaps. */
export type GapOf<P extends Pattern> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | GapOf<Rest>
  : never

export type Gaps = Readonly<Record<string, string>>

/** Gaps that hold a sentence in their turn; one ends its template, but for what closes it. */
export const nestingGaps: ReadonlySet<string> = new Set(['said', 'next'])

/**
 * Gaps that may hold more than a word: quotes, names and lists. All others hold none with a space, by which a
 * template that begins or ends with one is told from a text that quotes its words.
 */
const phraseGaps: ReadonlySet<string> = new Set([
  ...nestingGaps,
  ...['words', 'otherWords', 'is', 'was', 'terms', 'rule', 'answer', 'code', 'size', 'dispatch'],
  ...['name', 'title', 'channels', 'origins', 'otherOrigins', 'place', 'gap'],
  ...['date', 'when', 'age', 'lag'],
])

/** Fills a pattern's gaps, and reads from a text what they were filled with. */
export class Template {
  readonly gaps: readonly string[]
  private readonly literals: readonly string[]

  constructor(pattern: Pattern) {
    const parts = pattern.split(/\{(\w+)\}/)
    this.literals = parts.filter((_, index) => index % 2 === 0)
    this.gaps = parts.filter((_, index) => index % 2 === 1)
  }

  /** What a text of this template begins with; empty where a gap does. */
  get opening(): string {
    return this.literals[0] ?? ''
  }

  /** The pattern's own words with what stands between them. */
  parts<T>(toPart: (gap: string) => T): (string | T)[] {
    return this.literals.flatMap((literal, index) => {
      const gap = this.gaps[index]
      return gap === undefined ? [literal] : [literal, toPart(gap)]
    })
  }

  fill(values: Readonly<Record<string, string | number>>): string {
    // A plain loop: the analysis says why of each pair it compares.
    let text = this.opening
    for (const [index, gap] of this.gaps.entries())
      text += `${values[gap] ?? ''}${this.literals[index + 1] ?? ''}`
    return text
  }

  /**
   * What a whole text has in the gaps; undefined where it is not of this template. The first gap gets the most, as
   * quotes come before what is said of them; before a sentence in a gap it gets the least.
   */
  read(text: string): Gaps | undefined {
    const last = this.literals.at(-1) ?? ''
    if (this.gaps.length === 0) return text === last ? {} : undefined
    const isLongEnough = text.length >= this.opening.length + last.length
    if (!isLongEnough || !text.startsWith(this.opening) || !text.endsWith(last)) return undefined
    const inner = text.slice(this.opening.length, text.length - last.length)
    const between = this.literals.slice(1, -1)
    const nests = nestingGaps.has(this.gaps.at(-1) ?? '')
    const values = nests ? splitFirst(inner, between) : splitLast(inner, between)
    const fits = (gap: string, index: number) =>
      phraseGaps.has(gap) || !/\s/.test(values?.[index] ?? '')
    if (values === undefined || !this.gaps.every(fits)) return undefined
    return Object.fromEntries(this.gaps.map((gap, index) => [gap, values[index] ?? '']))
  }
}

/** Cuts a text at the first place of each literal, in order. */
function splitFirst(text: string, literals: readonly string[]): string[] | undefined {
  const values: string[] = []
  let rest = text
  for (const literal of literals) {
    const at = rest.indexOf(literal)
    if (at < 0) return undefined
    values.push(rest.slice(0, at))
    rest = rest.slice(at + literal.length)
  }
  return [...values, rest]
}

/** Cuts a text at the last place of each literal, from the end. */
function splitLast(text: string, literals: readonly string[]): string[] | undefined {
  const values: string[] = []
  let rest = text
  for (const literal of literals.toReversed()) {
    const at = rest.lastIndexOf(literal)
    if (at < 0) return undefined
    values.unshift(rest.slice(at + literal.length))
    rest = rest.slice(0, at)
  }
  return [rest, ...values]
}
