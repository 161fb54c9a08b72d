import { type Answer, done, type Finding, refused, type Version } from './target.ts'

/** What the desk's beats, topics and forms are called in a target. */
export interface Mapping<Term> {
  beats: Readonly<Record<string, Term>>
  topics: Readonly<Record<string, Term>>
  forms: Readonly<Record<string, Term>>
}

/** Terms in the target; left out where the config maps nothing of their kind. */
export interface MappedTerms<Term> {
  beat?: Term
  topic?: Term
  form?: Term
}

const parts = [
  ['beat', 'beats'],
  ['topic', 'topics'],
  ['form', 'forms'],
] as const

/**
 * A desk that maps beats at all means all of them: a new dispatch with another one is refused, as it would
 * stand in the wrong place unseen. Corrections and kills are never held up by it.
 */
export function mapTerms<Term>(
  name: string,
  mapping: Mapping<Term>,
  { kind, content: { kicker } }: Version,
): Answer<MappedTerms<Term>> {
  const terms: MappedTerms<Term> = {}
  const missing: (keyof typeof kicker)[] = []
  for (const [part, plural] of parts) {
    const term = own(mapping[plural], kicker[part])
    if (term !== undefined) terms[part] = term
    else if (Object.keys(mapping[plural]).length > 0) missing.push(part)
  }
  if (missing.length === 0 || kind !== 'new') return done(terms)
  return refused(
    'unmapped',
    `${name} has nothing for the ${missing.map((part) => `${part} "${kicker[part]}"`).join(' and the ')}: add it to the mapping of ${name} in export.targets and start Intake again, or give the stub another in a correction; then resume`,
    missing.map((part) => kicker[part]).join(', '),
  )
}

/** What the desk can say of itself that a target's mapping has no word for. */
export function checkMapping(
  mapping: Mapping<unknown>,
  said: Readonly<Record<'beats' | 'topics' | 'forms', readonly string[]>>,
): Finding[] {
  const kinds = parts.map(([, plural]) => plural)
  if (kinds.every((kind) => Object.keys(mapping[kind]).length === 0)) {
    const words = 'nothing is mapped: dispatches come without the desk’s beats, topics and forms'
    return [{ level: 'doubt', words }]
  }
  return kinds.flatMap((kind): Finding[] => {
    if (Object.keys(mapping[kind]).length === 0) return []
    const missing = said[kind].filter((word) => own(mapping[kind], word) === undefined)
    if (missing.length === 0) return []
    const words = `no mapping for the ${kind} ${missing.map((word) => `"${word}"`).join(', ')}, which the desk uses: a new dispatch with one would stop`
    return [{ level: 'doubt', words }]
  })
}

/** A beat may be called "constructor". */
const own = <Term>(terms: Readonly<Record<string, Term>>, word: string): Term | undefined =>
  Object.hasOwn(terms, word) ? terms[word] : undefined
