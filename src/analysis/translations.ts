import type { ReadSignal } from './read-signal.ts'
import type { TermWeights } from './term-weights.ts'
import type { Term, TermKind } from './terms.ts'

/** What stays the same when a text is translated. */
const invariant: ReadonlySet<TermKind> = new Set(['place', 'figure', 'name', 'concept'])

/** Fewer things in common would be met in two reports of any two like events. */
const leastShared = 4
/** Share, by weight, of what each says in language-independent terms that the other says too. */
const leastAgreement = 0.68
/** Translations are about as long as what they render. */
const longestRatio = 2.2

export interface TranslationScore {
  score: number
  shared: readonly Term[]
}

/**
 * How sure it is that one text renders the other in another language: all figures agree, and places,
 * names and concepts do for the most part. Undefined where it is not.
 */
export function scoreTranslation(
  earlier: ReadSignal,
  later: ReadSignal,
  weights: TermWeights,
): TranslationScore | undefined {
  if (!otherLanguage(earlier, later)) return undefined
  const ratio = later.normal.tokens.length / Math.max(1, earlier.normal.tokens.length)
  if (ratio > longestRatio * 1.5 || ratio < 1 / longestRatio) return undefined
  if (!shareEnough(earlier, later, weights)) return undefined
  const first = earlier.terms.filter(({ kind }) => invariant.has(kind) && kind !== 'name')
  const second = later.terms.filter(({ kind }) => invariant.has(kind) && kind !== 'name')
  const shared = common(earlier.terms, later.terms).filter(({ kind }) => invariant.has(kind))
  if (shared.length < leastShared || !figuresAgree(earlier, later)) return undefined
  const telling = shared.filter(({ kind }) => kind !== 'name')
  const weigh = (terms: readonly Term[]) =>
    terms.reduce((total, term) => total + weights.weightOf(term), 0)
  const agreement = weigh(telling) / Math.max(1, weigh(first), weigh(second))
  const names = shared.length - telling.length
  const score = Math.min(1, agreement + Math.min(0.2, names * 0.05))
  return score >= leastAgreement ? { score, shared } : undefined
}

/** Told first, since most pairs do not. */
function shareEnough(earlier: ReadSignal, later: ReadSignal, weights: TermWeights): boolean {
  weights.hold(later.terms)
  let shared = 0
  for (const term of earlier.terms) {
    if (term.kind !== 'stem' && weights.isHeld(term)) shared++
  }
  return shared >= leastShared
}

function otherLanguage(earlier: ReadSignal, later: ReadSignal): boolean {
  return earlier.lang !== later.lang && earlier.lang !== 'und' && later.lang !== 'und'
}

/** Every figure of the shorter stands in the longer, and there is more to go by than one small one. */
function figuresAgree(earlier: ReadSignal, later: ReadSignal): boolean {
  const figures = ({ terms }: ReadSignal) => terms.filter(({ kind }) => kind === 'figure')
  const [fewer, more] = [figures(earlier), figures(later)].sort((a, b) => a.length - b.length)
  if (fewer === undefined || more === undefined) return false
  const inMore = new Set(more.map(({ label }) => label))
  if (!detailsAgree(earlier, later)) return false
  return fewer.every(({ label }) => inMore.has(label)) && more.length - fewer.length <= 1
}

/** Both may count the killed in words: what is counted must come to the same. */
function detailsAgree(earlier: ReadSignal, later: ReadSignal): boolean {
  return earlier.details.every(({ detail, value }) => {
    const values = later.details.filter((other) => other.detail === detail)
    return values.length === 0 || values.some((other) => other.value === value)
  })
}

function common(first: readonly Term[], second: readonly Term[]): Term[] {
  const hashes = new Set(second.map(({ hash }) => hash))
  return first.filter(({ hash }) => hashes.has(hash))
}
