import { type Basis, readBasis } from '../../analysis/conflicts/basis.ts'
import type { Quotation, Sentence } from '../../model/stub.ts'
import { directionOf, languageName } from './languages.ts'
import type { Extract } from './extract.ts'
import type { Telling } from './telling.ts'
import { balanceQuotes, capitalise, closed, cutAtWord, listed } from './wording.ts'

/** Longest quotation in a stub: about three sentences. */
const longestQuote = 600
const longestReport = 280
const addressing = /\b(?:i|we|our|ours|my|me|you|your)\b/iu
const unfinished = /^[^\p{L}\p{N}“"]|[?!…:]$|\[…\]/u
const quotation = /“[^“”]*”|"[^"]*"/gu

export interface Report {
  sentence: Sentence
  quotations: readonly Quotation[]
}

/** Words around what a telling says. */
export interface Manner {
  /** `a monitored channel` */
  who: string
  /** `on Friday at 20:46`, or empty. */
  when: string
  /** `, citing Reuters`, or empty. */
  derivation: string
}

/**
 * What a telling says, with its attribution. One plain sentence in the language of the prose is reported;
 * all else is quoted, in its own language, with that named.
 */
export function reportOn(telling: Telling, extracts: readonly Extract[], manner: Manner): Report {
  const [first] = extracts
  const reports = extracts.length === 1 && first !== undefined && !telling.foreign && isPlain(first)
  if (!reports) return quoteFrom(telling, extracts, manner)
  const when = manner.when === '' ? '' : ` ${manner.when}`
  const text = `${asClause(first.text)} ${manner.who} reported${when}${manner.derivation}.`
  return { sentence: { text, spans: [spanOf(telling, first)] }, quotations: [] }
}

/** The sentence with a comma in place of its full stop, inside a closing quotation mark. */
export function asClause(text: string): string {
  const words = capitalise(text.replace(/(?<![.\s])[.\s]+$/u, ''))
  return /\.[”"]$/u.test(words) ? `${words.slice(0, -2)},${words.slice(-1)}` : `${words},`
}

/** A plain statement of fact, short enough to be followed by its attribution. */
export function isPlain({ text }: Extract): boolean {
  const outside = text.replace(quotation, '')
  if (/[“”"«»]/u.test(outside) || addressing.test(outside)) return false
  return text.split(' ').length >= 4 && text.length <= longestReport && !unfinished.test(text)
}

/**
 * `A monitored channel wrote on Friday, in Russian, on the word of eyewitnesses: «…»`. What a reader of the
 * prose can't see in the quotation, how the channel says it knows, is said before it.
 */
export function quoteFrom(telling: Telling, extracts: readonly Extract[], manner: Manner): Report {
  const { who, when, derivation } = manner
  const inLanguage = telling.foreign
    ? `, in ${languageName(telling.signal.lang)}${onWhoseWord(extracts)}`
    : ''
  const lead = `${capitalise(who)} wrote${when === '' ? '' : ` ${when}`}${inLanguage}${derivation}`
  return quoted(telling, extracts, `${lead}: `)
}

function onWhoseWord(extracts: readonly Extract[]): string {
  const bases = readBasis(extracts.map(({ text }) => text).join(' '))
  const [only] = bases
  if (only === undefined) return ''
  if (only === 'hearsay') return ', as hearsay'
  const people = bases.flatMap((basis) => (basis === 'hearsay' ? [] : peopleOf[basis]))
  return `, on the word of ${listed(people)}`
}

const peopleOf: Readonly<Record<Exclude<Basis, 'hearsay'>, string>> = {
  witness: 'eyewitnesses',
  official: 'officials',
  'unnamed source': 'unnamed sources',
}

/** `lead` and the words of the extracts in quotation marks, cut where they are long. */
export function quoted(telling: Telling, extracts: readonly Extract[], lead: string): Report {
  const whole = extracts.map(({ text }) => closed(text)).join(' ')
  const single = extracts.length === 1 ? (extracts[0]?.text ?? '') : whole
  const text = balanceQuotes(cutAtWord(single, longestQuote))
  const [open, close] = isQuotation(text) ? ['', ''] : telling.foreign ? ['«', '»'] : ['“', '”']
  const spans = extracts.map((extract) => spanOf(telling, extract))
  const { lang } = telling.signal
  const span = { signal: telling.signal.key, from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 0 }
  return {
    sentence: {
      text: `${lead}${open}${telling.foreign ? closed(text) : nested(closed(text))}${close}`,
      spans,
    },
    quotations: [{ text, lang, dir: directionOf(lang), span }],
  }
}

/** Quotation marks inside a quotation become single ones, as in print. */
const nested = (text: string): string =>
  text.replace(/[“"]([^“”"]*)[”"]/gu, (whole, said: string, at: number) =>
    at === 0 && whole.length === text.length ? whole : `‘${said}’`,
  )

/** The words stand in quotation marks already, as one quotation. */
const isQuotation = (text: string) => /^«[^«»]*»$|^“[^“”]*”$/u.test(text)

export const spanOf = ({ signal }: Telling, { from, to }: Extract) => ({
  signal: signal.key,
  from,
  to,
})
