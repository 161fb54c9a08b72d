import { rememberTexts } from '../../lib/remember.ts'
import { type Line, normalise, type NormalText, withoutLines } from './normalise.ts'

/** Texts read anew, the last ones: a signal is held against many others. */
const readAgain = rememberTexts(normalise, 64)

/**
 * A text as it is kept at hand: of its words only their hashes. Few texts are ever looked at again; those are
 * read anew.
 */
export class KeptText implements NormalText {
  readonly tokens: Uint32Array
  readonly kept?: readonly number[]
  private readonly text: string

  /** `normal` is what was made of `text`. */
  constructor(text: string, { tokens, kept }: Pick<NormalText, 'tokens' | 'kept'>) {
    this.text = text
    this.tokens = tokens
    if (kept !== undefined) this.kept = kept
  }

  get words(): NormalText['words'] {
    return this.read().words
  }

  get lines(): readonly Line[] {
    return this.read().lines
  }

  private read(): NormalText {
    const whole = readAgain(this.text)
    if (this.kept === undefined) return whole
    const kept = new Set(this.kept.map((index) => whole.lines[index]))
    return withoutLines(whole, (line) => !kept.has(line))
  }
}

/** A text that is seldom looked at: read anew each time, but for the hashes of its words. */
export class UnreadText implements NormalText {
  private readonly text: string
  private hashes: Uint32Array | undefined

  constructor(text: string) {
    this.text = text
  }

  get words(): NormalText['words'] {
    return readAgain(this.text).words
  }

  get tokens(): Uint32Array {
    this.hashes ??= readAgain(this.text).tokens
    return this.hashes
  }

  get lines(): readonly Line[] {
    return readAgain(this.text).lines
  }
}
