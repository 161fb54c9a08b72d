import type { ConceptMention } from './concepts.ts'
import { fold, type Word } from '../lib/text.ts'
import { blankLinks, type NormalText } from './normalise.ts'
import { hashText } from './hash.ts'
import { skeletonOf } from './skeleton.ts'
import { stemOf } from './stem.ts'
import type { NumberMention, PlaceMention } from '../model/features.ts'

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

/** The set of a text's terms, each once. */
export function termsOf(text: string, normal: NormalText, sources: TermSources): Term[] {
  const found = new Map<number, Term>()
  const add = (kind: TermKind, label: string, id = label) => {
    const hash = hashText(`${kind}:${id}`)
    if (!found.has(hash)) found.set(hash, { kind, hash, label })
  }
  const plain = blankLinks(text)
  // A word of the dictionary is compared as what it means, not by how it sounds.
  const meant = new Set(sources.concepts.map(({ word }) => word))
  normal.words.forEach(({ word, from }, index) => {
    if (/^\d/.test(word) || word.length < 3) return
    add('stem', stemOf(word))
    const skeleton = meant.has(index) ? undefined : nameSkeleton(plain, word, from)
    if (skeleton !== undefined) add('name', skeleton)
  })
  for (const { place, name } of sources.places) add('place', name, String(place))
  for (const number of sources.numbers) {
    // Small numbers stand in any text; as words they are in the dictionary.
    if (number.when !== undefined) add('figure', fold(text.slice(number.from, number.to)))
    else if (number.value >= leastFigure) add('figure', String(number.value))
  }
  for (const { concept } of sources.concepts) add('concept', concept)
  return Array.from(found.values())
}

/** Below this a figure says little. */
const leastFigure = 10

const longestHead = 250
const shortestHead = 20

/** Hashes of the stems that are names by their capital inside the first line or sentence. */
export function headNamesOf(text: string, words: readonly Word[]): ReadonlySet<number> {
  const head = text.slice(shortestHead, longestHead).search(/\n|[.!?…](?:\s|$)/)
  const end = head < 0 ? longestHead : shortestHead + head
  return new Set(
    words
      .filter(
        ({ word, from }) => from < end && word.length > 2 && /\p{Lu}/u.test(text.charAt(from)),
      )
      .filter(({ from }) => insideSentence(text, from))
      .map(({ word }) => hashText(`stem:${stemOf(word)}`)),
  )
}

const sentenceEnd = /[.!?…:\n»"”]/

/**
 * The skeleton of a word that may be a name: a capital inside a sentence, or, in scripts without
 * capitals, any longer word; those meet names of other scripts only where they sound the same.
 */
function nameSkeleton(text: string, word: string, from: number): string | undefined {
  const letter = text.charAt(from)
  const capital = /\p{Lu}/u.test(letter)
  const noCase = /\p{Lo}/u.test(letter)
  if (!noCase && !(capital && insideSentence(text, from))) return undefined
  const skeleton = skeletonOf(noCase ? stemOf(word) : word)
  return skeleton.length >= 3 && word.length >= 4 ? skeleton : undefined
}

function insideSentence(text: string, from: number): boolean {
  for (let index = from - 1; index >= 0; index--) {
    const char = text.charAt(index)
    if (sentenceEnd.test(char)) return false
    if (/[\p{L}\p{N}]/u.test(char)) return true
  }
  return false
}
