import { type Word, words } from '../../lib/text.ts'
import { findFigures } from '../figures/figures.ts'
import { languagesOfWord } from '../language/language-words.ts'
import { breaksOff } from '../text/breaks-off.ts'
import { linkOrHandle } from '../text/normalise.ts'
import type { Overlap } from './similarity.ts'

/** Texts of fewer words are as good as a template when words differ on both sides. */
export const templateWords = 16

/** The words in which a variant differs from what it is a variant of. */
export interface Difference {
  what: 'figures' | 'link' | 'words'
  was: string
  is: string
}

/** A text and where it stands, to look at the letters behind its folded words. */
export interface Worded {
  text: string
  words: readonly Word[]
}

/**
 * What tells a variant from a copy: over the part that two texts share, each has a figure, or in a
 * short text a name, where the other has another. Returns the differing words, or undefined for a copy.
 * A figure that only one side has was added or cut, not changed.
 */
export function differsAsVariant(
  earlier: Worded,
  later: Worded,
  overlap: Pick<Overlap, 'earlier' | 'later'>,
  oneChannel = false,
): Difference | undefined {
  const parts = [
    sharedPart(earlier.words, overlap.earlier),
    sharedPart(later.words, overlap.later),
  ] as const
  const changes = alignedChanges(...parts).filter(
    ({ was, is }) => !isBegun(earlier, was, is) && !isBegun(later, is, was),
  )
  const withFigures = changes.filter(({ was, is }) => hasDigit(was) && hasDigit(is))
  const isRewritten = () => valuesIn(earlier.text, parts[0]) === valuesIn(later.text, parts[1])
  const figures = withFigures.find((change) => !(hasPlainFigures(change) && isRewritten()))
  if (figures !== undefined) return worded('figures', figures)
  const links = differingLinks(earlier.text, later.text)
  if (links !== undefined) return links
  // A channel does not paraphrase itself: its own words with others in their place are a form filled in anew.
  if (oneChannel && changes[0] !== undefined) return worded('words', changes[0])
  if (Math.min(earlier.words.length, later.words.length) > templateWords) return undefined
  const names = changes.find(
    ({ was, is }) =>
      was.some((word) => isName(earlier.text, word)) && is.some((word) => isName(later.text, word)),
  )
  return names === undefined ? undefined : worded('words', names)
}

/** False where a name has a figure in it, such as "A321": two of those are two things. */
const hasPlainFigures = ({ was, is }: Change) =>
  [...was, ...is].every(({ word }) => !/\d/.test(word) || /^[\d.]+$/.test(word))

/** The figures of a part of a text in order, by value: "3 м 20 см" and "3,20 м" are one. */
function valuesIn(text: string, part: readonly Word[]): string {
  const said = text.slice(part[0]?.from ?? 0, part.at(-1)?.to ?? 0)
  return findFigures(said, words(said))
    .map(({ value, high = value, at = '' }) => `${value}–${high} ${at}`)
    .join(' ')
}

/** True where a cut text ends in the beginning of a word, or of a figure in groups, that the other has whole. */
function isBegun({ text, words }: Worded, end: readonly Word[], whole: readonly Word[]): boolean {
  const last = end.length === 1 ? end[0] : undefined
  if (last === undefined || last !== words.at(-1) || !breaksOff(text)) return false
  return whole[0]?.word.startsWith(last.word) === true
}

/** Words looked at on either side of what two texts share: a template's slots stand at its edges too. */
const edgeWords = 2

function sharedPart(
  all: readonly Word[],
  { from, to }: { from: number; to: number },
): readonly Word[] {
  if (all.length <= templateWords) return all
  return all.slice(Math.max(0, from - edgeWords), to + edgeWords)
}

/** Links that are the same but for their figures lead to other pages: the post is of another thing. */
function differingLinks(earlier: string, later: string): Difference | undefined {
  const laterLinks = linksOf(later)
  for (const [form, links] of linksOf(earlier)) {
    const others = laterLinks.get(form) ?? []
    const [was, is] = [links[0], others[0]]
    if (was === undefined || is === undefined) continue
    if (!links.some((link) => others.includes(link))) return { what: 'link', was, is }
  }
  return undefined
}

/** Links and handles of a text by their form: themselves with every figure a 0. A digest has many of one form. */
function linksOf(text: string): Map<string, string[]> {
  const byForm = new Map<string, string[]>()
  for (const match of text.match(linkOrHandle) ?? []) {
    const link = match.toLowerCase().replace(/(?<![^\p{L}\p{N}/])[^\p{L}\p{N}/]+$/u, '')
    const form = link.replace(/\d+/g, '0')
    byForm.set(form, [...(byForm.get(form) ?? []), link])
  }
  return byForm
}

export interface Change {
  was: readonly Word[]
  is: readonly Word[]
}

/** Runs of words that stand between the same words on both sides, by longest common subsequence. */
export function alignedChanges(first: readonly Word[], second: readonly Word[]): Change[] {
  const pairs = commonPairs(first, second)
  const changes: Change[] = []
  let a = 0
  let b = 0
  for (const [nextA, nextB] of [...pairs, [first.length, second.length] as const]) {
    const was = first.slice(a, nextA)
    const is = second.slice(b, nextB)
    // Words written together or apart are the same words.
    if (was.length > 0 && is.length > 0 && lettersOf(was) !== lettersOf(is))
      changes.push({ was, is })
    a = nextA + 1
    b = nextB + 1
  }
  return changes
}

const lettersOf = (run: readonly Word[]) =>
  run.map(({ word }) => word.replace(/[^\p{L}\p{N}]/gu, '')).join('')

/** Words around which a difference is looked for; longer gaps are rewriting, not replacement. */
const lookAhead = 12

/** Greedy alignment: each word with the nearest same word ahead. Linear in the texts' length. */
function commonPairs(
  first: readonly Word[],
  second: readonly Word[],
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  let a = 0
  let b = 0
  while (a < first.length && b < second.length) {
    const step = nearestMatch(first, second, a, b)
    if (step === undefined) {
      a++
      b++
      continue
    }
    a += step[0]
    b += step[1]
    pairs.push([a, b])
    a++
    b++
  }
  return pairs
}

function nearestMatch(
  first: readonly Word[],
  second: readonly Word[],
  a: number,
  b: number,
): readonly [number, number] | undefined {
  for (let distance = 0; distance <= lookAhead * 2; distance++) {
    for (
      let left = Math.max(0, distance - lookAhead);
      left <= Math.min(distance, lookAhead);
      left++
    ) {
      const one = first[a + left]
      const other = second[b + distance - left]
      if (one !== undefined && other !== undefined && one.word === other.word) {
        return [left, distance - left]
      }
    }
  }
  return undefined
}

/** Zeros alone are the end of a figure written in groups. */
const hasDigit = (run: readonly Word[]) => run.some(({ word }) => /[1-9]/.test(word))

/**
 * A capital letter, or a letter of a script that has none: there any replaced word may be a name, but for
 * those that every text has.
 */
function isName(text: string, { from, to }: Word): boolean {
  if (!/[\p{Lu}\p{Lo}]/u.test(text.charAt(from))) return false
  return !languagesOfWord.has(text.slice(from, to).toLowerCase())
}

const worded = (what: Difference['what'], { was, is }: Change): Difference => ({
  what,
  was: was.map(({ word }) => word).join(' '),
  is: is.map(({ word }) => word).join(' '),
})
