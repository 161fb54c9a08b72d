import type { ConceptMention } from './concepts.ts'
import { rememberWords } from '../../lib/remember.ts'
import { fold, type Word } from '../../lib/text.ts'
import { classAt, letterClass } from './letter-class.ts'
import { blankLinks, type NormalText } from './normalise.ts'
import { hashText } from './hash.ts'
import { skeletonOf } from './skeleton.ts'
import { stemOf } from './stem.ts'
import type { NumberMention, PlaceMention } from '../../model/features.ts'

export const termKinds = ['stem', 'place', 'figure', 'name', 'concept'] as const
/** Bits that hold the place of a kind in the list. */
export const kindBits = 0x7
export type TermKind = (typeof termKinds)[number]

/** One thing two reports of an event may have in common. */
export interface Term {
  kind: TermKind
  hash: number
  /** For people: what it is. */
  label: string
}

/** A text's terms by their numbers in `TermWeights`. */
export type TermIds = Uint32Array

/** What a text's terms are made from beside its words. */
export interface TermSources {
  places: readonly PlaceMention[]
  concepts: readonly ConceptMention[]
  numbers: readonly NumberMention[]
}

/** The set of a text's terms, each once: those of its words first, in the order in which it has them. */
export function termsOf(text: string, normal: NormalText, sources: TermSources): Term[] {
  const found = new Map<number, Term>()
  const plain = blankLinks(text)
  // A word of the dictionary is compared as what it means, not by how it sounds.
  const meant = new Set(sources.concepts.map(({ word }) => word))
  for (const [index, word] of normal.words.entries()) {
    const { stem, name } = wordTerms(word)
    if (stem === undefined) continue
    put(stem, found)
    if (name !== undefined && !meant.has(index)) put(nameAt(word, name, plain), found)
  }
  for (const { place, name } of sources.places) put(termOf('place', name, String(place)), found)
  for (const number of sources.numbers) {
    // Small numbers stand in any text; as words they are in the dictionary.
    if (number.when !== undefined) {
      const said = fold(text.slice(number.from, number.to))
      put(termOf('figure', said, number.at ?? said), found)
    }
    if (number.when === undefined && tellsFigure(number.value))
      put(termOf('figure', String(number.value)), found)
  }
  for (const { concept, word } of sources.concepts) {
    if (!isInLongName(normal.words[word], sources.places)) put(termOf('concept', concept), found)
  }
  return Array.from(found.values())
}

/** A word that is a name where it stands. */
function nameAt(word: Word, name: NameTerms, plain: string): Term | undefined {
  const letter = classAt(plain, word.from)
  if (letter === letterClass.caseless) return name.caseless
  return letter === letterClass.capital && isNamedThere(plain, word) ? name.cased : undefined
}

/** The words of a text that terms of it, given by their hashes, came from, as they are written there. */
export function writtenAs(
  hashes: ReadonlySet<number>,
  text: string,
  words: readonly Word[],
): Map<number, string> {
  const found = new Map<number, string>()
  const plain = blankLinks(text)
  for (const word of words) {
    const { stem, name } = wordTerms(word)
    for (const term of [stem, name && nameAt(word, name, plain)]) {
      if (term !== undefined && hashes.has(term.hash) && !found.has(term.hash))
        found.set(term.hash, text.slice(word.from, word.to))
    }
  }
  return found
}

/** Of a name of several words none says what it says elsewhere. */
const isInLongName = (word: Word | undefined, places: readonly PlaceMention[]) =>
  word !== undefined &&
  places.some(
    ({ from, to }) => from <= word.from && word.to <= to && to - from > word.to - word.from,
  )

function put(term: Term | undefined, found: Map<number, Term>): void {
  if (term !== undefined && !found.has(term.hash)) found.set(term.hash, term)
}

const termOf = (kind: TermKind, label: string, id = label): Term => ({
  kind,
  hash: hashText(`${kind}:${id}`),
  label,
})

/** What a word is as a term, wherever it stands; figures and short words are none. */
interface WordTerms {
  stem?: Term
  name?: NameTerms
}

/** A word as a name, in scripts with capitals and in those without. */
interface NameTerms {
  cased: Term | undefined
  caseless: Term | undefined
}

const noTerms: WordTerms = {}

const wordTerms = rememberWords((word): WordTerms => {
  if (/^\d/.test(word) || word.length < 3) return noTerms
  const stem = termOf('stem', stemOf(word))
  if (word.length < shortestName) return { stem }
  return { stem, name: { cased: nameOf(word), caseless: nameOf(stem.label) } }
})

const shortestName = 4
/** Fewer consonants do not tell names apart. */
const shortestSkeleton = 3

function nameOf(word: string): Term | undefined {
  const skeleton = skeletonOf(word)
  return skeleton.length < shortestSkeleton ? undefined : termOf('name', skeleton)
}

/** Below this a whole figure says little. */
const leastFigure = 10
const tellsFigure = (value: number) => value >= leastFigure || !Number.isInteger(value)

const longestHead = 250
const shortestHead = 20

/** Where letters have no capitals, so many words of a headline stand for what it is about. */
const openingWords = 3

/** Hashes of stems of the first line or sentence. */
export interface HeadNames {
  /** Whom and what it is about: its words with a capital, the one that it opens with among them. */
  about: ReadonlySet<number>
  /** Those that are names by a capital inside the sentence. */
  named: ReadonlySet<number>
}

/** What the first line or sentence of a text names; a word that is a concept is no name beside. */
export function headNamesOf(
  text: string,
  words: readonly Word[],
  concepts: readonly ConceptMention[] = [],
): HeadNames {
  const meant = new Set(concepts.map(({ word }) => word))
  const head = text.slice(shortestHead, longestHead).search(/\n|[.!?…](?:\s|$)/)
  const end = head < 0 ? longestHead : shortestHead + head
  const about = new Set<number>()
  const named = new Set<number>()
  let opening = 0
  for (const [index, word] of words.entries()) {
    if (word.from >= end) break
    const { stem } = wordTerms(word)
    if (stem === undefined) continue
    const letter = classAt(text, word.from)
    const opens = letter === letterClass.caseless && opening++ < openingWords
    if (opens || letter === letterClass.capital) about.add(stem.hash)
    if (letter !== letterClass.capital || meant.has(index)) continue
    if (insideSentence(text, word.from)) named.add(stem.hash)
  }
  return { about, named }
}

const sentenceEnds = new Set(Array.from('.!?…:\n»"”', (mark) => mark.charCodeAt(0)))

/** A capital inside a sentence is a name's, and so is that of a word that stands alone: "Blast. Dnipro". */
const isNamedThere = (text: string, { from, to }: Word) =>
  insideSentence(text, from) || /^\s*(?:[.!?…:\n]|$)/.test(text.slice(to, to + 3))

/** True where a letter or number of the same sentence stands before: a capital there is a name's. */
function insideSentence(text: string, from: number): boolean {
  for (let index = from - 1; index >= 0; index--) {
    if (sentenceEnds.has(text.charCodeAt(index))) return false
    if (classAt(text, index) !== letterClass.other) return true
  }
  return false
}
