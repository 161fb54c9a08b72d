import { type GapOf, type Gaps, type Pattern, Template } from './template.ts'

export type Patterns = Readonly<Record<string, Pattern>>

/** One sentence of a text: of a template, with what stands in its gaps, or as it is. */
export type Sentence<Key extends string = string> =
  { kind: 'known'; key: Key; gaps: Gaps } | { kind: 'unknown'; text: string }

type Values<P extends Pattern> = [GapOf<P>] extends [never]
  ? []
  : [values: Readonly<Record<GapOf<P>, string | number>>]

/** More follow each other in no text of ours. */
const mostInRow = 8

/** A table of sentences, by which they are written and read back, so that they can be said in another language. */
export class Sentences<const Table extends Patterns> {
  readonly patterns: Table
  private readonly templates: ReadonlyMap<keyof Table & string, Template>

  /** Of two templates that read one text the earlier is meant. */
  constructor(patterns: Table) {
    this.patterns = patterns
    this.templates = new Map(
      Object.entries(patterns).map(([key, pattern]) => [key, new Template(pattern)]),
    )
  }

  say<Key extends keyof Table & string>(key: Key, ...[values]: Values<Table[Key]>): string {
    return this.templates.get(key)?.fill(values ?? {}) ?? ''
  }

  /** Reads a text that is one sentence. */
  readOne(text: string): Sentence<keyof Table & string> {
    for (const [key, template] of this.templates) {
      const gaps = template.read(text)
      if (gaps !== undefined) return { kind: 'known', key, gaps }
    }
    return { kind: 'unknown', text }
  }

  /**
   * Reads a text of several sentences from its end, where nothing is quoted any more: what a quotation holds is
   * never taken for a sentence of ours.
   */
  read(text: string): readonly Sentence<keyof Table & string>[] {
    const read: Sentence<keyof Table & string>[] = []
    let rest = text
    for (;;) {
      const one = this.readOne(rest)
      const isWhole = one.kind === 'known' || read.length >= mostInRow
      const last = isWhole ? undefined : this.readLast(rest)
      if (last === undefined) return [one, ...read]
      read.unshift(last.sentence)
      rest = rest.slice(0, last.at)
    }
  }

  private readLast(text: string) {
    for (const [key, template] of this.templates) {
      if (template.opening === '') continue
      const at = text.lastIndexOf(` ${template.opening}`)
      const gaps = at > 0 ? template.read(text.slice(at + 1)) : undefined
      if (gaps !== undefined) return { at, sentence: { kind: 'known', key, gaps } as const }
    }
    return undefined
  }
}
