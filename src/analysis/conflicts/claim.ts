import { countedDetails } from './conflict-values.ts'
import { type Word, words } from '../../lib/text.ts'
import { detailOf } from './details.ts'
import type { UnitLabel } from './detail-words.ts'
import { layOut } from '../figures/figure-text.ts'
import { figureValue } from '../figures/figure-value.ts'
import { languagesOfWord } from '../language/language-words.ts'
import { Lexicon, type LexiconHit } from '../text/lexicon.ts'
import { readMeanings } from '../text/meanings.ts'
import { blankLinks } from '../text/normalise.ts'
import { rootOf } from '../origins/root.ts'
import { stanceWords } from './stance-words.ts'

const denials = new Lexicon(stanceWords.filter(([label]) => label === 'denies'))

/** One side of an opposition that a text takes: `rises` where another may say `falls`. */
export interface Pole {
  pole: string
  opposite: string
  /** A word of negation turned it round. */
  negated: boolean
  /** What it is said of: the telling words on either side, the nearest first. */
  about: readonly string[]
  /** As the text writes it. */
  words: string
}

/** What the opening of a text says, laid out to be held against another's. */
export interface Claim {
  /** Where the sentence that claims ends in the text (UTF-16 units). */
  to: number
  /** What it speaks of: nations and roots of words, without opposites and small words. */
  about: ReadonlySet<string>
  /** Nations as the text writes them, by name. */
  nations: ReadonlyMap<string, string>
  poles: readonly Pole[]
  /** The root a "no" or "not" stands right before, with the word. */
  negated: ReadonlyMap<string, string>
  /** Some word negates or undoes something. */
  negates: boolean
  /** Value counted, by the root of what is counted. */
  counts: ReadonlyMap<string, string>
  /** The counted that are money: rates and prices move by the minute. */
  prices: ReadonlySet<string>
  /** Telling roots of the first sentence that denies something; undefined where none near the opening does. */
  denied?: readonly string[] | undefined
}

export type ClaimReader = (text: string) => Claim

/** What a post claims is said in its first sentence; the others give the background. */
const openingWords = 40
/** A dateline or a shout: the sentence that claims something comes after it. */
const fewestWords = 4
/** How far a "not" governs what follows it, in words, and how far what undoes does: "denied the rise". */
const reachOf: ReadonlyMap<string, number> = new Map([
  ['not/', 3],
  ['undo/', 2],
])
/** Telling words on each side of an opposite that say of what it is said. */
const aboutReach = 2
const shortestTelling = 3

interface Telling {
  key: string
  at: number
}

/** Makes the reader from `opposites.tsv` and `nations.tsv`. */
export function createClaimReader(tables: { opposites: string; nations: string }): ClaimReader {
  const opposites = readMeanings(tables.opposites, 2)
  const nations = readMeanings(tables.nations)
  return (text) => {
    const found = openingOf(text)
    return new ReadClaim(text, found, opposites.find(found), nations.find(found))
  }
}

/** Most claims are only asked what they are about: the rest is read when it is asked for. */
class ReadClaim implements Claim {
  readonly to: number
  readonly about: ReadonlySet<string>
  readonly negates: boolean
  private readonly text: string
  private readonly found: readonly Word[]
  private readonly said: readonly LexiconHit<string>[]
  private readonly named: readonly LexiconHit<string>[]
  private readonly nots: readonly LexiconHit<string>[]
  private readonly telling: readonly Telling[]
  private counted: Pick<Claim, 'counts' | 'prices'> | undefined
  private denial: { roots: readonly string[] | undefined } | undefined

  constructor(
    text: string,
    found: readonly Word[],
    said: readonly LexiconHit<string>[],
    named: readonly LexiconHit<string>[],
  ) {
    this.text = text
    this.found = found
    this.said = said
    this.named = named
    this.nots = said.filter(isNot)
    this.telling = tellingOf(found, said, named)
    this.to = found.at(-1)?.to ?? 0
    this.about = new Set(this.telling.map(({ key }) => key))
    this.negates = this.nots.length > 0
  }

  get nations(): ReadonlyMap<string, string> {
    return new Map(this.named.map(({ label, first }) => [label, this.wordAt(first)]))
  }

  get poles(): readonly Pole[] {
    const { nots, telling, found } = this
    return this.said.filter((hit) => !isNot(hit)).map((hit) => toPole(hit, nots, telling, found))
  }

  get negated(): ReadonlyMap<string, string> {
    return negatedOf(this.nots, this.telling, (index) => this.wordAt(index))
  }

  get counts(): ReadonlyMap<string, string> {
    return this.readCounts().counts
  }

  get prices(): ReadonlySet<string> {
    return this.readCounts().prices
  }

  get denied(): readonly string[] | undefined {
    this.denial ??= { roots: deniedIn(this.text) }
    return this.denial.roots
  }

