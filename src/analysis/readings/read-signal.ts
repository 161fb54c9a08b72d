import type { Channel } from '../../model/channel.ts'
import type {
  CitationMention,
  DetailClaim,
  EventReading,
  PlaceMention,
} from '../../model/features.ts'
import type { Signal } from '../../model/signal.ts'
import type { CopyDocument } from '../copies/copies.ts'
import { type LetterGrams, lettersOf } from '../text/letter-grams.ts'
import type { NeedLabel } from '../stories/need-words.ts'
import type { NormalText } from '../text/normalise.ts'
import type { SignatureBook } from '../copies/signatures.ts'
import type { TermWeights } from '../text/term-weights.ts'
import { headNamesOf, type TermIds, termsOf } from '../text/terms.ts'
import type { Toolkit } from '../toolkit.ts'

/** A signal with all that its standing text says, and every version for what may be copied from it. */
export interface ReadSignal {
  signal: Signal
  atMs: number
  lang: string
  confidence: number
  normal: NormalText
  terms: TermIds
  letters: LetterGrams
  /** Those of its terms that are names in its headline, or open it. */
  headNames: TermIds
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

/** What reading rests on beside the tools. */
export interface ReadingContext {
  /** Only looked at. */
  signatures: SignatureBook
  /** Given the terms that it has not met. */
  weights: TermWeights
  /** `normalise`, or that with a memory. */
  toNormal: (text: string) => NormalText
}

/** Reads a signal with the tools. */
export function readSignal(
  signal: Signal,
  channel: Channel,
  tools: Toolkit,
  { signatures, weights, toNormal }: ReadingContext,
): ReadSignal {
  const atMs = Date.parse(signal.at)
  const { lang, confidence } = tools.detectLanguage(signal.text, { languages: channel.languages })
  const own = { channel: signal.channel, title: channel.title }
  const texts = [...signal.revisions.map(({ text }) => text), signal.text]
  const versions = [...new Set(texts)].map((text) => ({
    signal: signal.key,
    channel: signal.channel,
    atMs,
    text,
    ...signatures.strip(signal.channel, channel.title, toNormal(text)),
    ...standsFor(signal),
  }))
  const normal = versions.at(-1)?.normal ?? toNormal('')
  const places = tools.findPlaces(signal.text, lang)
  const terms = weights.intern(
    termsOf(signal.text, normal, {
      places,
      concepts: tools.findConcepts(normal.words),
      numbers: tools.readNumbers(signal.text),
    }),
  )
  const headNames = headNamesOf(signal.text, normal.words)
  return {
    signal,
    atMs,
    lang,
    confidence,
    normal,
    places,
    letters: lettersOf(normal.words),
    terms,
    headNames: terms.filter((id) => headNames.has(weights.hashOf(id))),
    details: tools.readDetails(signal.text),
    event: tools.readEvent(signal.text),
    needs: tools.readNeeds(signal.text),
    headline: tools.readHeadline(signal.text),
    citations: versions.flatMap(({ text }) => tools.findCitations(text, own, lang)),
    versions,
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
