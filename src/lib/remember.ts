import type { Word } from './text.ts'

/** Answers that a word may carry; with more than there are readers it begins anew. */
const mostAnswers = 16

/**
 * The function with its answer to each word kept with the word: texts share their words, so that most were
 * asked about before.
 */
export function rememberWords<T extends object>(read: (word: string) => T): (word: Word) => T {
  return ({ word, notes }) => {
    if (notes === undefined) return read(word)
    for (let index = 0; index < notes.length; index += 2) {
      if (notes[index] === read) return notes[index + 1] as T
    }
    const answer = read(word)
    if (notes.length >= mostAnswers * 2) notes.length = 0
    notes.push(read, answer)
    return answer
  }
}

/** The function with its answers to the texts asked about last, at least `least` and at most twice as many. */
export function rememberTexts<T extends object>(
  read: (text: string) => T,
  least: number,
): (text: string) => T {
  let recent = new Map<string, T>()
  let before: ReadonlyMap<string, T> = recent
  return (text) => {
    const known = recent.get(text)
    if (known !== undefined) return known
    const answer = before.get(text) ?? read(text)
    if (recent.size >= least) {
      before = recent
      recent = new Map()
    }
    recent.set(text, answer)
    return answer
  }
}
