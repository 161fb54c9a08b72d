import type { Channel } from '../../model/channel.ts'
import type {
  CitationMention,
  DetailClaim,
  EventReading,
  PlaceMention,
} from '../../model/features.ts'
import type { Signal } from '../../model/signal.ts'
import type { CopyDocument } from '../copies/copies.ts'
import { edgesOf, type SignatureBook } from '../copies/signatures.ts'
import { type LetterGrams, lettersOf } from '../text/letter-grams.ts'
import type { NeedLabel } from '../stories/need-words.ts'
import type { NormalText } from '../text/normalise.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { type HeadNames, headNamesOf, type Term, type TermIds, termsOf } from '../text/terms.ts'
import type { Toolkit } from '../toolkit.ts'

/** A signal with all that its standing text says, but for its terms, and every version for what may be copied from it. */
export interface SaidSignal {
  signal: Signal
  atMs: number
  lang: string
  confidence: number
  normal: NormalText
  letters: LetterGrams
  places: readonly PlaceMention[]
  details: readonly DetailClaim[]
  event: EventReading
  /** What its words speak of that readers of a story ask for. */
  needs: readonly NeedLabel[]
  headline: string
  /** Of any version: an attribution that was added or taken out still tells where it came from. */
  citations: readonly CitationMention[]
  /** One a version, the standing one last. */
  versions: readonly CopyDocument[]
}

/** A signal as it is judged. */
export interface ReadSignal extends SaidSignal {
  terms: TermIds
  /** Those of its terms that are names in its headline, or open it. */
  headNames: TermIds
  /** Those that are names in its headline by a capital inside the sentence. */
  named: TermIds
}

/** A signal as it was read, in whatever thread: what it has in common with others is not numbered yet. */
export interface Reading extends SaidSignal {
  terms: readonly Term[]
  headNames: HeadNames
  /** Hashes of the lines at the text's edges, which its channel's signature is learned from. */
  edges: readonly number[]
}

/** A signal that is judged, with what its channel's signature is learned from. */
export interface LearningSignal extends ReadSignal {
  edges: readonly number[]
}

/** What reading rests on beside the tools. */
export interface ReadingContext {
  /** Only looked at. */
  signatures: SignatureBook
  /** `normalise`, or that with a memory. */
  toNormal: (text: string) => NormalText
}

/** Every version of a signal's text once, the standing one last. */
export const textsOf = ({ text, revisions }: Pick<Signal, 'text' | 'revisions'>) => [
  ...new Set(revisions.map((revision) => revision.text).filter((earlier) => earlier !== text)),
  text,
]

/** Reads a signal with the tools. */
export function readSignal(
  signal: Signal,
  channel: Channel,
  tools: Toolkit,
  { signatures, toNormal }: ReadingContext,
): Reading {
  const { text } = signal
  const atMs = Date.parse(signal.at)
  const { lang, confidence } = tools.detectLanguage(text, { languages: channel.languages })
  const own = { channel: signal.channel, title: channel.title }
  const versions = textsOf(signal).map((version) => ({
    signal: signal.key,
    channel: signal.channel,
    atMs,
    text: version,
    ...signatures.strip(signal.channel, channel.title, toNormal(version)),
    ...standsFor(signal),
  }))
  const normal = versions.at(-1)?.normal ?? toNormal('')
  const places = tools.findPlaces(text, lang)
  const concepts = tools.findConcepts(normal.words)
  return {
    signal,
    atMs,
    lang,
    confidence,
    normal,
    places,
    letters: lettersOf(normal.words),
    terms: termsOf(text, normal, {
      places,
      concepts,
      numbers: tools.readNumbers(text),
    }),
    headNames: headNamesOf(text, normal.words, concepts),
    details: tools.readDetails(text),
    event: tools.readEvent(text),
    needs: tools.readNeeds(text),
    headline: tools.readHeadline(text),
    citations: versions.flatMap((version) => tools.findCitations(version.text, own, lang)),
    versions,
    edges: edgesOf(toNormal(text)),
  }
}

/** The reading with its terms as the weights number them; new numbers for those not met before. */
export function internReading(reading: Reading, weights: TermWeights): LearningSignal {
  const terms = weights.intern(reading.terms)
  const { about, named } = reading.headNames
  return {
    ...reading,
    terms,
    headNames: terms.filter((id) => about.has(weights.hashOf(id))),
    named: terms.filter((id) => named.has(weights.hashOf(id))),
  }
}

/** For a forward, the post that its text stands for. */
export function standsFor({ forwardedFrom, at }: Signal): Pick<CopyDocument, 'standsFor'> {
  if (forwardedFrom === undefined) return {}
  const { channel, id, at: forwardedAt } = forwardedFrom
  return {
    standsFor: {
      channel,
      ...(id === undefined ? {} : { id }),
      atMs: Date.parse(forwardedAt ?? at),
    },
  }
}
