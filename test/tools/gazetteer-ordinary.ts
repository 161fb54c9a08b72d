import { readFileSync } from 'node:fs'
import { createPlaceFinder, placeLanguages, type PlaceRow } from '../../src/analysis/places.ts'
import { type Word, words } from '../../src/lib/text.ts'
import type { Place } from './gazetteer-names.ts'

/** How a folded word is written in the texts. */
interface Use {
  all: number
  /** With a small letter. */
  small: number
  /** With a capital, beside another word with one, as first names and surnames stand. */
  beside: number
}

/**
 * Words that the finder takes for places and the texts do not: written small a fifth of the time, or a
 * name of persons, mostly beside another capital. Places in `sure` are never doubted, those in `large`
 * not for the second reason.
 */
export function findOrdinary(
  rows: readonly PlaceRow[],
  files: readonly string[],
  sure: ReadonlySet<number>,
  large: ReadonlySet<number>,
): string[] {
  const find = createPlaceFinder({ ordinary: [], places: rows })
  const uses = new Map<string, Use>()
  const taken = new Map<string, number>()
  for (const text of files.flatMap(readTexts)) {
    const found = words(text)
    count(text, found, uses)
    for (const { place, from, to } of find(text, undefined, found)) {
      const word = found.find((each) => each.from === from)
      if (word?.to === to) taken.set(word.word, place)
    }
  }
  return Array.from(taken)
    .filter(([word, place]) => {
      const use = uses.get(word)
      if (use === undefined || !/^[a-z\u0400-\u04ff]/.test(word)) return false
      const capitals = use.all - use.small
      if (sure.has(place)) return false
      if (use.small >= 2 && use.small >= use.all / 5) return true
      return !large.has(place) && capitals >= 4 && use.beside >= capitals * 0.7
    })
    .map(([word]) => word)
}

interface Row {
  lang?: string
  text?: string
  a?: { text: string }
  b?: { text: string }
}

/** Pairs name two languages, as "ru-uk". */
const isDeskLanguage = (lang: string) =>
  lang.split('-').every((part) => placeLanguages.some((each) => each === part))

function readTexts(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const row = JSON.parse(line) as Row
      if (row.lang !== undefined && !isDeskLanguage(row.lang)) return []
      return [row.text, row.a?.text, row.b?.text].filter((text) => text !== undefined)
    })
    .map((text) => text.replace(/https?:\S+|@\w+/g, ' '))
}

function count(text: string, found: readonly Word[], uses: Map<string, Use>): void {
  found.forEach(({ word, from, to }, index) => {
    const use = uses.get(word) ?? { all: 0, small: 0, beside: 0 }
    use.all++
    if (!isCapital(text, from)) use.small++
    else if (
      isBeside(text, found[index - 1]?.to, found[index - 1]?.from, from) ||
      isBeside(text, to, found[index + 1]?.from, found[index + 1]?.from)
    ) {
      use.beside++
    }
    uses.set(word, use)
  })
}

function isBeside(text: string, end?: number, capital?: number, start?: number): boolean {
  if (end === undefined || capital === undefined || start === undefined) return false
  return text.slice(end, start) === ' ' && isCapital(text, capital)
}

function isCapital(text: string, at: number): boolean {
  const letter = text.charAt(at)
  return letter !== letter.toLowerCase()
}

/** Short names are words in one language or another, unless many people live there. */
export function isTooShort(name: string, place: Place): boolean {
  const parts = words(name)
  const word = parts[0]?.word ?? ''
  if (parts.length > 1 || place.kind === 'country') return false
  if (/^[a-z\u0400-\u04ff]/.test(word)) return word.length <= 4 && place.population < 200_000
  const inhabitants = word.length <= 3 ? 1_000_000 : word.length === 4 ? 300_000 : 50_000
  return place.population < inhabitants
}
