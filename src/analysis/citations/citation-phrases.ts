import { fold } from '../../lib/text.ts'
import type { Token } from './citation-sources.ts'

interface Piece {
  word: string
  open: boolean
}

/** Phrases looked up by their first or last word; `*` at the end of a word stands for any ending. */
export class Phrases {
  private readonly starting = new Map<string, Piece[][]>()
  private readonly ending = new Map<string, Piece[][]>()

  constructor(phrases: readonly string[]) {
    for (const phrase of new Set(phrases)) {
      const pieces = phrase.split(/\s+/).flatMap(readPieces)
      add(this.starting, pieces[0], pieces)
      add(this.ending, pieces.at(-1), pieces)
    }
  }

  /** How many tokens the longest phrase takes that ends with the token; 0 when none does. */
  endingAt(tokens: readonly Token[], last: number): number {
    return this.longest(this.ending, tokens, last, (pieces) => last - pieces.length + 1)
  }

  /** How many tokens the longest phrase takes that starts with the token; 0 when none does. */
  startingAt(tokens: readonly Token[], first: number): number {
    return this.longest(this.starting, tokens, first, () => first)
  }

  private longest(
    bucket: ReadonlyMap<string, Piece[][]>,
    tokens: readonly Token[],
    at: number,
    startOf: (pieces: readonly Piece[]) => number,
  ): number {
    const token = tokens[at]
    if (token === undefined || token.source !== undefined) return 0
    let longest = 0
    for (const word of readings(token.word)) {
      for (const pieces of bucket.get(keyOf(word)) ?? []) {
        if (pieces.length > longest && matches(pieces, tokens, startOf(pieces))) {
          longest = pieces.length
        }
      }
    }
    return longest
  }
}

function readPieces(part: string): Piece[] {
  const folded = fold(part)
    .split(' ')
    .filter((word) => word !== '')
  return folded.map((word, index) => ({
    word,
    open: part.endsWith('*') && index === folded.length - 1,
  }))
}

/** Open words have at least three letters, so all words that may match one share these. */
const keyOf = (word: string) => word.slice(0, 3)

function add(bucket: Map<string, Piece[][]>, piece: Piece | undefined, pieces: Piece[]): void {
  if (piece === undefined) return
  const key = keyOf(piece.word)
  const known = bucket.get(key)
  if (known === undefined) bucket.set(key, [pieces])
  else known.push(pieces)
}

/** The word, and the word without "and" or "that" where Arabic and Hebrew write them in one. */
function readings(word: string): string[] {
  return word.length > 3 && /^[وفוש]/.test(word) ? [word, word.slice(1)] : [word]
}

function matches(pieces: readonly Piece[], tokens: readonly Token[], start: number): boolean {
  return pieces.every(({ word, open }, offset) => {
    const token = tokens[start + offset]
    if (token === undefined || token.source !== undefined) return false
    const said = offset === 0 ? readings(token.word) : [token.word]
    return said.some((each) => (open ? each.startsWith(word) : each === word))
  })
}
