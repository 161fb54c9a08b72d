import type { Gazetteer } from '../config/gazetteer.ts'
import type { ChannelBook } from '../lib/channel-book.ts'
import { createClaimReader } from './conflicts/claim.ts'
import { createCitationFinder, type FindCitations } from './citations/citations.ts'
import { createBackground } from './text/background.ts'
import { createConceptFinder } from './text/concepts.ts'
import { readDetails } from './conflicts/details.ts'
import { readEvent } from './stories/events.ts'
import { hashText } from './text/hash.ts'
import { headlineOf } from './stories/headline.ts'
import { detectLanguage } from './language/language.ts'
import { readNeeds } from './stories/not-stated.ts'
import { readNumbers } from './figures/numbers.ts'
import { createOutletBook, type Outlet, type OutletBook } from './citations/outlets.ts'
import { createPlaceNamer } from './place-names.ts'
import { createPlaceFinder, type PlaceData } from './places.ts'
import { readerRevision } from './readings/stored-reading.ts'
import type { Toolkit } from './toolkit.ts'

/** What finds things in texts by the gazetteer alone. */
type Finders = Pick<
  Toolkit,
  'findPlaces' | 'namePlace' | 'findConcepts' | 'background' | 'readClaim'
>

/** Makes the finders: half a second of work, done once for all the toolkits of one process. */
export function createFinders(gazetteer: Gazetteer): Finders {
  const places = gazetteer.places as PlaceData
  const findPlaces = createPlaceFinder(places)
  return {
    findPlaces,
    namePlace: createPlaceNamer(places, findPlaces),
    findConcepts: createConceptFinder(gazetteer.concepts, gazetteer.nations),
    background: createBackground(gazetteer.shares, places),
    readClaim: createClaimReader(gazetteer),
  }
}

/** Makes the tools from the gazetteer's files, the channels and the outlets that the desk adds. */
export function createToolkit(
  gazetteer: Gazetteer,
  channels: ChannelBook,
  added: readonly Outlet[] = [],
  finders = createFinders(gazetteer),
): Toolkit {
  const { outlets } = gazetteer.outlets as { outlets: readonly Outlet[] }
  const configured = channels.all().filter(({ id }) => channels.isConfigured(id))
  const version = `${readerRevision} ${gazetteer.version} ${JSON.stringify([configured, added])}`
  const book = createOutletBook([...outlets, ...added])
  return {
    version: hashText(version).toString(36),
    ...finders,
    findCitations: currentFinder(book, channels),
    detectLanguage,
    readNumbers,
    readDetails,
    readEvent,
    readNeeds,
    readHeadline: headlineOf,
  }
}

/** A finder reads the channels' names when it is made: another is made when one is met or renamed. */
function currentFinder(outlets: OutletBook, channels: ChannelBook): FindCitations {
  let find = createCitationFinder(outlets, channels)
  let { version } = channels
  return (text, own) => {
    if (channels.version !== version) {
      find = createCitationFinder(outlets, channels)
      version = channels.version
    }
    return find(text, own)
  }
}
