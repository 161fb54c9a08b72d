import type { DetailClaim, DetailKind, PlaceMention } from '../../model/features.ts'
import type { EventKind } from '../../model/story.ts'
import { Lexicon } from '../text/lexicon.ts'
import { readWords } from '../text/read-words.ts'
import { type NeedLabel, needWords } from './need-words.ts'

const lexicon = new Lexicon<NeedLabel>(needWords)

/** What a signal of a story tells. */
export interface TellingSignal {
  text: string
  /** What `readNeeds` answers on the text, where that is known. */
  needs?: readonly NeedLabel[]
  details: readonly DetailClaim[]
  places: readonly PlaceMention[]
}

/** The needs that a text's words speak of, each once. */
export const readNeeds = (text: string): NeedLabel[] => [
  ...new Set(lexicon.find(readWords(text)).map(({ label }) => label)),
]

/** All that the signals of a story tell, taken together. */
class Told {
  readonly #labels: ReadonlySet<NeedLabel>
  readonly #details: ReadonlySet<DetailKind>
  readonly places: number

  constructor(signals: readonly TellingSignal[]) {
    this.#labels = new Set(signals.flatMap(({ text, needs = readNeeds(text) }) => needs))
    this.#details = new Set(signals.flatMap(({ details }) => details.map(({ detail }) => detail)))
    this.places = new Set(signals.flatMap(({ places }) => places.map(({ place }) => place))).size
  }

  says(...labels: readonly NeedLabel[]): boolean {
    return labels.some((label) => this.#labels.has(label))
  }

  counts(...details: readonly DetailKind[]): boolean {
    return details.some((detail) => this.#details.has(detail))
  }
}

interface Need {
  /** As the page words it. */
  item: string
  isTold: (told: Told) => boolean
  /** A need only where the texts raise it; always where left out. */
  arises?: (told: Told) => boolean
}

const casualtyFigures: Need = {
  item: 'casualty figures',
  isTold: (told) => told.counts('killed', 'wounded', 'missing'),
}
const targetLocations: Need = { item: 'target locations', isTold: (told) => told.places > 0 }
const weaponNumber = (item: string, arises: (told: Told) => boolean): Need => ({
  item,
  arises,
  isTold: (told) => told.counts('launched', 'intercepted'),
})
const weaponNumbers: readonly Need[] = [
  weaponNumber(
    'the number of missiles and drones',
    (told) => told.says('missile') && told.says('drone'),
  ),
  weaponNumber('the number of missiles', (told) => told.says('missile') && !told.says('drone')),
  weaponNumber('the number of drones', (told) => told.says('drone') && !told.says('missile')),
]
const time: Need = {
  item: 'when it happened',
  isTold: (told) => told.counts('time', 'date') || told.says('when'),
}
const place: Need = { item: 'where it happened', isTold: (told) => told.places > 0 }

const aboutStrike = (told: Told) => told.says('strike')

const needs: Record<EventKind, readonly Need[]> = {
  strike: [
    casualtyFigures,
    targetLocations,
    ...weaponNumbers,
    { item: 'who carried it out', isTold: (told) => told.says('attacker') },
    { item: 'the extent of the damage', isTold: (told) => told.says('damage') },
  ],
  alert: [
    { item: 'the area it covers', isTold: (told) => told.places > 0 },
    { item: 'the threat that set it off', isTold: (told) => told.says('threat') },
    {
      item: 'whether anything was hit',
      isTold: (told) => told.says('damage', 'casualties') || told.counts('killed', 'wounded'),
    },
  ],
  statement: [
    {
      item: 'when or where it was said',
      isTold: (told) => told.counts('date', 'time') || told.says('occasion'),
    },
    { item: 'to whom it was said', isTold: (told) => told.says('audience') },
    {
      item: 'any concrete agreement or timeline',
      isTold: (told) => told.says('agreement') || told.counts('date'),
    },
    { ...casualtyFigures, arises: aboutStrike },
    { ...targetLocations, arises: aboutStrike },
    weaponNumber('the number of missiles or drones', aboutStrike),
  ],
  arrest: [
    { item: 'the charges', isTold: (told) => told.says('charges') },
    { item: 'how many were held', isTold: (told) => told.counts('detained') },
    { item: 'who made the arrest', isTold: (told) => told.says('authority') },
    { item: 'where they were held', isTold: (told) => told.places > 0 },
  ],
  talks: [
    { item: 'the date of the talks', isTold: (told) => told.counts('date') || told.says('when') },
    { item: 'the venue', isTold: (told) => told.places > 0 },
    { item: 'who took part', isTold: (told) => told.says('participants') },
    { item: 'the outcome', isTold: (told) => told.says('outcome') },
  ],
  sanctions: [
    { item: 'who is targeted', isTold: (told) => told.places > 1 || told.says('participants') },
    {
      item: 'when they take effect',
      isTold: (told) => told.says('effective') || told.counts('date'),
    },
    { item: 'the grounds for them', isTold: (told) => told.says('grounds') },
  ],
  accident: [
    casualtyFigures,
    { item: 'the cause', isTold: (told) => told.says('cause') },
    place,
    time,
  ],
  protest: [
    { item: 'the number of participants', isTold: (told) => told.says('crowd') },
    { item: 'arrests', isTold: (told) => told.counts('detained') },
    { item: 'the demands', isTold: (told) => told.says('demands') },
    place,
  ],
  other: [
    time,
    place,
    { item: 'a named witness or official', isTold: (told) => told.says('witness') },
  ],
}

/** What a reader of such an event needs and no signal gives, as the page words it. */
export function findNotStated(event: EventKind, signals: readonly TellingSignal[]): string[] {
  const told = new Told(signals)
  return needs[event]
    .filter(({ arises, isTold }) => (arises?.(told) ?? true) && !isTold(told))
    .map(({ item }) => item)
}
