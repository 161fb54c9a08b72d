import { rememberWords } from '../../lib/remember.ts'
import { fold, type Word } from '../../lib/text.ts'

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
    // Neighbouring languages share words; a word counted twice would negate twice.
    if (list.some((known) => known.label === label && known.rest.join() === rest.join())) return
    list.push({ label, rest })
  }

  /** Every entry met, in the order of the text. Linear in its length. */
  find(words: readonly Word[]): LexiconHit<Label>[] {
    const hits: LexiconHit<Label>[] = []
    for (let index = 0; index < words.length; index++) {
      const word = words[index]
      if (word === undefined) continue
      for (const entry of this.#begunBy(word)) take(entry, words, index, hits)
    }
    return hits
  }

  /** The entries whose first word a word may be. */
  readonly #begunBy = rememberWords((word): readonly Entry<Label>[] => {
    const entries: Entry<Label>[] = []
    if (this.#match(word, 0, entries)) return entries
    const onset = onsetLength(word)
    if (onset > 0 && !this.#match(word, 1, entries) && onset > 1) this.#match(word, onset, entries)
    return entries.length === 0 ? none : entries
  })

  /** Takes the entries that the word begins from `start` on; false where there are none. */
  #match(word: string, start: number, entries: Entry<Label>[]): boolean {
    const before = entries.length
    let node: Node<Label> | undefined = this.#root
    for (let at = start; node !== undefined; at++) {
      for (const entry of node.prefix) entries.push(entry)
      if (at === word.length) {
        entries.push(...node.whole)
        break
      }
      node = node.next.get(word.charCodeAt(at))
    }
    return entries.length > before
  }
}

const none: readonly never[] = []

function emptyNode<Label>(): Node<Label> {
  return { next: new Map(), prefix: [], whole: [] }
}

function take<Label>(
  { label, rest }: Entry<Label>,
  words: readonly Word[],
  index: number,
  hits: LexiconHit<Label>[],
) {
  for (const [step, stem] of rest.entries()) {
    if (!matches(words[index + 1 + step]?.word ?? '', stem)) return
  }
  hits.push({ label, first: index, last: index + rest.length })
}

const matches = (word: string, stem: string) =>
  stem.endsWith('$') ? word === stem.slice(0, -1) : word.startsWith(stem)

const foldStem = (stem: string) => (stem.endsWith('$') ? `${fold(stem.slice(0, -1))}$` : fold(stem))

/** Small words that Hebrew and Arabic write onto the next: and, the, in, to, from, that, like. */
const hebrewOnset = /^[ושהבלמכ]{1,2}(?=.{3})/
const arabicOnset = /^(?:[وف]?(?:[بکل]?ال|لل|[بکل])|[وفس])(?=.{3})/

/** How many letters at the front of a word may not be its own. */
function onsetLength(word: string): number {
  const code = word.charCodeAt(0)
  if (code < 0x590 || code > 0x6ff) return 0
  return (code < 0x600 ? hebrewOnset : arabicOnset).exec(word)?.[0].length ?? 0
}
