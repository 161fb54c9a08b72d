import type { Channel } from '../model/channel.ts'
import type {
  CitationMention,
  DetailClaim,
  EventReading,
  NumberMention,
  PlaceMention,
} from '../model/features.ts'
import type { Signal } from '../model/signal.ts'
import type { NeedLabel } from './stories/need-words.ts'
import type { Toolkit } from './toolkit.ts'

/** What the tools say of a signal's texts: that is most of the work of reading it, and rests on nothing else. */
export interface ToolAnswers {
  language: { lang: string; confidence: number }
  places: PlaceMention[]
  numbers: NumberMention[]
  details: DetailClaim[]
  event: EventReading
  needs: NeedLabel[]
  headline: string
  /** One list a text; see `textsOf`. */
  citations: CitationMention[][]
}

/** Every version of a signal's text once, the standing one among them. */
export const textsOf = ({ text, revisions }: Pick<Signal, 'text' | 'revisions'>) => [
  ...new Set([...revisions.map((revision) => revision.text), text]),
]

/** Asks the tools all that reading a signal asks. */
export function askTools(
  signal: Pick<Signal, 'channel' | 'text' | 'revisions'>,
  { title, languages }: Pick<Channel, 'title' | 'languages'>,
  tools: Toolkit,
): ToolAnswers {
  const { text, channel } = signal
  const language = tools.detectLanguage(text, { languages })
  const own = { channel, title }
  return {
    language,
    places: tools.findPlaces(text, language.lang),
    numbers: tools.readNumbers(text),
    details: tools.readDetails(text),
    event: tools.readEvent(text),
    needs: tools.readNeeds(text),
    headline: tools.readHeadline(text),
    citations: textsOf(signal).map((each) => tools.findCitations(each, own, language.lang)),
  }
}

/** The tools with their answers on one signal at hand. */
export function withAnswers(tools: Toolkit, signal: Signal, answers: ToolAnswers): Toolkit {
  const texts = textsOf(signal)
  return {
    ...tools,
    detectLanguage: () => answers.language,
    findPlaces: () => answers.places,
    readNumbers: () => answers.numbers,
    readDetails: () => answers.details,
    readEvent: () => answers.event,
    readNeeds: () => answers.needs,
    readHeadline: () => answers.headline,
    findCitations: (text) => answers.citations[texts.indexOf(text)] ?? [],
  }
}
