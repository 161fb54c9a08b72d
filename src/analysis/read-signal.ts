import type { Channel } from '../model/channel.ts'
import type { CitationMention, DetailClaim, EventReading, PlaceMention } from '../model/features.ts'
import type { Signal } from '../model/signal.ts'
import type { CopyDocument } from './copies.ts'
import { type LetterGrams, lettersOf } from './letter-grams.ts'
import type { NeedLabel } from './need-words.ts'
import { normalise, type NormalText } from './normalise.ts'
import type { SignatureBook } from './signatures.ts'
import { headNamesOf, type Term, termsOf } from './terms.ts'
import type { Toolkit } from './toolkit.ts'

/** A signal with all that its standing text says, and every version for what may be copied from it. */
export interface ReadSignal {
  signal: Signal
  atMs: number
  lang: string
  confidence: number
  normal: NormalText
  terms: readonly Term[]
  letters: LetterGrams
  /** Hashes of those of its terms that are names in its headline. */
  headNames: ReadonlySet<number>
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

/** Reads a signal with the tools. Pure; `signatures` is only looked at. */
export function readSignal(
  signal: Signal,
  channel: Channel,
  tools: Toolkit,
  signatures: SignatureBook,
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
    ...signatures.strip(signal.channel, channel.title, normalise(text)),
    ...standsFor(signal),
  }))
  const normal = versions.at(-1)?.normal ?? normalise('')
  const places = tools.findPlaces(signal.text, lang)
  return {
    signal,
    atMs,
    lang,
    confidence,
    normal,
    places,
    letters: lettersOf(normal.words),
    headNames: headNamesOf(signal.text, normal.words),
    terms: termsOf(signal.text, normal, {
      places,
      concepts: tools.findConcepts(normal.words),
      numbers: tools.readNumbers(signal.text),
    }),
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