  private readCounts(): Pick<Claim, 'counts' | 'prices'> {
    this.counted ??= countsOf(this.text, this.to)
    return this.counted
  }

  private wordAt(index: number): string {
    return this.found[index]?.word ?? ''
  }
}

/** A denial is announced, not mentioned in passing. */
const deniedWithin = 40

function deniedIn(text: string): string[] | undefined {
  const laid = layOut(text)
  const hit = denials.find(laid.words).at(0)
  if (hit === undefined || hit.first >= deniedWithin) return undefined
  const home = laid.sentence[hit.first]
  return laid.words.flatMap(({ word }, at) =>
    laid.sentence[at] !== home || (at >= hit.first && at <= hit.last) || !isTelling(word)
      ? []
      : [rootOf(word)],
  )
}

const isTelling = (word: string) =>
  word.length >= shortestTelling && !/^\d/.test(word) && !languagesOfWord.has(word)

const isNot = ({ label }: LexiconHit<string>) => reachOf.has(label)

/** The words of the first sentence that says something. */
function openingOf(text: string): readonly Word[] {
  const plain = blankLinks(text)
  const found = words(plain).slice(0, openingWords)
  const end = found.findIndex((word, index) => {
    const next = found[index + 1]
    if (next === undefined || index + 1 < fewestWords) return false
    return /[\n!?؟…]|\.["'»”*_)]*\s/.test(plain.slice(word.to, next.from)) && word.word.length > 2
  })
  return end < 0 ? found : found.slice(0, end + 1)
}

function tellingOf(
  found: readonly Word[],
  said: readonly LexiconHit<string>[],
  named: readonly LexiconHit<string>[],
): Telling[] {
  const taken = new Set([...said, ...named].flatMap(({ first, last }) => range(first, last)))
  const plain = found.flatMap(({ word }, at) =>
    taken.has(at) || !isTelling(word) ? [] : [{ key: rootOf(word), at }],
  )
  const nations = named.map(({ label, first }) => ({ key: `${label}:`, at: first }))
  return [...plain, ...nations].sort((a, b) => a.at - b.at)
}

function toPole(
  { label, first, last }: LexiconHit<string>,
  nots: readonly LexiconHit<string>[],
  telling: readonly Telling[],
  found: readonly Word[],
): Pole {
  const [stated = '', counter = ''] = label.split('/')
  const governing = nots.filter(
    (not) => not.first < first && first - not.last <= (reachOf.get(not.label) ?? 0),
  )
  const negated = governing.length % 2 === 1
  const before = telling.filter(({ at }) => at < first).slice(-aboutReach)
  const after = telling.filter(({ at }) => at > last).slice(0, aboutReach)
  return {
    pole: negated ? counter : stated,
    opposite: negated ? stated : counter,
    negated,
    about: [...before, ...after].map(({ key }) => key),
    words: found
      .slice(negated ? governing[0]?.first : first, last + 1)
      .map(({ word }) => word)
      .join(' '),
  }
}

function negatedOf(
  nots: readonly LexiconHit<string>[],
  telling: readonly Telling[],
  at: (index: number) => string,
): Map<string, string> {
  const plain = nots.filter(({ label }) => label === 'not/')
  return new Map(
    plain.flatMap(({ last }) =>
      telling
        .filter(({ key, at: index }) => index === last + 1 && !key.endsWith(':'))
        .map(({ key, at: index }) => [key, `${at(last)} ${at(index)}`] as const),
    ),
  )
}

/** People are counted for many reasons: the details tell which; a span of time counts nothing. */
const ofNothing: ReadonlySet<UnitLabel> = new Set(['person', 'other', 'percent'])

const counted: ReadonlySet<string> = new Set(countedDetails)

/** Figures by what stands right after them; a noun counted twice is counted of two things. */
function countsOf(text: string, end: number): Pick<Claim, 'counts' | 'prices'> {
  const laid = layOut(text)
  const counts = new Map<string, string>()
  const prices = new Set<string>()
  const twice = new Set<string>()
  for (const [index, figure] of laid.figures.entries()) {
    const noun = laid.words[figure.last + 1]
    const telling = noun !== undefined && noun.word.length >= shortestTelling
    const apart = laid.sentence[figure.last + 1] !== laid.sentence[figure.last]
    if (!telling || apart || noun.to > end) continue
    if (laid.labels[figure.last + 1]?.some((label) => ofNothing.has(label)) === true) continue
    // What a detail counts is compared as that detail.
    if (figure.identifies || figure.when !== undefined) continue
    if (counted.has(detailOf(laid, figure, index) ?? '')) continue
    const key = rootOf(noun.word)
    if (counts.has(key)) twice.add(key)
    counts.set(key, figureValue(laid, figure))
    if (laid.labels[figure.last + 1]?.includes('money') === true) prices.add(key)
  }
  for (const key of twice) counts.delete(key)
  return { counts, prices }
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step)
