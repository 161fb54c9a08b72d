import { fold, type Word } from '../lib/text.ts'

/** Where a lexicon's entry was met: the words `first`–`last` of the text, inclusive. */
export interface LexiconHit<Label> {
  label: Label
  first: number
  last: number
}

interface Entry<Label> {
  label: Label
  /** Stems of the words that must follow, as prefixes unless they end in `$`. */
  rest: readonly string[]
}

interface Node<Label> {
  next: Map<number, Node<Label>>
  /** Entries whose first word begins with the letters so far. */
  prefix: Entry<Label>[]
  /** Entries whose first word is exactly the letters so far. */
  whole: Entry<Label>[]
}

/**
 * Stems of several languages, found in a text in one pass. A line of stems is parted by spaces; `_`
 * joins the words of a phrase; a stem matches the beginning of a word, or the whole word where it
 * ends in `$`. Hebrew and Arabic words are also tried without the small words written onto them.
 */
export class Lexicon<Label extends string> {
  readonly #root: Node<Label> = emptyNode()

  constructor(lines: readonly (readonly [Label, string])[]) {
    for (const [label, stems] of lines) {
      for (const phrase of stems.split(/\s+/).filter((stem) => stem !== ''))
        this.#add(label, phrase)
    }
  }

  #add(label: Label, phrase: string) {
    const [first = '', ...rest] = phrase.split('_').map(foldStem)
    let node = this.#root
    for (let index = 0; index < first.length; index++) {
      if (first.charAt(index) === '$') break
      const code = first.charCodeAt(index)
      const next = node.next.get(code) ?? emptyNode<Label>()
      node.next.set(code, next)
      node = next
    }
    const list = first.endsWith('$') ? node.whole : node.prefix
    list.push({ label, rest })
  }

  /** Every entry met, in the order of the text. Linear in its length. */
  find(words: readonly Word[]): LexiconHit<Label>[] {
    const hits: LexiconHit<Label>[] = []
    for (let index = 0; index < words.length; index++) {
      const word = words[index]?.word ?? ''
      let found = this.#match(word, 0, words, index, hits)
      for (let start = 1; !found && start <= onsetLength(word, start); start++) {
        found = this.#match(word, start, words, index, hits)
      }
    }
    return hits
  }

  #match(
    word: string,
    start: number,
    words: readonly Word[],
    index: number,
    hits: LexiconHit<Label>[],
  ): boolean {
    const before = hits.length
    let node: Node<Label> | undefined = this.#root
    for (let at = start; at < word.length; at++) {
      node = node.next.get(word.charCodeAt(at))
      if (node === undefined) return hits.length > before
      for (const entry of node.prefix) take(entry, words, index, hits)
    }
    for (const entry of node.whole) take(entry, words, index, hits)
    return hits.length > before
  }
}

function emptyNode<Label>(): Node<Label> {
  return { next: new Map(), prefix: [], whole: [] }
}

function take<Label>(
  { label, rest }: Entry<Label>,
  words: readonly Word[],
  index: number,
  hits: LexiconHit<Label>[],
) {
  const follows = rest.every((stem, step) => matches(words[index + 1 + step]?.word ?? '', stem))
  if (follows) hits.push({ label, first: index, last: index + rest.length })
}

const matches = (word: string, stem: string) =>
  stem.endsWith('$') ? word === stem.slice(0, -1) : word.startsWith(stem)

const foldStem = (stem: string) => (stem.endsWith('$') ? `${fold(stem.slice(0, -1))}$` : fold(stem))

const hebrewOnset = 'ושהבלמכ'
const arabicOnset = 'وفبلکاس'

/**
 * How many letters at the front of a word may be small words written onto it (and, the, in, to, from).
 * `upTo` letters are looked at, so that each longer onset costs one look.
 */
function onsetLength(word: string, upTo: number): number {
  const code = word.charCodeAt(0)
  const onset =
    code >= 0x590 && code <= 0x5ff ? hebrewOnset : code >= 0x600 && code <= 0x6ff ? arabicOnset : ''
  const longest = onset === arabicOnset ? 3 : 2
  if (onset === '' || upTo > longest || word.length - upTo < 3) return 0
  for (let index = 0; index < upTo; index++) {
    if (!onset.includes(word.charAt(index))) return 0
  }
  return upTo
}
