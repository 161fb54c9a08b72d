import type { ClaimReader } from './conflicts/claim.ts'
import type { Background } from './text/background.ts'
import type { ConceptFinder } from './text/concepts.ts'
import type { NamePlace } from './place-names.ts'
import type { NeedLabel } from './stories/need-words.ts'
import type {
  CitationMention,
  DetailClaim,
  EventReading,
  NumberMention,
  PlaceMention,
} from '../model/features.ts'

/** What reads a text; made once from the gazetteers and the channels, and handed to the engine. */
export interface Toolkit {
  /** Differs where any of the tools may answer otherwise. */
  version: string
  findPlaces(text: string, lang?: string): PlaceMention[]
  namePlace: NamePlace
  findConcepts: ConceptFinder
  /** How common a term is in the world. */
  background: Background
  findCitations(
    text: string,
    own: { channel: string; title: string },
    lang?: string,
  ): CitationMention[]
  detectLanguage(
    text: string,
    hint?: { languages?: readonly string[] },
  ): { lang: string; confidence: number }
  readEvent(text: string): EventReading
  readNeeds(text: string): NeedLabel[]
  readHeadline(text: string): string
  readNumbers(text: string): NumberMention[]
  readClaim: ClaimReader
  readDetails(text: string): DetailClaim[]
}
