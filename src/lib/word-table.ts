/** Words kept; news of a day has fewer, and one that gave way is only made again when it is met. */
const slots = 1 << 16

/** A word, and what readers have noted about it. */
export interface KnownWord {
  word: string
  notes: unknown[]
}

/**
 * Makes words of letters and gives the same for each, however often it is met: texts then share their
 * words and what is known of them.
 */
export class WordTable {
  private readonly finish: (word: string) => string
  private readonly kept = new Array<KnownWord>(slots).fill({ word: '', notes: [] })

  /** `finish` makes a word of the letters; a word that it changes is not kept. */
  constructor(finish: (word: string) => string) {
    this.finish = finish
  }

  /** The word of the first `length` letters; `hash` is any hash of them. */
  take(letters: Uint16Array, length: number, hash: number): KnownWord {
    const slot = (hash ^ (hash >>> 15)) & (slots - 1)
    const known = this.kept[slot]
    if (known !== undefined && isWord(known.word, letters, length)) return known
    const spelled = spell(letters, length)
    const made = { word: this.finish(spelled), notes: [] }
    if (made.word === spelled) this.kept[slot] = made
    return made
  }
}

function isWord(known: string, letters: Uint16Array, length: number): boolean {
  if (known.length !== length) return false
  for (let index = 0; index < length; index++) {
    if (known.charCodeAt(index) !== letters[index]) return false
  }
  return true
}

/** So many arguments a call may have. */
const pieceLength = 4096

function spell(letters: Uint16Array, length: number): string {
  let word = ''
  for (let from = 0; from < length; from += pieceLength) {
    word += String.fromCharCode(...letters.subarray(from, Math.min(length, from + pieceLength)))
  }
  return word
}
