import { fold } from '../lib/text.ts'
import { type FindPlaces, type PlaceData, placeLanguages } from './places.ts'

/**
 * What a place is called in a language by its name in the gazetteer, or else as one of the texts that name it writes
 * it; undefined for what is no place, or where neither is known.
 */
export type NamePlace = (
  name: string,
  language: string,
  texts: readonly string[],
) => string | undefined

/** Of places with one English name the one of highest rank is meant. */
export function createPlaceNamer(data: PlaceData, findPlaces: FindPlaces): NamePlace {
  const rows = new Map<string, PlaceData['places'][number]>()
  const ordinary = new Set(data.ordinary)
  for (const row of data.places) {
    if (ordinary.has(fold(row[4]))) continue
    const known = rows.get(row[4])
    if (known === undefined || row[3] > known[3]) rows.set(row[4], row)
  }
  const languages: readonly string[] = placeLanguages
  return (name, language, texts) => {
    const row = rows.get(name)
    if (row === undefined) return undefined
    const [spelled = ''] = (row[firstName + languages.indexOf(language)] ?? '')
      .toString()
      .split('|')
    return spelled === '' ? writtenIn(texts, name, findPlaces) : spelled
  }
}

/** Where the names by language begin in a row. */
const firstName = 5

function writtenIn(
  texts: readonly string[],
  name: string,
  findPlaces: FindPlaces,
): string | undefined {
  for (const text of texts) {
    const found = findPlaces(text).find((place) => place.name === name)
    if (found !== undefined) return text.slice(found.from, found.to)
  }
  return undefined
}
