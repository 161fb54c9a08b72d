import { type Word, words } from '../lib/text.ts'
import type { PlaceMention } from '../model/features.ts'
import { NameIndex } from './text/name-index.ts'

/** Columns of names in the gazetteer, in order. */
export const placeLanguages = ['en', 'ru', 'uk', 'ar', 'fa', 'he'] as const

export type PlaceKind = 'country' | 'region' | 'city'

/**
 * GeoNames id (own numbers from 1,000,000,000), kind, ISO country, rank among places of one name
 * (thousands of inhabitants, more for the desk's own regions), English name, and the names to find by
 * language, spellings parted by "|".
 */
export type PlaceRow = readonly [
  id: number,
  kind: PlaceKind,
  country: string,
  rank: number,
  name: string,
  ...names: string[],
]

/** `data/gazetteer/places.json`. */
export interface PlaceData {
  /** Folded words that are not the place they look like. */
  ordinary: readonly string[]
  places: readonly PlaceRow[]
}

/** What the gazetteer knows of a place. */
export interface Place {
  id: number
  name: string
  kind: PlaceKind
  /** ISO 3166 code; empty for seas and the like. */
  country: string
  rank: number
}

interface NamedPlace {
  place: Place
  lang: string
}

/**
 * Finds places in a text, longest names first; of places with one name the one of highest rank is meant.
 * `found` spares the caller who has the words already a second reading.
 */
export type FindPlaces = (text: string, lang?: string, found?: readonly Word[]) => PlaceMention[]

/** Indexes the gazetteer once; the finder keeps nothing between texts. */
export function createPlaceFinder(data: PlaceData): FindPlaces {
  const index = new NameIndex<NamedPlace>()
  const ordinary = new Set(data.ordinary)
  for (const row of data.places) {
    const place = readPlace(row)
    row.slice(5).forEach((column, position) => {
      const lang = placeLanguages[position] ?? ''
      for (const name of String(column).split('|')) {
        if (name !== '') index.add(name, { place, lang })
      }
    })
  }
  return (text, lang, found = words(text)) =>
    index.find(text, found).flatMap(({ values, first, last }) => {
      const [start, end] = [found[first], found[last]]
      if (start === undefined || end === undefined) return []
      if (first === last && ordinary.has(start.word)) return []
      const best = values
        .filter((value) => mayMean(value.lang, lang))
        .reduce<Place | undefined>(
          (known, { place }) => (known === undefined || place.rank > known.rank ? place : known),
          undefined,
        )
      if (best === undefined) return []
      return [{ place: best.id, name: best.name, kind: best.kind, from: start.from, to: end.to }]
    })
}

/** Arabic and Persian share letters, not words: "روسية" is Russian in one, Russia in the other. */
function mayMean(nameLang: string, textLang: string | undefined): boolean {
  return !(nameLang === 'ar' && textLang === 'fa') && !(nameLang === 'fa' && textLang === 'ar')
}

/** By id, for reasons that need a place's kind or country. */
export function placesById(data: PlaceData): ReadonlyMap<number, Place> {
  return new Map(data.places.map((row) => [row[0], readPlace(row)]))
}

function readPlace([id, kind, country, rank, name]: PlaceRow): Place {
  return { id, kind, country, rank, name }
}
