import type { ChannelBook } from '../lib/channel-book.ts'
import { createClaimReader } from './claim.ts'
import { createCitationFinder } from './citations.ts'
import { createConceptFinder } from './concepts.ts'
import { readDetails } from './details.ts'
import { readEvent } from './events.ts'
import { hashText } from './hash.ts'
import { detectLanguage } from './language.ts'
import { readNumbers } from './numbers.ts'
import { createOutletBook, type Outlet } from './outlets.ts'
import { createPlaceFinder, type PlaceData } from './places.ts'
import { readerRevision } from './stored-reading.ts'
import type { Toolkit } from './toolkit.ts'

/** Makes the tools from the gazetteer's files and the channels known now. */
export function createToolkit(
  gazetteer: {
    places: unknown
    outlets: unknown
    concepts: string
    opposites: string
    nations: string
    version: string
  },
  channels: ChannelBook,
): Toolkit {
  const { outlets } = gazetteer.outlets as { outlets: readonly Outlet[] }
  const configured = channels.all().filter(({ id }) => channels.isConfigured(id))
  const version = `${readerRevision} ${gazetteer.version} ${JSON.stringify(configured)}`
  return {
    version: hashText(version).toString(36),
    findPlaces: createPlaceFinder(gazetteer.places as PlaceData),
    findConcepts: createConceptFinder(gazetteer.concepts),
    findCitations: createCitationFinder(createOutletBook(outlets), channels),
    detectLanguage,
    readNumbers,
    readClaim: createClaimReader(gazetteer),
    readDetails,
    readEvent,
  }
}
